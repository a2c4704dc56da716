//! `Display` of a row: plain, with its help text, and with several meanings.

use error_catalog::error_catalog;
use error_catalog::vendor::{WeCom, Youdu};
use error_catalog::{Code, Failure};

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

/// Width, fill and alignment apply to the whole line, as for `str`, and no flag applies to the code.
#[test]
fn flags_apply_to_the_line() {
    fn check(printed: &dyn Fn(&str) -> [String; 3]) {
        for [row, code, str] in ["", "5", "<30", ">30", "^31", "*^30", "界>30"].map(printed) {
            assert_eq!([&row, &code], [&str, &str]);
        }
    }
    macro_rules! printed {
        ($row:expr, $line:expr; $($flags:literal)*) => {
            |flags| match flags {
                "" => [format!("{}", $row), format!("{}", Code::from($row)), format!("{}", $line)],
                $($flags => [
                    format!(concat!("{:", $flags, "}"), $row),
                    format!(concat!("{:", $flags, "}"), Code::from($row)),
                    format!(concat!("{:", $flags, "}"), $line),
                ],)*
                _ => unreachable!(),
            }
        };
    }
    check(&printed!(WeCom::InvalidSecret, "40001 不合法的secret参数"; "5" "<30" ">30" "^31" "*^30" "界>30"));
    check(&printed!(
        Youdu::RepeatUserId, "300311 重复的userId | jobId不存在"; "5" "<30" ">30" "^31" "*^30" "界>30"
    ));

    let (row, line) = (WeCom::InvalidSecret, WeCom::InvalidSecret.to_string());
    assert_eq!([format!("{row:.2}"), format!("{row:+}"), format!("{row:08}")], [&*line, &*line, &*line]);
    let unknown: Code<WeCom> = Code::new(7);
    assert_eq!(format!("[{unknown:>25.1}]"), "[     7 unknown WeCom code]");
    assert_eq!(format!("{unknown:+}{unknown:#}{unknown:02}"), "7 unknown WeCom code".repeat(3));
    assert_eq!(format!("[{:>28.2}]", unknown.in_lang("en")), "[        7 unknown WeCom code]");
    assert_eq!(format!("[{:>33}]", Code::from(row).in_lang("en")), "[   40001 invalid secret parameter]");

    let failure = Failure::new(row).unwrap().with_text("no");
    let line = r#"40001 不合法的secret参数 (server: "no")"#;
    assert_eq!(format!("[{failure:>40.3}]"), format!("[{line:>40}]"));
    let line = r#"40001 invalid secret parameter (server: "no")"#;
    assert_eq!(format!("[{:-<50}]", failure.in_lang("en")), format!("[{line:-<50}]"));
    // With the help text, the line is longer than the width.
    assert_eq!(format!("{failure:#9}"), format!("{failure:#}"));
}

#[test]
fn debug_is_the_name() {
    assert_eq!(format!("{:?}", WeCom::InvalidSecret), "InvalidSecret");
    assert_eq!(format!("{:?}", Youdu::NotExistJobId), "RepeatUserId");
}
