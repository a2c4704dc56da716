//! The baseline file.

use crate::Baseline;

/// Any bytes are a baseline or are refused with a line of theirs. What was read is written back as it was, apart from
/// quotes that were not needed, and adds nothing to itself.
pub fn reads_any_bytes(bytes: &[u8]) {
    let baseline = match Baseline::read(bytes) {
        Ok(baseline) => baseline,
        Err(damage) => {
            let lines = bytes.split_inclusive(|byte| *byte == b'\n').count().max(1);
            assert!((1..=lines).contains(&damage.line), "{damage} of {lines} lines");
            assert!(damage.what.len() < 1000 && !damage.what.contains('\n'), "{damage}");
            return;
        }
    };
    let written = baseline.to_string();
    assert_eq!(Baseline::read(written.as_bytes()).as_ref(), Ok(&baseline), "{written}");
    assert_eq!(written.lines().count(), baseline.rows.len() + 1);

    let mut added = baseline.clone();
    added.add(&baseline, |_| true);
    assert_eq!(added, baseline, "what is there already adds nothing");
    for breach in baseline.breaches(&baseline, &|_| false) {
        assert!(!breach.message.contains('\n'), "{}", breach.message);
    }
}
