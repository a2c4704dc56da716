//! Deserializes a vendor's reply: with `Reply`, and with a struct written by hand that has the fields of the envelope and of
//! the payload.

use crate::interleaved::{Implementation, time_interleaved};
use crate::report::OURS;
use error_catalog::{Reply, vendor::WeCom};
use serde::Deserialize;
use std::hint::black_box;

pub const BY_HAND: &str = "struct by hand";
/// The number of users in one pass, chosen so that it takes a few milliseconds for any size of the reply.
const USERS_PER_PASS: usize = 1 << 13;

#[derive(Debug, PartialEq, Deserialize)]
struct Users {
    userlist: Vec<User>,
}

#[derive(Debug, PartialEq, Deserialize)]
struct User {
    userid: String,
    name: String,
    department: Vec<u32>,
    position: String,
    mobile: String,
    gender: String,
    email: String,
    status: u8,
}

#[derive(Debug, Deserialize)]
struct ByHand {
    errcode: i32,
    errmsg: String,
    userlist: Vec<User>,
}

/// The position of the envelope in a reply.
#[derive(Clone, Copy)]
pub enum Envelope {
    First,
    /// The code is the last of all keys.
    Last,
}

/// Measures the nanoseconds per successful reply with this number of users.
pub fn replies(users: usize, envelope: Envelope) -> Vec<(&'static str, f64)> {
    let reply = reply(users, envelope);
    let ours = || serde_json::from_str::<Reply<WeCom, Users>>(black_box(&reply)).map(Reply::into_result);
    let by_hand = || serde_json::from_str::<ByHand>(black_box(&reply));
    let with_sonic = || sonic_rs::from_str::<ByHand>(black_box(&reply));

    let read = ours().expect("a reply").expect("a success");
    for theirs in [by_hand().expect("a reply"), with_sonic().expect("a reply")] {
        assert_eq!((theirs.errcode, theirs.errmsg.as_str()), (0, "ok"));
        assert_eq!((theirs.userlist.len(), &theirs.userlist), (users, &read.userlist));
    }

    let replies = (USERS_PER_PASS / users).max(1);
    time_interleaved(vec![
        Implementation::new(OURS, replies, || (0..replies).for_each(|_| drop(black_box(ours())))),
        Implementation::new(BY_HAND, replies, || (0..replies).for_each(|_| drop(black_box(by_hand())))),
        Implementation::new("the same, sonic-rs", replies, || {
            (0..replies).for_each(|_| drop(black_box(with_sonic())));
        }),
    ])
}

fn reply(users: usize, envelope: Envelope) -> String {
    let users: Vec<String> = (0..users)
        .map(|user| {
            format!(
                r#"{{"userid":"user{user}","name":"李四{user}","department":[1,2,{user}],"position":"后台工程师","#
            ) + &format!(
                r#""mobile":"1390000{user:04}","gender":"1","email":"user{user}@example.com","status":1}}"#
            )
        })
        .collect();
    let users = users.join(",");
    match envelope {
        Envelope::First => format!(r#"{{"errcode":0,"errmsg":"ok","userlist":[{users}]}}"#),
        Envelope::Last => format!(r#"{{"userlist":[{users}],"errmsg":"ok","errcode":0}}"#),
    }
}
