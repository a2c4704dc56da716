//! Integers as tables write them.

/// An integer as tables write it: decimal, or hexadecimal behind `0x`. A number with leading zeros is a text that
/// only looks like one, as `00000` of SQLSTATE does.
pub(crate) fn integer(text: &str) -> Option<i64> {
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
    let hexadecimal = digits.strip_prefix("0x").or_else(|| digits.strip_prefix("0X"));
    let value = match hexadecimal {
        Some(digits) if digits.bytes().all(|byte| byte.is_ascii_hexdigit()) => {
            i64::from_str_radix(digits, 16).ok()?
        }
        None if digits.bytes().all(|byte| byte.is_ascii_digit())
            && !(digits.len() > 1 && digits.starts_with('0')) =>
        {
            return text.parse().ok();
        }
        _ => return None,
    };
    Some(if negative { -value } else { value })
}
