//! Lists and source code: the patterns of `--from`, patterns of the user's own, YAML, definition lists and the tables of
//! reStructuredText.

use crate::{answer, errcat, file, outcome, seed};
use std::fmt::Write;

/// Imports a file, and returns the status, the rows without their names and indentation, and stderr.
fn imported(path: &str, options: &[&str]) -> (i32, Vec<String>, String) {
    let (status, out, err) = outcome(errcat(&[&["import", path, "--name", "X"], options].concat()));
    // Long rows have their fields on lines of their own.
    let out =
        out.replace("{\n            ", "{ ").replace(",\n            ", ", ").replace(",\n        }", " }");
    let rows = out.lines().filter_map(|line| {
        let (code, row) = line.trim().split_once(" => ")?;
        let (_, row) = row.split_once(' ')?;
        Some(format!("{code} {}", row.trim_end_matches(',')))
    });
    (status, rows.collect(), err)
}

#[track_caller]
fn check(name: &str, source: &str, options: &[&str], rows: &[&str]) -> String {
    let (status, found, err) = imported(&file(name, source), options);
    assert_eq!((status, found), (0, rows.iter().map(|&row| row.to_owned()).collect()), "{err}");
    err
}

#[test]
fn each_form_is_read() {
    for (name, options, rows) in [
        (
            "constants.go",
            &[][..],
            &[
                "\"InternalError\" INTERNALERROR \"Internal error\"",
                "\"InvalidParameter\" INVALIDPARAMETER \"Parameter error\"",
            ][..],
        ),
        ("codes.php", &[], &["40001 \"invalid credential\"", "40013 \"invalid appid\""]),
        ("codes.yaml", &[], &["0 OK \"OK\"", "1 InternalError \"InternalError\""]),
        ("codes.proto", &[], &["0 OK \"Not an error.\"", "1 CANCELLED \"Cancelled by the caller.\""]),
        (
            "enum.java",
            &[],
            &[
                "-1 CODE_1 \"系统繁忙\" { help: \"busy.\" }",
                "0 CODE_0 \"请求成功\"",
                "40001 CODE_40001 \"获取 access_token 时 AppSecret 错误\"",
            ],
        ),
        (
            "table.rst",
            &[],
            &[
                "40001 \"invalid credential\" { help: \"不合法的凭证\" }",
                "40013 \"invalid appid\" { help: \"不合法的AppID\" }",
            ],
        ),
        ("definition_list.html", &[], &["0 ERROR_SUCCESS \"Done.\"", "1 ERROR_BAD \"Bad.\""]),
        (
            "bullets.md",
            &["--from", "bullets"],
            &["500 \"服务器内部错误\"", "502 \"网络错误\"", "610 \"核心错误\""],
        ),
        (
            "headings.md",
            &["--from", "headings"],
            &[
                "\"-1000\" UNKNOWN \"Unknown error.\"",
                "\"-1001\" DISCONNECTED \"Internal error; try again.\" { help: \"Please reconnect.\" }",
                "\"E200\" \"Bad angle\" { help: \"The angle is wrong.\" }",
            ],
        ),
    ] {
        let (status, found, err) = imported(&seed(&format!("pages/{name}")), options);
        assert_eq!((status, found), (0, rows.iter().map(|&row| row.to_owned()).collect()), "{name}: {err}");
    }
}

