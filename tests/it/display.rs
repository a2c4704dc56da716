//! What a row prints: plain, with help, and where a code is shared.

use error_catalog::error_catalog;
use error_catalog::vendor::{WeCom, Youdu};

#[test]
fn plain() {
    assert_eq!(WeCom::InvalidSecret.to_string(), "40001 不合法的secret参数");
    assert_eq!(WeCom::SystemBusy.to_string(), "-1 系统繁忙");
    for row in WeCom::ALL {
        assert_eq!(row.to_string(), format!("{} {}", row.code(), row.message()));
    }
}

#[test]
fn with_help() {
    let busy = WeCom::SystemBusy;
    assert_eq!(format!("{busy:#}"), "-1 系统繁忙: 服务器暂不可用，建议稍候重试。建议重试次数不超过3次。");
    assert_eq!(format!("{:#}", WeCom::MissingSecret), "41004 缺少secret参数", "the row has no help");
}

#[test]
fn every_meaning_of_a_shared_code() {
    assert_eq!(Youdu::RepeatUserId.to_string(), "300311 重复的userId | jobId不存在");
}

#[test]
fn every_help_of_a_shared_code() {
    error_catalog! {
        enum Errno: i32 {
            11 => WouldBlock EWOULDBLOCK "operation would block" { help: "poll first" }
               or TryAgain EAGAIN "try again" { help: "call again" },
        }
    }
    assert_eq!(Errno::WouldBlock.to_string(), "11 operation would block | try again");
    assert_eq!(
        format!("{:#}", Errno::TryAgain),
        "11 operation would block: poll first | try again: call again"
    );
}

#[test]
fn debug_is_the_name() {
    assert_eq!(format!("{:?}", WeCom::InvalidSecret), "InvalidSecret");
    assert_eq!(format!("{:?}", Youdu::NotExistJobId), "RepeatUserId");
}
