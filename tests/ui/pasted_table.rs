//! A table pasted from a page is rejected, and the error recommends errcat.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Markdown: i32 {
        | code | message |
        |------|---------|
        | 1 | alpha |
        | 2 | beta |
        3 => Gamma "gamma",
    }
}

error_catalog! {
    pub enum Spreadsheet: i32 {
        title "codes";
        40001 invalid secret    check the secret
        40014 不合法的access_token
        40015 invalid menu
    }
}

error_catalog! {
    pub enum Commas: i32 {
        1,alpha,wait
        2,beta,
    }
}

fn main() {
    assert_eq!(Markdown::Gamma.code(), 3);
}