#[test]
fn enums_of_rust_have_their_messages_in_attributes_or_comments() {
    let err = check(
        "vault_errors.rs",
        r#"
//! The errors of the vault. An enum Draft { is in this comment }
use thiserror::Error;
/// Errors of the vault.
#[derive(Debug, Error)]
#[repr(u32)]
pub(crate) enum VaultError {
    #[error("not found")]
    NotFound = 6000,
    /// The owner differs.
    #[msg("wrong owner")]
    #[doc(alias = "owner")]
    WrongOwner, // Since 2.0
    #[error("io [{0}], \
             or disk")]
    /// The disk, perhaps.
    Io(#[from] std::io::Error),
    /// Only a comment.
    Commented,
    // Retired, Gone
    Last { at: u32 } = 0x1800 }
enum Reply<'a, T: Iterator<Item = u8>> { }
fn f() { match x { A => 1, B => 2 } }
"#,
        &[],
        &[
            "6000 NotFound \"not found\"",
            "6001 WrongOwner \"wrong owner\" { help: \"Since 2.0\" }",
            "6002 Io \"io [{0}], or disk\" { help: \"The disk, perhaps.\" }",
            "6003 Commented \"Only a comment.\"",
            "0x1800 Last \"Last\"",
        ],
    );
    assert!(err.contains("code 0x1800 has no message: Last is used instead"), "{err}");
}

#[test]
fn programs_of_anchor_count_from_6000() {
    check(
        "anchor.rs",
        "#[error_code]\npub enum Escrow {\n    #[msg(\"too late\")]\n    Late,\n    #[msg(\"too early\")]\n    Early,\n}\n",
        &[],
        &["6000 Late \"too late\"", "6001 Early \"too early\""],
    );
}

#[test]
fn enums_without_a_first_code_are_counted_from_0_with_a_note() {
    let err = check(
        "counted.rs",
        "pub enum Stage {\n    /// Begins.\n    Begin,\n    /// Ends.\n    End,\n}\n",
        &[],
        &["0 Begin \"Begins.\"", "1 End \"Ends.\""],
    );
    assert!(err.contains("line 3: the first constant of Stage has no code: it is read as 0"), "{err}");
}

#[test]
fn constants_of_rust_are_rows_but_texts_among_numbers_are_not() {
    let err = check(
        "constants.rs",
        r#"
/// Fine.
pub const OK: u32 = 0;
pub const BAD: Code = Code::new(0x1_0001); // Bad.
pub const WORSE: i32 = BAD_BASE + 3;
pub(crate) const SAME: Self = Self(7);
const FLAG_MASK: u32 = 0xff00;
pub const NAMES: [&str; 2] = ["a", "b"];
pub const PAUSE: Duration = Duration::from_secs(5);
pub const VERSION: &str = "draft";
pub const LIMIT: usize = 10;
"#,
        &["--exceptions", &file("constants.exceptions", "WORSE = BAD_BASE + 3\n")],
        &["0 OK \"Fine.\"", "0x10001 BAD \"Bad.\"", "7 SAME \"SAME\""],
    );
    assert!(err.contains("FLAG_MASK is left out"), "{err}");
    assert!(err.contains("VERSION is left out: its value is the text \"draft\""), "{err}");
    let texts = "pub const GONE: &str = \"gone\";\npub const BUSY: &'static str = \"busy\"; // Busy.\n";
    check("texts.rs", texts, &[], &["\"gone\" GONE \"GONE\"", "\"busy\" BUSY \"Busy.\""]);
}

#[test]
fn definitions_of_c_are_computed_and_guards_texts_and_masks_are_not_rows() {
    let err = check(
        "lib.h",
        r#"/* The errors of lib. #define LIB_COMMENTED 9 */
#ifndef LIB_ERRORS_H
#define LIB_ERRORS_H 1

#define LIB_VERSION "3.1"
#define LIB_MASK 0xff00
#define LIB_IS_ERROR(code) ((code) < 0)

#define LIB_OK           0   /* Successful result */
/** Generic error */
#define LIB_ERROR        -1
#define LIB_IOERR        (LIB_OK + 10)
#define LIB_IOERR_READ   (LIB_IOERR | (1<<8)) // Reading
#  define LIB_FAIL ((HRESULT)0x80004005L)
#define E_ABORT _HRESULT_TYPEDEF_(0x80004004L)
#ifndef LIB_EPERM
#define LIB_EPERM 1 /* may be the system's */
#endif
#endif
"#,
        &[],
        &[
            "0 LIB_OK \"Successful result\"",
            "-1 LIB_ERROR \"Generic error\"",
            "10 LIB_IOERR \"LIB_IOERR\"",
            "266 LIB_IOERR_READ \"Reading\"",
            "0x80004005 LIB_FAIL \"LIB_FAIL\"",
            "0x80004004 E_ABORT \"E_ABORT\"",
            "1 LIB_EPERM \"may be the system's\"",
        ],
    );
    assert!(err.contains("line 6: LIB_MASK is left out"), "{err}");
}

#[test]
fn enums_of_c_count_on_and_have_expressions() {
    let err = check(
        "status.h",
        r"
typedef enum lib_status {
  A_OK, /* fine */
  A_BAD = 5, // bad
  A_WORSE, /**< worse */
  A_BASE = 0x100,
  A_FIRST = A_BASE + 1,
  /* unnamed,
     in two lines */
  A_NEXT,
#ifdef OLD
  A_OLD = -3,
#endif
  A_DOXYGEN,
    /**<
     * \brief  Below it.
     */
  A_LAST = (1 << 4) | 2 /* last */
#ifdef NEW
#endif
} lib_status;
struct { int field; } s = { field, };
",
        &[],
        &[
            "0 A_OK \"fine\"",
            "5 A_BAD \"bad\"",
            "6 A_WORSE \"worse\"",
            "257 A_FIRST \"A_FIRST\"",
            "258 A_NEXT \"unnamed, in two lines\"",
            "-3 A_OLD \"A_OLD\"",
            "-2 A_DOXYGEN \"Below it.\"",
            "18 A_LAST \"last\"",
        ],
    );
    assert!(err.contains("A_BASE is left out"), "{err}");
}

#[test]
fn a_code_that_cannot_be_computed_is_reported() {
    let path = seed("pages/defines.h");
    let (status, rows, err) = imported(&path, &[]);
    assert_eq!((status, rows.len()), (1, 2), "{rows:?} {err}");
    let row = "\"LIB_IOERR_READ = (LIB_IOERR | (1<<8))\"";
    assert!(err.contains("line 3") && err.contains(row), "{err}");
    let exceptions = file("defs.exceptions", row);
    let (status, _, err) = imported(&path, &["--exceptions", &exceptions]);
    assert_eq!(status, 0, "{err}");
    let (status, rows, err) = imported(&file("macro.h", "enum E {\n  ROW(A, \"a\")\n  B = 2,\n};\n"), &[]);
    assert_eq!((status, rows), (1, vec!["2 B \"B\"".to_owned()]), "{err}");
    assert!(err.contains("ROW = (A, \\\"a\\\")"), "{err}");
}

#[test]
fn constants_of_go_repeat_expressions_with_iota() {
    check(
        "codes.go",
        r#"
package errno

// Code is a code.
type Code int

const (
	// OK is no error.
	OK Code = 0
	errBase = iota + 1000
	ErrA // The first.
	_

	// About the next.

	// ErrB is the second,
	// of two.
	ErrB
	ErrHex Code = 0x7d0
	ErrConverted = Code(3000)
)

const ErrSingle Code = 4000 // Alone.

var (
	ErrUser  = errors.New(20101, "The user was not found.")
	ErrToken = &Errno{Code: 20102, Message: "The token is invalid."}
)

func f() { const local = 5; x = 7 }
"#,
        &[],
        &[
            "0 OK \"OK is no error.\"",
            "1001 errBase \"errBase\"",
            "1002 ErrA \"The first.\"",
            "1004 ErrB \"ErrB is the second, of two.\"",
            "0x7d0 ErrHex \"ErrHex\"",
            "3000 ErrConverted \"ErrConverted\"",
            "4000 ErrSingle \"Alone.\"",
            "20101 ErrUser \"The user was not found.\"",
            "20102 ErrToken \"The token is invalid.\"",
        ],
    );
}

#[test]
fn enums_of_java_have_arguments_of_many_kinds() {
    let err = check(
        "ErrorCode.java",
        r#"
package com.example;
/** The enum of errors {see below}. */
@Getter
public enum ErrorCode implements IErrorCode {
    /** Done. */
    SUCCESS(0, "成功"),
    // An internal error, not to be shown
    @Deprecated
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, 1001, "internal" +
        " error"),
    MISSING(404, 1002, "no (such) thing", "Check the id."),
    TEXT_FIRST("text first", 1003),
    COMPUTED(BASE + 4, "computed"),
    WITH_BODY(1005, "body") {
        @Override boolean isRetryable() { return true; }
    },
    PLAIN,
    LAST(1_006L, "last"); // the last

    private final int code;
    private static final int UNUSED = 17;
    ErrorCode(int code, String message) { this.code = code; this.message = message; }
}
"#,
        &["--exceptions", &file("java.exceptions", "COMPUTED = BASE + 4, \"computed\"\n")],
        &[
            "0 SUCCESS \"成功\" { help: \"Done.\" }",
            "1001 INTERNAL \"internal error\" { help: \"An internal error, not to be shown\" }",
            "404 MISSING \"no (such) thing\" { help: \"Check the id.\" }",
            "1003 TEXT_FIRST \"text first\"",
            "1005 WITH_BODY \"body\"",
            "1006 LAST \"last\" { help: \"the last\" }",
            "17 UNUSED \"UNUSED\"",
        ],
    );
    assert!(err.contains("PLAIN is left out: it has no code"), "{err}");
    check(
        "Texts.java",
        "enum Texts {\n    OK(\"00000\", \"一切 ok\"),\n    USER_ERROR(\"A0001\", \"用户端错误\");\n}\n",
        &[],
        &["\"00000\" OK \"一切 ok\"", "\"A0001\" USER_ERROR \"用户端错误\""],
    );
    check(
        "Codes.kt",
        "enum class Codes(val code: Int) {\n    OK(0), // fine\n    BAD(1) // bad\n}\nobject C {\n    const val OTHER = 5;\n}\n",
        &[],
        &["0 OK \"fine\"", "1 BAD \"bad\"", "5 OTHER \"OTHER\""],
    );
}

