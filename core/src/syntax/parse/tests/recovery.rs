//! The ends of values and types, the errors about malformed items, and the items that are parsed after them.

use super::{read, read_table};
use crate::syntax::Code;
use proc_macro2::TokenStream;

/// Returns the errors about a table, the codes of the parsed rows, and the names of the rows that cannot be parsed.
fn read_with_mistakes(table: &str) -> (Vec<String>, String, String) {
    let (catalog, errors) = read(&format!("enum Vendor: i32 {{ {table} }}"));
    let catalog = catalog.unwrap();
    let codes: Vec<String> = catalog.rows.iter().map(|row| row.code.value().unwrap().to_string()).collect();
    let unread: Vec<String> = catalog.unread_names.iter().map(ToString::to_string).collect();
    (errors, codes.join(" "), unread.join(" "))
}

/// Checks that a table has one error that begins with `message`, the codes of the rows that are still parsed, and the
/// names of the others.
#[track_caller]
fn check_one_error(table: &str, message: &str, codes: &str, unread: &str) {
    let (errors, read, names) = read_with_mistakes(table);
    assert!(errors.len() == 1 && errors[0].starts_with(message), "{table}\n{errors:?}");
    assert_eq!((read.as_str(), names.as_str()), (codes, unread), "{table}");
}

#[test]
fn a_value_ends_at_the_comma_before_the_next_field() {
    for value in [
        "Pair::<i32, u8>::NEW",
        "f::<i32, core::primitive::u8>()",
        "|x: i32| x + 1",
        "|a: u8, b: u8| a + b",
        "match 1 { 1 => 2, _ => 3 }",
        "Map::<A, B>::from([(1, 2), (3, 4)])",
        "1 as bool",
        "a::<b, c>",
        "-1",
        "&1",
    ] {
        let catalog = read_table(&format!("1 => A \"a\" {{ one:{value}, two: {value}, }}"));
        let fields = &catalog.rows[0].meanings[0].fields;
        assert_eq!(
            fields.iter().map(|field| field.key.as_str()).collect::<Vec<_>>(),
            ["one", "two"],
            "{value}"
        );
        let expected = value.parse::<TokenStream>().unwrap().to_string();
        assert!(fields.iter().all(|field| field.value.tokens.to_string() == expected), "{value}");
    }
}

#[test]
fn a_value_is_one_expression() {
    let in_row = |value: &str| format!("1 => A \"a\" {{ limit: {value} }}, 2 => B \"b\"");
    for (value, message) in [
        ("1,000", "numbers have no thousands separators: write `limit: 1000`"),
        ("1, 2", "expected the next field, `name: value`, because `limit` takes one value"),
        (
            "Retry::UpTo(3), Retry::Never",
            "expected the next field, `name: value`, because `limit` takes one value",
        ),
        ("1, A", "expected the next field, `name: value`, because `limit` takes one value"),
        ("#[cfg(any())] 9", "the value of `limit` cannot have attributes"),
        ("F[#[cfg(any())] 9]", "the value of `limit` cannot have attributes"),
        ("4 +", "unexpected end of input"),
        ("", "expected a value for `limit`"),
    ] {
        check_one_error(&in_row(value), message, "2", "A");
    }
    let in_column = |default: &str| format!("column limit: u32 = {default}; 2 => B \"b\"");
    for (default, message) in [
        ("1, 2", "the default of column `limit` is one value"),
        ("#[cfg(any())] 9", "the value of `limit` cannot have attributes"),
        ("", "expected a value for `limit`"),
    ] {
        check_one_error(&in_column(default), message, "2", "");
    }
}

#[test]
fn a_type_ends_at_the_next_statement() {
    let unended = "column en: Option<u8> title \"t\"; 1 => A \"a\"";
    check_one_error(unended, "expected `;` to end the statement", "1", "");
    assert_eq!(read_table("column of: a::title::Title; column en: bool;").statements().columns.len(), 2);
    check_one_error("column en: bool => true; 1 => A \"a\"", "expected the type of column `en`", "1", "");
    check_one_error("column en::de: bool; 1 => A \"a\"", "expected `:` and the type of the column", "1", "");
}

#[test]
fn any_expression_is_the_length_of_an_array() {
    for length in
        ["1 + 1", "{ let n = 1; n }", "if N > 1 { 1 } else { 2 }", "const { 2 }", "[0; 2].len()", "(|| 2)()"]
    {
        for ty in [format!("[u8; {length}]"), format!("(u8, [[u8; {length}]; {length}])")] {
            let catalog = read_table(&format!("column bytes: {ty};"));
            let column = catalog.statements().columns[0];
            assert_eq!(column.name, "bytes", "{ty}");
        }
    }
    assert_eq!(read_table("column matrix: Matrix<{ let n = 1; n }>;").statements().columns.len(), 1);
    for ty in ["[u8; ]", "[u8 u8; 2]", "[; 2]", "(u8; 2)"] {
        check_one_error(&format!("column a: {ty}; 1 => A \"a\""), "expected the type of column `a`", "1", "");
    }
}

