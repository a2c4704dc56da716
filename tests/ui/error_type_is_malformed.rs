//! Mistakes in the statement `error`.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Twice: u16 {
        error One;
        error Two;
        1 => A "a",
    }
}

error_catalog! {
    pub enum Same: u16 {
        error Same;
        1 => A "a",
    }
}

error_catalog! {
    pub enum Unnamed: u16 {
        error;
        1 => A "a",
    }
}

error_catalog! {
    pub enum Derives: u16 {
        #[derive(Debug, Clone, thiserror::Error)]
        error DerivesFailure;
        1 => A "a",
    }
}

fn main() {}