#[test]
fn constants_of_go_have_messages_that_are_elsewhere_in_the_file() {
    let err = check(
        "messages.go",
        r#"
package code

const (
	Ok = iota
	NotFound // Not a row.
	Busy
	Expired
	Limit
	Bare
)

var messages = map[int]string{
	Ok:        "ok, done",
	code.NotFound:  "no such " +
		"user",
	Unrelated: "unrelated",
}

func (c Code) String() string {
	switch c {
	case NotFound:
		return "NOT_FOUND"
	case Busy:
		return "try again"
	}
	// Expired: "in a comment"
	return "unknown: " + strconv.Itoa(int(c))
}

func init() {
	register(Expired, 401, "the token has expired")
	_ = []entry{{Limit, "too many"}, {Busy, "busy"}, {Busy, "in use"}}
}
"#,
        &[],
        &[
            "0 Ok \"ok, done\"",
            "1 NotFound \"no such user\" { help: \"Not a row.\" }",
            "2 Busy \"try again\"",
            "3 Expired \"the token has expired\"",
            "4 Limit \"too many\"",
            "5 Bare \"Bare\"",
        ],
    );
    assert!(err.contains("line 33: another message of Busy is left out"), "{err}");
    assert!(err.contains("code 5 has no message: Bare is used instead") && err.lines().count() == 2, "{err}");
}