#[test]
fn a_row_is_kept_if_only_its_comma_is_missing() {
    let (errors, codes, unread) =
        read_with_mistakes("1 => A \"a\" 2 => B \"b\" -3 => C \"c\" #[doc = \"d\"] 4 => D \"d\"");
    assert_eq!((errors.len(), codes.as_str(), unread.as_str()), (3, "1 2 -3 4", ""), "{errors:?}");
}

#[test]
fn parsing_continues_with_the_next_item() {
    // An item is skipped to its end, wherever the mistake is.
    check_one_error("success 1, x; 2 => B \"b\"", "a code must be a literal", "2", "");
    check_one_error("titel One Two 5; 2 => B \"b\"", "there is no statement `titel`", "2", "");
    // If the end is missing, parsing continues at the next row.
    check_one_error("1 => A -2 => B \"b\"", "expected the message", "-2", "A");
    check_one_error("1 => A F[-3] => B \"b\"", "expected the message", "-3", "A");
    // No row begins with parentheses.
    check_one_error("1 => A (-1) => B \"b\", 2 => C \"c\"", "expected the message", "2", "A");
    // If the item begins with a code, its first word is the name.
    check_one_error("1 => A B C, 2 => D \"d\"", "expected the message", "2", "A");
    check_one_error("-1 A \"a\", 2 => D \"d\"", "expected `=>` after the code", "2", "A");
    check_one_error("#[doc = \"\"] 1 A \"a\", 2 => D \"d\"", "expected `=>` after the code", "2", "A");
}

#[test]
fn a_pasted_table_has_no_texts_in_quotes_and_no_braces() {
    let pasted = "this looks like a table copied from a page";
    check_one_error("1 alpha (beta)", pasted, "", "");
    check_one_error("1, alpha, beta", pasted, "", "");
    check_one_error("| 1 | alpha | 2 => B \"b\"", pasted, "2", "");
    check_one_error("1 A \"a\"", "expected `=>` after the code", "", "A");
    check_one_error("1 A { help }", "expected `=>` after the code", "", "A");
    check_one_error("title \"t\"; 1 A =>", "expected `=>` after the code", "", "A");
}

#[test]
fn each_mistake_has_its_own_message() {
    check_one_error("1 => A \"a\" B, 2 => C \"c\"", "the symbol comes before the message", "2", "A");
    check_one_error("1 => A \"a\" B C, 2 => C \"c\"", "expected `,` to end the row", "2", "A");
    check_one_error("1 => A \"a\" (help: \"x\"), 2 => C \"c\"", "expected `,` to end the row", "2", "A");
    check_one_error(
        "section One \"one\" [2 => B \"b\"] 3 => C \"c\"",
        "expected the rows of section `One`",
        "3",
        "",
    );
    check_one_error("Busy \"busy\", 2 => C \"c\"", "each row needs a code", "2", "");
    check_one_error("1 => 3 D \"d\", 2 => C \"c\"", "a name cannot begin with a digit", "2", "D");
    check_one_error("#(doc) 1 => A \"a\", 2 => C \"c\"", "expected an attribute", "1 2", "");
    for symbol in ["isv.invalid", "isv-invalid", "isv:invalid"] {
        check_one_error(
            &format!("1 => A {symbol} \"a\""),
            "write a symbol that is not a Rust identifier as a field",
            "",
            "A",
        );
    }
    check_one_error("1,001 => A \"a\"", "numbers have no thousands separators: write `1001`", "", "A");
    check_one_error("1-9 => A \"a\"", "a row has one code", "-9", "");
    check_one_error("1 -> A \"a\"", "expected `=>` after the code", "", "A");
    check_one_error("0x1,001 => A \"a\"", "expected `=>` after the code", "1", "");

    let (catalog, errors) = read("enum Vendor: i32 (1 => A \"a\")");
    assert!(catalog.is_none());
    assert_eq!(errors, ["expected the table, `{ code => Name \"message\", … }`"]);
}

#[test]
fn a_code_is_a_number_or_a_string() {
    let (catalog, _) = read("enum Vendor: i32 { success 1, -2, \"3\", -\"4\", 5.0, 0x10; }");
    let codes: Vec<_> = catalog.unwrap().statements().success[0]
        .value
        .codes
        .iter()
        .map(crate::syntax::ast::CodeLiteral::value)
        .collect();
    let int = |code| Some(Code::Int(code));
    assert_eq!(codes, [int(1), int(-2), Some(Code::Str("3".to_owned())), None, None, int(16)]);
}
