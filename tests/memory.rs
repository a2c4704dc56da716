//! What a `Reply` holds while it is read, against a struct written by hand: counted bytes. Alone in its program, which
//! nothing else allocates in.

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

/// The most bytes that were allocated at once beyond those of before.
fn peak<T>(read: impl FnOnce() -> T) -> (usize, T) {
    let before = ALLOCATED.current_usage();
    ALLOCATED.reset_peak_usage();
    let value = read();
    (ALLOCATED.peak_usage() - before, value)
}

#[test]
fn a_reply_holds_what_the_struct_holds() {
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

    // A failure's payload is passed over.
    let failure = first.replacen(":0", ":7", 1);
    let (ours, value) = peak(|| serde_json::from_str::<Reply<WeCom, Users>>(&failure).unwrap());
    assert!(value.into_result().is_err());
    assert!(ours <= CONSTANT, "{ours} bytes of a failure");

    // What waits for the code takes so much for each byte that was sent, at the worst.
    for unit in ["0,", "[],", "\"\\n\",", "{},"] {
        let waiting = format!(r#"{{"userlist":[{}0],"errcode":7}}"#, unit.repeat(100_000));
        let (ours, value) = peak(|| serde_json::from_str::<Reply<WeCom, Users>>(&waiting).unwrap());
        assert!(value.into_result().is_err());
        assert!(ours <= 40 * waiting.len(), "{ours} bytes for {} of {unit}", waiting.len());
    }
}
