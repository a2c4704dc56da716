//! Pages and files of vendors: what `import` prints of them is a declaration that the macro accepts.
#![no_main]

use errcat::properties::imported;
use error_catalog_properties::expander::accepts;

libfuzzer_sys::fuzz_target!(|file: &[u8]| {
    if let Some(printed) = imported(file)
        && let Err(errors) = accepts(&printed)
    {
        panic!("{errors}\n{printed}");
    }
});
