//! A union is a catalog with the rows of several, whose sections are these catalogs.

use crate::example;

#[test]
fn a_union_is_listed_by_its_catalogs() {
    let csv = example("union", &["export", "Kv", "--format", "csv"]);
    for row in [
        "Kv,KV:Raft:Timeout,RaftTimeout,",
        "Kv,KV:Storage:Closed,StorageClosed,",
        "Kv,KV:Storage:Timeout,StorageTimeout,",
    ] {
        assert!(csv.lines().any(|line| line.starts_with(row)), "{row}: {csv}");
    }
    let explained = example("union", &["explain", "KV:Storage:Timeout"]);
    assert!(explained.starts_with("Kv KV:Storage:Timeout StorageTimeout\n"), "{explained}");
    assert!(explained.lines().any(|line| line.trim() == "section  the storage"), "{explained}");
}

/// The constants of other languages have different names, and so have former ones.
#[test]
fn names_of_a_union_are_distinct() {
    let header = example("union", &["export", "Kv", "--format", "c"]);
    assert!(header.contains("STORAGE_TIMEOUT") && header.contains("RAFT_TIMEOUT"), "{header}");
    let explained = example("union", &["explain", "RaftSlow"]);
    assert!(explained.starts_with("Kv KV:Raft:Timeout RaftTimeout\n"), "{explained}");
}
