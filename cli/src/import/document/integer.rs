//! Parses integers of tables.

/// Parses an integer of up to 64 bits, with or without a sign, in decimal or in hexadecimal after `0x`. A number with
/// leading zeros, such as the SQLSTATE `00000`, is a text.
pub(crate) fn integer(text: &str) -> Option<i128> {
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
    let hexadecimal = digits.strip_prefix("0x").or_else(|| digits.strip_prefix("0X"));
    let value = match hexadecimal {
        Some(digits) if digits.bytes().all(|byte| byte.is_ascii_hexdigit()) => {
            u64::from_str_radix(digits, 16)
        }
        None if digits.bytes().all(|byte| byte.is_ascii_digit())
            && !(digits.len() > 1 && digits.starts_with('0')) =>
        {
            digits.parse()
        }
        _ => return None,
    };
    let value = i128::from(value.ok()?);
    Some(if negative { -value } else { value }).filter(|value| *value >= i128::from(i64::MIN))
}

#[cfg(test)]
mod tests {
    use super::integer;

    #[test]
    fn all_of_64_bits_are_read() {
        assert_eq!(integer("18446744073709551615"), Some(i128::from(u64::MAX)));
        assert_eq!(integer("0xFFFFFFFFFFFFFFFF"), Some(i128::from(u64::MAX)));
        assert_eq!(integer("-0x8000000000000000"), Some(i128::from(i64::MIN)));
        assert_eq!(integer("-9223372036854775808"), Some(i128::from(i64::MIN)));
        for text in ["18446744073709551616", "-9223372036854775809", "0x", "-", "", "007", "+1", "1_000"] {
            assert_eq!(integer(text), None, "{text}");
        }
    }
}