#[test]
fn constants_of_other_languages_have_messages_that_are_elsewhere_in_the_file() {
    check(
        "messages.c",
        r#"
enum { E_OK, E_GONE, /* gone? */ E_FULL, E_IO };
static const char *const names[] = { [E_OK] = "fine", [E_GONE] = _("it is gone") };
static const struct entry table[] = { { E_FULL, "it is full" } };
const char *text(int e) { switch (e) { case E_IO: return "input or output"; default: return "?"; } }
"#,
        &[],
        &[
            "0 E_OK \"fine\"",
            "1 E_GONE \"it is gone\" { help: \"gone?\" }",
            "2 E_FULL \"it is full\"",
            "3 E_IO \"input or output\"",
        ],
    );
    check(
        "Messages.java",
        r#"
final class Messages {
    public static final int NOT_FOUND = 404;
    public static final int BUSY = 503;
    public static final int OLD = 505;
    static final Map<Integer, String> MORE = Map.ofEntries(Map.entry(NOT_FOUND, "no such user"));
    static { MORE.put(Messages.BUSY, "try again"); }
    static String of(int code) { return switch (code) { case OLD -> "too old"; default -> "?"; }; }
}
"#,
        &[],
        &["404 NOT_FOUND \"no such user\"", "503 BUSY \"try again\"", "505 OLD \"too old\""],
    );
    check(
        "messages.rs",
        r#"
pub enum Code { Ok = 0,
/** Not there. */ NotFound = 4, Io(u8) = 5, Busy { at: u8 } = 6 }
impl Display for Code {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Code::Ok => write!(f, "all is well"),
            Self::NotFound => f.write_str("no such user"),
            Self::Io(_) | Self::Other => write!(f, "input or output"),
            Self::Busy { .. } => write!(f, "try again"),
        }
    }
}
"#,
        &[],
        &[
            "0 Ok \"all is well\"",
            "4 NotFound \"no such user\" { help: \"Not there.\" }",
            "5 Io \"Io\"",
            "6 Busy \"try again\"",
        ],
    );
    check(
        "Messages.php",
        "<?php class E { const GONE = 4; const FULL = 5;\n const MESSAGES = [self::GONE => 'it\\'s gone', E::FULL => \"full up\"]; }\n",
        &[],
        &["4 GONE \"it's gone\"", "5 FULL \"full up\""],
    );
}

