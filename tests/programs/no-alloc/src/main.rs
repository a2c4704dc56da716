//! A program without std and without an allocator. Because it links, a catalog, its lookups and `Display` need neither.
//! It exits with 0 if all checks pass, and otherwise with the number of the check that failed.

#![no_std]
#![no_main]

use core::fmt::{self, Write};
use error_catalog::vendor::WeCom;
use error_catalog::{Code, Failure, Retry, error_catalog};

error_catalog! {
    /// A part of SQLSTATE.
    enum SqlState: &'static str {
        success "00000";
        "00000" => SuccessfulCompletion "successful completion",
        "23505" => UniqueViolation "unique violation" { help: "look for the row that is there" },
    }
}

error_catalog! {
    /// Errors of the program itself.
    enum OwnError: u8 {
        lang "en";
        translation de;
        error OwnFailure;
        1 => TooMany { max: u8 } "at most {max}" { de: "höchstens {max}" },
    }
}

/// The C library calls this function by name, so the name is exported; exporting one is `unsafe`.
#[unsafe(no_mangle)]
extern "C" fn main(arguments: i32, _: *const *const u8) -> i32 {
    // The number of arguments is one, but the compiler cannot evaluate the checks with it.
    let one = arguments;
    let checks = [
        WeCom::from_code(40013 + one) == Some(WeCom::InvalidAccessToken),
        WeCom::from_code(123_455 + one).is_none(),
        WeCom::from_name("SystemBusy") == Some(WeCom::SystemBusy),
        WeCom::SystemBusy.retry() == Retry::UpTo(3),
        prints(&WeCom::InvalidAccessToken, "40014 不合法的access_token"),
        prints(&Code::<WeCom>::new(123_455 + one), "123456 unknown WeCom code"),
        matches!(Code::<WeCom>::new(one - 1).check(), Ok(WeCom::Ok)),
        Failure::new(WeCom::SystemBusy).is_some_and(|failure| prints(&failure, "-1 系统繁忙")),
        prints(&OwnFailure::TooMany { max: 3 }.in_lang("de"), "1 höchstens 3"),
        SqlState::from_code("23505") == Some(SqlState::UniqueViolation),
        "23Z99".parse::<Code<SqlState>>().is_ok_and(|code| prints(&code, r#""23Z99" unknown SqlState code"#)),
    ];
    checks.iter().position(|passed| !passed).map_or(0, |failed| failed as i32 + 1)
}

fn prints(value: &dyn fmt::Display, text: &str) -> bool {
    let mut rest = Rest(text);
    write!(rest, "{value}").is_ok() && rest.0.is_empty()
}

/// A writer that accepts only the expected text, of which this is the rest.
struct Rest<'a>(&'a str);

impl Write for Rest<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 = self.0.strip_prefix(text).ok_or(fmt::Error)?;
        Ok(())
    }
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {}
}
