//! The step after a failure: renew, wait or give up.

use error_catalog::vendor::WeCom;
use error_catalog::{Attempts, Catalog, Failure, NextStep, Retry, error_catalog};
use std::time::Duration;

const fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

fn wait(after: u64) -> NextStep {
    NextStep::Wait(seconds(after))
}

fn attempts(limit: u32) -> Attempts {
    Attempts::new(limit).with_delays(seconds(1), seconds(5))
}

fn steps<C: Catalog>(mut attempts: Attempts, rows: impl IntoIterator<Item = C>) -> Vec<NextStep> {
    rows.into_iter().map(|row| attempts.after(&Failure::new(row).unwrap())).collect()
}

#[test]
fn delays_double_up_to_the_longest_and_the_limit() {
    let busy = [WeCom::SystemBusy; 5];
    assert_eq!(steps(attempts(9), busy), [wait(1), wait(2), wait(4), NextStep::GiveUp, NextStep::GiveUp]);
    assert_eq!(steps(attempts(2), busy)[..3], [wait(1), wait(2), NextStep::GiveUp]);
    assert_eq!(steps(attempts(0), busy)[0], NextStep::GiveUp);
    let mut allowed = attempts(4);
    let delays = [(); 5].map(|()| allowed.after_advice(Retry::Allowed, None));
    assert_eq!(delays, [wait(1), wait(2), wait(4), wait(5), NextStep::GiveUp]);
}

#[test]
fn a_credential_is_renewed_once_and_not_counted() {
    let rows = [WeCom::SystemBusy, WeCom::AccessTokenExpired, WeCom::SystemBusy, WeCom::InvalidAccessToken];
    assert_eq!(steps(attempts(3), rows), [wait(1), NextStep::Renew, wait(2), NextStep::GiveUp]);
    assert_eq!(steps(attempts(0), [WeCom::AccessTokenExpired]), [NextStep::Renew]);
}

#[test]
fn unknown_codes_and_errors_of_the_caller_are_given_up() {
    assert_eq!(steps(attempts(3), [WeCom::InvalidSecret]), [NextStep::GiveUp]);
    let unknown = Failure::<WeCom>::new(850_099).unwrap();
    assert_eq!(attempts(3).after(&unknown), NextStep::GiveUp);
}

error_catalog! {
    enum Shared: i32 {
        column retry: Retry = Retry::Never;

        1 => Full "the queue is full" { retry: Retry::Allowed } or Gone "the queue is gone",
        2 => Busy "busy" { retry: Retry::Allowed } or Locked "locked" { retry: Retry::Allowed },
    }
}

#[test]
fn meanings_that_disagree_are_given_up() {
    assert_eq!(steps(attempts(3), [Shared::Full, Shared::Busy]), [NextStep::GiveUp, wait(1)]);
}

#[test]
fn later_is_bounded() {
    let frequent = [WeCom::ApiCallLimitExceeded; 3];
    assert_eq!(steps(attempts(2), frequent)[0], NextStep::GiveUp);
    let patient = attempts(2).with_later(seconds(60));
    assert_eq!(steps(patient, frequent), [wait(60), wait(60), NextStep::GiveUp]);
}

#[test]
fn the_delay_of_the_vendor_goes_before_the_advice() {
    let retry_after = Some(seconds(3));
    for advice in [Retry::Never, Retry::UpTo(1), Retry::Allowed, Retry::Later] {
        let mut attempts = attempts(2).with_later(seconds(60));
        assert_eq!(attempts.after_advice(advice, retry_after), wait(3), "{advice:?}");
        let second = if advice == Retry::UpTo(1) { NextStep::GiveUp } else { wait(3) };
        assert_eq!(attempts.after_advice(advice, retry_after), second, "{advice:?}");
        assert_eq!(attempts.after_advice(advice, retry_after), NextStep::GiveUp, "{advice:?}");
    }
    let mut attempts = attempts(2);
    assert_eq!(attempts.after_advice(Retry::AfterRenewal, retry_after), NextStep::Renew);
    assert_eq!(attempts.after_advice(Retry::AfterRenewal, retry_after), wait(3));
    // A day is longer than the client waits.
    assert_eq!(attempts.after_advice(Retry::Later, Some(seconds(86_400))), NextStep::GiveUp);
}

#[test]
fn no_number_of_attempts_overflows() {
    let mut attempts = Attempts::new(u32::MAX).with_delays(Duration::MAX, Duration::MAX);
    for _ in 0..100 {
        assert_eq!(attempts.after_advice(Retry::Allowed, None), NextStep::Wait(Duration::MAX));
    }
}