#[test]
fn a_pattern_without_a_code_has_the_messages_of_symbols() {
    let source = "A(1)\nB(2)\ntext of A is one\ntext of B is two\n";
    let (rows, texts) = (r"(?<symbol>\w)\((?<code>\d+)\)", r"text of (?<symbol>\w) is (?<message>\w+)");
    check("texts.txt", source, &["--pattern", texts, "--pattern", rows], &["1 A \"one\"", "2 B \"two\""]);
    let (status, _, err) = imported(&file("texts.txt", source), &["--pattern", texts]);
    assert!(status == 2 && err.contains("no pattern has a group for the code"), "{err}");
}

#[test]
fn enums_of_protocol_buffers_skip_what_is_reserved() {
    check(
        "errors.proto",
        r#"
syntax = "proto3";
message M { int32 field = 3; enum Inner {
  option allow_alias = true;
  reserved 2, 15, 9 to 11;
  reserved "FOO", "BAR";
  // Not an error;
  // so it is 0.
  INNER_OK = 0;
  INNER_OLD = 1 [deprecated = true];
  INNER_HEX = 0x10 [(text) = "a ] b", deprecated = false]; // In hexadecimal.
  /* Negative. */
  INNER_NEGATIVE = -1;
} int32 other = 4; }
"#,
        &[],
        &[
            "0 INNER_OK \"Not an error; so it is 0.\"",
            "1 INNER_OLD \"INNER_OLD\"",
            "0x10 INNER_HEX \"In hexadecimal.\"",
            "-1 INNER_NEGATIVE \"Negative.\"",
        ],
    );
}

#[test]
fn php_has_constants_cases_and_arrays() {
    check(
        "ErrorCode.php",
        r"<?php
/** The codes. */
final class ErrorCode {
    const OK = 0; // fine
    public const NOT_FOUND = 40004; # not found
    /** It's the limit. */
    private const int LIMIT = 0x1F;
    # const RETIRED = 3;
}
enum Status: int { case Busy = -1; }
define('LEGACY', 9);
",
        &[],
        &[
            "0 OK \"fine\"",
            "40004 NOT_FOUND \"not found\"",
            "0x1F LIMIT \"It's the limit.\"",
            "-1 Busy \"Busy\"",
            "9 LEGACY \"LEGACY\"",
        ],
    );
    check(
        "array.php",
        "<?php return array(\n  '0' => 'it\\'s done', // ok\n  \"-41001\" => \"bad signature\",\n);\n",
        &[],
        &["0 \"it's done\" { help: \"ok\" }", "-41001 \"bad signature\""],
    );
}

#[test]
fn lists_of_markdown_are_read() {
    check(
        "bullets.md",
        "# Codes\n\n## Login\n* `1001` (BAD_USER): no such user\n+ 1002 – locked\n- *1003* -> gone\n\n1004\n: a definition\n",
        &["--from", "bullets"],
        &["1001 BAD_USER \"no such user\"", "1002 \"locked\"", "1003 \"gone\"", "1004 \"a definition\""],
    );
    check(
        "headings.md",
        "# Codes\n\n## Login\n\n### 1001: No such user\n\nThe id is unknown.\n\n- Check the id.\n- Ask again.\n\n### `1002` LOCKED\n\nLocked.\n\n## 2. More\n\n### 2001 - Gone\n",
        &["--from", "headings"],
        &[
            "1001 \"No such user\" { help: \"The id is unknown. Check the id. Ask again.\" }",
            "1002 LOCKED \"Locked.\"",
            "2001 \"Gone\"",
        ],
    );
}

