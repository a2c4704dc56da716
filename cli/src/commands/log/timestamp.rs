//! The time of a line of a log: RFC 3339, the common log format of web servers, or syslog.

use jiff::civil::DateTime;
use jiff::{SignedDuration, Timestamp};
use std::fmt::{self, Display};

/// A time to the second.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Moment {
    /// Seconds since 1970 in UTC, or in local time if the line has no time zone.
    seconds: i64,
    has_zone: bool,
}

impl Moment {
    /// Returns the start of the hour.
    pub(crate) fn hour(self) -> Self {
        Self { seconds: self.seconds - self.seconds.rem_euclid(3600), ..self }
    }

    /// Returns the number of hours since another time.
    pub(crate) fn hours_since(self, other: Self) -> i64 {
        (self.seconds - other.seconds).div_euclid(3600)
    }

    fn of_civil(time: DateTime) -> Option<Self> {
        let seconds = jiff::tz::TimeZone::UTC.to_timestamp(time).ok()?.as_second();
        Some(Self { seconds, has_zone: false })
    }

    fn of_timestamp(time: Timestamp) -> Self {
        Self { seconds: time.as_second(), has_zone: true }
    }
}

/// Writes RFC 3339 in UTC, or without a zone for a time that has none.
impl Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let time = Timestamp::from_second(self.seconds).map_err(|_| fmt::Error)?;
        let zone = if self.has_zone { "Z" } else { "" };
        write!(f, "{}{zone}", time.strftime("%Y-%m-%dT%H:%M:%S"))
    }
}

/// The length of the start of a line that is searched for its time.
pub(crate) const LINE_START: usize = 512;

/// Finds the first time near the start of a line. A time of syslog has no year; it gets the latest year in which it is not
/// more than a day after `now`.
pub(crate) fn find(line: &[u8], now: Timestamp) -> Option<Moment> {
    let line = &line[..line.len().min(LINE_START)];
    let syslog = if line.first() == Some(&b'<') {
        line.iter().take(6).position(|byte| *byte == b'>').map_or(0, |end| end + 1)
    } else {
        0
    };
    if line.get(syslog).is_some_and(u8::is_ascii_uppercase)
        && let Some(moment) = parse_syslog(&line[syslog..], now)
    {
        return Some(moment);
    }
    (0..line.len()).find_map(|at| match &line[at..] {
        [a, b, c, d, b'-', _, _, b'-', ..] if [a, b, c, d].iter().all(|digit| digit.is_ascii_digit()) => {
            parse_rfc_3339(&line[at..])
        }
        [b'[', _, _, b'/', ..] => parse_common_log(&line[at + 1..]),
        _ => None,
    })
}

/// Parses `2026-11-22T10:00:01.5+08:00`, with a space or a T, with or without a zone.
fn parse_rfc_3339(text: &[u8]) -> Option<Moment> {
    let is_part = |byte: &&u8| {
        matches!(byte, b'0'..=b'9' | b':' | b'.' | b',' | b'-' | b'+' | b'T' | b't' | b'Z' | b'z')
    };
    // After the date there may be a space.
    let time = text.get(11..)?;
    let length = 11 + time.iter().take(30).take_while(is_part).count();
    let text = str::from_utf8(&text[..length]).ok()?.trim_end_matches([',', '.', ':', '-']);
    let fraction = text.find(',').map(|at| format!("{}.{}", &text[..at], &text[at + 1..]));
    let text = fraction.as_deref().unwrap_or(text);
    text.parse().ok().map(Moment::of_timestamp).or_else(|| Moment::of_civil(text.parse().ok()?))
}

/// Parses `10/Oct/2000:13:55:36 -0700`.
fn parse_common_log(text: &[u8]) -> Option<Moment> {
    let text = str::from_utf8(text.get(..26)?).ok()?;
    Timestamp::strptime("%d/%b/%Y:%H:%M:%S %z", text).ok().map(Moment::of_timestamp)
}

/// Parses `Oct 11 22:14:15`.
fn parse_syslog(text: &[u8], now: Timestamp) -> Option<Moment> {
    let text = str::from_utf8(text.get(..15)?).ok()?;
    let now = Moment::of_timestamp(now.checked_add(SignedDuration::from_hours(24)).ok()?);
    let this_year: i16 = now.to_string().get(..4)?.parse().ok()?;
    // The clock of the log may be ahead by a time zone.
    let in_year = |year: i16| {
        let time = DateTime::strptime("%Y %b %d %H:%M:%S", format!("{year} {text}")).ok()?;
        Moment::of_civil(time)
    };
    [this_year, this_year - 1].into_iter().filter_map(in_year).find(|moment| moment.seconds <= now.seconds)
}

#[cfg(test)]
mod tests {
    use super::find;
    use jiff::Timestamp;

    #[test]
    fn the_times_of_three_formats_are_read() {
        let now: Timestamp = "2026-11-27T12:00:00Z".parse().expect("a time");
        for (line, expected) in [
            ("2026-11-22T10:00:01Z x", Some("2026-11-22T10:00:01Z")),
            ("2026-11-22T10:00:01.250+08:00 x", Some("2026-11-22T02:00:01Z")),
            ("2026-11-22 10:00:01,250 INFO x", Some("2026-11-22T10:00:01")),
            (r#"{"a":1,"time":"2026-11-22T10:00:01Z"}"#, Some("2026-11-22T10:00:01Z")),
            (r#"1.2.3.4 - - [10/Oct/2000:13:55:36 -0700] "GET /""#, Some("2000-10-10T20:55:36Z")),
            ("<34>Oct 11 22:14:15 host su: x", Some("2026-10-11T22:14:15")),
            ("Nov  7 02:14:15 host su: x", Some("2026-11-07T02:14:15")),
            ("Dec 31 23:59:59 host su: x", Some("2025-12-31T23:59:59")),
            ("10:00:01 INFO x", None),
            ("2026-13-22T10:00:01Z", None),
            ("Nothing here at all", None),
            ("", None),
        ] {
            let found = find(line.as_bytes(), now).map(|moment| moment.to_string());
            assert_eq!(found.as_deref(), expected, "{line}");
        }
    }
}
