//! The property of the baseline file.

use crate::Baseline;

/// Checks that any bytes are a baseline or are rejected with a line number in range. A baseline is written back as it was,
/// apart from unnecessary quotes, and adding it to itself changes nothing.
pub fn check_any_bytes(bytes: &[u8]) {
    let baseline = match Baseline::read(bytes) {
        Ok(baseline) => baseline,
        Err(damage) => {
            let lines = bytes.split_inclusive(|byte| *byte == b'\n').count().max(1);
            assert!((1..=lines).contains(&damage.line), "{damage} of {lines} lines");
            assert!(damage.what.len() < 1000 && !damage.what.contains('\n'), "{damage}");
            return;
        }
    };
    let file = baseline.to_string();
    assert_eq!(Baseline::read(file.as_bytes()).as_ref(), Ok(&baseline), "{file}");
    let columns = baseline.columns.len() + baseline.translations.len();
    let unknown = usize::from(baseline.unknown.is_some());
    let errors = baseline.error_type.as_ref().map_or(0, |error_type| {
        let variants = error_type.variants.values();
        1 + variants.map(|values| 1 + values.len()).sum::<usize>()
    });
    assert_eq!(file.lines().count(), 1 + columns + unknown + errors + baseline.rows.len());

    let mut added = baseline.clone();
    added.add(&baseline, |_| true);
    assert_eq!(added, baseline, "adding a baseline to itself changes nothing");
    for breach in baseline.breaches(&baseline, &|_| false) {
        assert!(!breach.message.contains('\n'), "{}", breach.message);
    }
}