/// The enums of TypeScript and C# are written like those of C.
#[test]
fn enums_of_typescript_and_c_sharp_are_read() {
    let rows = &["1001 InvalidToken \"Invalid token\"", "1002 Expired \"Expired\""];
    let enum_of =
        |docs: &str| format!("export enum E {{\n{docs}  InvalidToken = 1001,\n  Expired, // Expired\n}}\n");
    check("codes.ts", &enum_of("  /** Invalid token */\n"), &[], rows);
    check("Codes.cs", &enum_of("  /// <summary>\n  /// Invalid token\n  /// </summary>\n"), &[], rows);
}

#[test]
fn a_refusal_names_the_preset_that_reads_the_file() {
    let text = |name: &str, content: &str| file(&format!("refused-{name}.txt"), content);
    for (path, form) in [
        (seed("pages/headings.md"), "headings"),
        (seed("pages/bullets.md"), "bullets"),
        (text("rust", "pub enum E {\n    /// Busy.\n    Busy = 1,\n    Gone = 2,\n}\n"), "rust"),
        (text("c", "#define E_BUSY 1 /* busy */\n#define E_GONE 2 /* gone */\n"), "c"),
        (text("go", "const (\n\tErrBusy = 1 // busy\n\tErrGone = 2 // gone\n)\n"), "go"),
        (text("java", "enum E {\n  BUSY(1, \"busy\"),\n  GONE(2, \"gone\");\n}\n"), "java"),
        (text("proto", "enum E {\n  // Busy.\n  BUSY = 1;\n  // Gone.\n  GONE = 2;\n}\n"), "proto"),
        (text("php", "$texts = [\n  1 => 'busy',\n  2 => 'gone',\n];\n"), "php"),
    ] {
        let (status, _, err) = imported(&path, &[]);
        assert!(status == 2 && err.contains(&format!("--from {form} finds ")), "{form}: {err}");
        let (status, _, err) = imported(&path, &["--from", form]);
        assert_eq!(status, 0, "{err}");
    }
}

#[test]
fn yaml_has_any_shape_that_json_has() {
    let maps = "# The codes\n40001: busy\n40002: \"gone\"\n";
    check("map.yaml", maps, &[], &["40001 \"busy\"", "40002 \"gone\""]);
    let records = "errors:\n  - &base\n    code: 1\n    message: |\n      two\n      lines\n  - code: 0x10\n    message: plain\n";
    check("records.yml", records, &["--records", "$.errors[*]"], &["1 \"two lines\"", "16 \"plain\""]);
    let (status, _, err) = imported(&file("twice.yaml", "1: a\n1: b\n"), &[]);
    assert!(status == 2 && err.contains("the key \"1\" is repeated"), "{err}");
    let (status, _, err) = imported(&file("bad.yaml", "a: [1\nb: 2\n"), &[]);
    assert!(status == 2 && err.contains("cannot be read as YAML"), "{err}");
}

#[test]
fn toml_has_the_forms_of_tikv_and_any_shape_that_json_has() {
    let newer = "[\"KV:Raftstore:NotLeader\"]\nerror = \'\'\'\nnot a leader\n\'\'\'\ndescription = \'\'\nworkaround = \'try the leader\'\n\n[\"KV:PD:IO\"]\nerror = \'\'\'\ninput or output\n\'\'\'\n";
    check(
        "tikv.toml",
        newer,
        &[],
        &[
            "\"KV:Raftstore:NotLeader\" \"not a leader\" { help: \"try the leader\" }",
            "\"KV:PD:IO\" \"input or output\"",
        ],
    );
    let records = "[[errors]]\ncode = 1\nmessage = \"busy\"\n[[errors]]\ncode = 0x10\nmessage = \"gone\"\n";
    check("records.toml", records, &["--records", "$.errors[*]"], &["1 \"busy\"", "16 \"gone\""]);
    for (name, text) in [("twice.toml", "1 = \"a\"\n1 = \"b\"\n"), ("bad.toml", "a = [1\n")] {
        let (status, _, err) = imported(&file(name, text), &[]);
        assert!(status == 2 && err.contains("cannot be read as TOML") && err.lines().count() == 1, "{err}");
    }
}

