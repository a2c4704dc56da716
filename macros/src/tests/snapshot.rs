//! What a catalog expands to, as a person would read it.

use super::expand;
use expect_test::expect_file;

#[test]
fn three_rows() {
    let catalog = r#"
        /// What the gateway answers.
        pub enum Gateway: i32 {
            title "Gateway return codes";
            success 0;
            column retry: bool = false;

            0 => Ok "success",
            section Account "accounts" 1000..=1999 {
                1001 => NoAccount E_NO_ACCOUNT "no such account" { help: "create it first" },
                1002 => Locked E_LOCKED "account is locked" { retry: true }
                     or Expired E_EXPIRED "account has expired",
            }
        }
    "#;
    let file = syn::parse2(expand(catalog.parse().unwrap())).unwrap();
    let expansion = prettyplease::unparse(&file);
    let lines = expansion.lines().count();
    assert!(lines < 172, "{lines} lines are more than a person reads");
    expect_file!["three_rows.expanded"].assert_eq(&expansion);
}
