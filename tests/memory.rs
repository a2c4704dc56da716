//! Counts the bytes that a `Reply` allocates while it is deserialized, and compares them with a struct written by hand. This
//! is a binary of its own, because other tests would allocate too.

use error_catalog::Reply;
use error_catalog::vendor::WeCom;
use peak_alloc::PeakAlloc;
use serde::Deserialize;

#[global_allocator]
static ALLOCATED: PeakAlloc = PeakAlloc;

#[derive(Deserialize)]
struct User {
    userid: String,
    department: Vec<u32>,
}

#[derive(Deserialize)]
struct Users {
    userlist: Vec<User>,
}

#[derive(Deserialize)]
struct ByHand {
    errcode: i32,
    errmsg: String,
    userlist: Vec<User>,
}

/// Returns the peak of allocated bytes above those allocated before.
fn peak<T>(read: impl FnOnce() -> T) -> (usize, T) {
    let before = ALLOCATED.current_usage();
    ALLOCATED.reset_peak_usage();
    let value = read();
    (ALLOCATED.peak_usage() - before, value)
}

#[test]
fn a_reply_allocates_as_much_as_the_struct() {
    const CONSTANT: usize = 1024;
    let user = |number: usize| format!(r#"{{"userid":"user \u0061 {number}","department":[1,{number}]}}"#);
    let users: Vec<String> = (0..1_000).map(user).collect();
    let users = users.join(",");
    let first = format!(r#"{{"errcode":0,"errmsg":"ok","userlist":[{users}]}}"#);
    let (by_hand, value) = peak(|| serde_json::from_str::<ByHand>(&first).unwrap());
    assert_eq!((value.errcode, value.errmsg.as_str(), value.userlist.len()), (0, "ok", 1_000));
    drop(value);
    assert!(by_hand > 50 * CONSTANT);

    let (ours, value) = peak(|| serde_json::from_str::<Reply<WeCom, Users>>(&first).unwrap());
    let value = value.into_result().unwrap();
    assert!(value.userlist.iter().all(|user| user.department.len() == 2 && user.userid.len() > 7));
    drop(value);
    assert!(ours <= by_hand + CONSTANT, "{ours} bytes, and {by_hand} by hand");

    let (ours, value) = peak(|| serde_json::from_reader::<_, Reply<WeCom, Users>>(first.as_bytes()).unwrap());
    drop(value);
    assert!(ours <= by_hand + CONSTANT, "{ours} bytes from a reader, and {by_hand} by hand");

    // The payload of a failure is skipped.
    let failure = first.replacen(":0", ":7", 1);
    let (ours, value) = peak(|| serde_json::from_str::<Reply<WeCom, Users>>(&failure).unwrap());
    assert!(value.into_result().is_err());
    assert!(ours <= CONSTANT, "{ours} bytes of a failure");

    // Fields before the code are buffered, with a bounded number of bytes for each byte that was sent.
    for unit in ["0,", "[],", "\"\\n\",", "{},"] {
        let buffered = format!(r#"{{"userlist":[{}0],"errcode":7}}"#, unit.repeat(100_000));
        let (ours, value) = peak(|| serde_json::from_str::<Reply<WeCom, Users>>(&buffered).unwrap());
        assert!(value.into_result().is_err());
        assert!(ours <= 40 * buffered.len(), "{ours} bytes for {} of {unit}", buffered.len());
    }
}