#[test]
fn aliases_of_yaml_do_not_fill_the_memory() {
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for level in 1..9 {
        let above = vec![format!("*a{}", level - 1); 9].join(", ");
        _ = writeln!(bomb, "a{level}: &a{level} [{above}]");
    }
    let (status, _, err) = imported(&file("bomb.yaml", &bomb), &[]);
    assert!(status == 2 && err.contains("errcat: "), "{err}");
}

#[test]
fn a_pattern_of_the_users_own_reads_the_rows_of_a_macro() {
    let source = "build_exceptions! {\n    Ok(0),\n    UnknownTable(1025),\n}\n";
    let path = file("exceptions.txt", source);
    let pattern = r"(?<symbol>\w+)\((?<code>\d+)\)";
    check(
        "exceptions.txt",
        source,
        &["--pattern", pattern],
        &["0 Ok \"Ok\"", "1025 UnknownTable \"UnknownTable\""],
    );
    let (_, out, _) = outcome(errcat(&["diff", "WeCom", &path, "--pattern", pattern]));
    assert!(out.contains("+ 1025 UnknownTable"), "{out}");
    let declaration = file(
        "pattern.rs",
        "error_catalog::error_catalog! { pub enum P: i32 {\n    1025 => UnknownTable UnknownTable \"x\",\n} }\n",
    );
    let (status, out, err) = outcome(errcat(&["sync", &declaration, &path, "--pattern", pattern]));
    assert_eq!((status, out.as_str()), (0, "+ 0 Ok (line 2)\n"), "{err}");
    let (status, _, err) = imported(&path, &["--pattern", "(?<code>x)"]);
    assert!(status == 2 && err.contains("no group for the message"), "{err}");
    let (status, _, err) = imported(&path, &["--pattern", "(?<code>nothing)(?<message>.)"]);
    assert!(status == 2 && err.contains("nothing in"), "{err}");
    assert!(answer(&["import", "--help"]).contains("--pattern <REGEX>"));
}

#[test]
fn a_pattern_may_have_parts_help_and_columns_of_its_own() {
    let source = "E(1, \"one\\\"s\", DEBUG) // a note\nE(2, \"two\", FATAL)\n";
    let pattern =
        r"E\((?<code>(?&number)), (?<message>(?&string)), (?<level>\w+)\)(?:\s*(?<comment>(?&note)))?";
    check(
        "own.txt",
        source,
        &["--pattern", pattern],
        &["1 \"one\\\"s\" { level: \"DEBUG\", help: \"a note\" }", "2 \"two\" { level: \"FATAL\" }"],
    );
}

#[test]
fn presets_work_in_diff_and_sync() {
    let source = file("Sync.java", "enum E {\n  OK(0, \"fine\"),\n  BAD(1, \"worse\");\n}\n");
    let declaration = file(
        "preset.rs",
        "error_catalog::error_catalog! { pub enum P: i32 {\n    0 => Ok OK \"fine\",\n    1 => Bad BAD \"bad\",\n} }\n",
    );
    let (status, out, err) = outcome(errcat(&["sync", &declaration, &source]));
    assert_eq!((status, out.as_str()), (0, "~ 1 Bad message (line 3)\n"), "{err}");
    let (status, out, err) = outcome(errcat(&["diff", "Youdu", &source, "--from", "java"]));
    assert!(status == 1 && out.contains("~ 0 "), "{out} {err}");
}

#[test]
fn grids_and_lists_of_restructured_text_are_tables() {
    let grid = "+------+-------+\n| code | message |\n+======+=======+\n| 1    | busy  |\n|      | now   |\n+------+-------+\n| 2    | gone  |\n+------+-------+\n";
    let list = ".. list-table:: Codes\n   :header-rows: 1\n\n   * - code\n     - message\n   * - 1\n     - busy\n       now\n   * - 2\n     - gone\n";
    for (name, text) in [("grid.rst", grid), ("list.rst", list)] {
        check(name, text, &[], &["1 \"busy now\"", "2 \"gone\""]);
    }
}
