//! `disjoint!` checks at compile time that catalogs have no code in common.

/// Fails to compile if two of the catalogs declare the same code.
///
/// For programs that see only a code and must find its catalog: a log, a metric, a gateway in front of several vendors.
/// The catalogs may be in other crates. Integers are compared by value, whatever their types, and strings by content. An
/// integer never equals a string.
///
/// Success codes are not compared, because most catalogs share `0`. Write `including success:` first to compare them too.
///
/// ```
/// use error_catalog::{disjoint, error_catalog};
///
/// error_catalog! { enum Store: u16 { success 0; 0 => Ok "ok", 100 => SoldOut "sold out" } }
/// error_catalog! { enum Bank: i32 { success 0; 0 => Ok "ok", 200 => NoFunds "no funds" } }
///
/// disjoint!(Store, Bank);
/// ```
///
/// The error message contains both catalogs, the code, and its rows:
///
/// ```compile_fail
/// use error_catalog::vendor::{WeCom, Youdu};
///
/// // error: code -1 is declared by two catalogs, as `WeCom::SystemBusy` and as `Youdu::InternalErr`
/// error_catalog::disjoint!(WeCom, Youdu);
/// ```
#[macro_export]
macro_rules! disjoint {
    (including success: $($catalog:path),+ $(,)?) => {
        $crate::disjoint! { @check true, $($catalog),+ }
    };
    (@check $including_success:literal, $($catalog:path),+) => {
        #[allow(long_running_const_eval, reason = "a loop over codes that are data takes milliseconds")]
        const _: () = $crate::__private::assert_disjoint(
            &[$($crate::__private::members_of::<$catalog>()),+],
            $including_success,
        );
    };
    ($($catalog:path),+ $(,)?) => {
        $crate::disjoint! { @check false, $($catalog),+ }
    };
}
