//! `disjoint!`: that several catalogs have no code in common, checked while the crate that says so compiles.

/// Fails to compile where two of the catalogs declare the same code.
///
/// For code that only sees a number and must know whose it is: a log, a metric, a gateway in front of several
/// vendors. The catalogs may be those of other crates. Integers are compared by value whatever their types, strings
/// by content, and an integer never equals a string.
///
/// Success codes are left out of the comparison, since `0` is everybody's; write `including success:` first to have
/// them compared too.
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
/// What the compiler says names both catalogs, the code, and the rows that have it:
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
            &[$($crate::__private::Declared::of::<$catalog>()),+],
            $including_success,
        );
    };
    ($($catalog:path),+ $(,)?) => {
        $crate::disjoint! { @check false, $($catalog),+ }
    };
}
