//! Names that the expansion introduces do not collide with columns or with names in the scope of a value.

#![allow(dead_code, non_upper_case_globals, non_camel_case_types)]

use error_catalog::error_catalog;

const __DEFAULT: u8 = 200;
const values: u8 = 201;
static place: u8 = 202;
const row: u8 = 203;
const rows: u8 = 204;
const name: u8 = 205;
const f: u8 = 206;
const code: u8 = 207;
const table: usize = 2;
const this: u8 = 1;
const self_: u8 = 1;
static candidate: u8 = 1;
const index: u8 = 1;
const lang: u8 = 1;
const symbol: u8 = 1;
const serializer: u8 = 1;
const deserializer: u8 = 1;
const catalog: u8 = 1;
const x: u8 = 1;
const i: u8 = 1;
const state: u8 = 1;
const other: u8 = 1;
const error: u8 = 1;
const value: u8 = 1;
struct all;
struct rank;
struct declared;
struct text(u8);

error_catalog! {
    enum Columns: i32 {
        success 0;
        column place: u8 = 1;
        column rows: u8 = 2;
        column values: u8;
        column table: u8 = rows;
        column default: u8 = __DEFAULT;
        column row: u8 = 3;
        column candidate: &'static str = "none";
        column array: [u8; table] = [values; table];
        0 => Ok "ok" { values: values },
        1 => A "a" { values: __DEFAULT, place: row, rows: name, default: f, row: code } or B "b" { values: rows },
    }
}

error_catalog! {
    enum Strings: &'static str {
        column r: u8 = 0;
        "a" => A "a" { r: __DEFAULT },
        "b" => B "b" { r: self::place },
        "c" => C "c" { r: { const __values_of_mine: u8 = 9; __values_of_mine } },
        "d" => D "d",
    }
}

error_catalog::disjoint!(Columns, Strings);

fn main() {
    let (ok, a) = (Columns::Ok, Columns::A);
    assert_eq!((ok.place(), ok.rows(), ok.values(), ok.table(), ok.default(), ok.row()), (1, 2, 201, 204, 200, 3));
    assert_eq!((a.place(), a.rows(), a.values(), a.table(), a.default(), a.row()), (203, 205, 200, 204, 206, 207));
    assert_eq!((ok.candidate(), ok.array()), ("none", [201, 201]));
    let columns = Columns::B.meanings().nth(1).map(|meaning| meaning.columns());
    assert!(columns.is_some_and(|columns| columns.values == 204 && columns.default == 200));
    assert_eq!(Strings::ALL.iter().map(|it| it.r()).collect::<Vec<_>>(), [200, 202, 9, 0]);
    assert_eq!((Columns::from_code(1), "b".parse()), (Some(a), Err::<Strings, _>(Strings::from_str_error())));
}

impl Strings {
    fn from_str_error() -> error_catalog::UnknownName {
        "b".parse::<Self>().unwrap_err()
    }
}
