//! Compiles crates with a baseline and checks the compiler's errors.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A crate with one catalog per file.
struct Package {
    root: PathBuf,
}

impl Package {
    fn new(name: &str) -> Self {
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        _ = fs::remove_dir_all(&root);
        fs::create_dir_all(root.join("src")).unwrap();
        let catalog = workspace.join("catalog").canonicalize().unwrap();
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n\
             error-catalog = {{ path = {:?}, default-features = false }}\n\n[workspace]\n",
            catalog.display().to_string()
        );
        let package = Self { root };
        package.write("Cargo.toml", manifest);
        fs::copy(workspace.join("Cargo.lock"), package.root.join("Cargo.lock")).unwrap();
        package
    }

    fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        fs::write(self.root.join(path), content).unwrap();
    }

    /// Writes a file with this table, which begins at the file's first line.
    fn declare(&self, table: &str) {
        self.write("src/lib.rs", format!("error_catalog::error_catalog! {{ {table} }}\n"));
    }

    /// Returns the compiler's errors as `line:column: message`. There are none if the crate compiles.
    fn check(&self) -> Vec<String> {
        let output = Command::new(env!("CARGO"))
            .args(["check", "--quiet", "--offline", "--message-format", "short", "--manifest-path"])
            .arg(self.root.join("Cargo.toml"))
            // All packages share one target folder, so that the runtime is compiled once.
            .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("programs"))
            .output()
            .expect("cargo runs");
        let messages = String::from_utf8(output.stderr).unwrap();
        let errors = messages.lines().filter_map(|line| line.strip_prefix("src/lib.rs:"));
        let mut errors: Vec<_> = errors.map(|error| error.replace(": error: ", ": ")).collect();
        errors.sort();
        assert_eq!(output.status.success(), errors.is_empty(), "{messages}");
        errors
    }
}

const GATEWAY: &str = "pub enum Gateway: i32 {
    baseline \"gateway.baseline\";
    success 0;
    0 => Ok \"success\",
    1001 => NoAccount E_NO_ACCOUNT \"no such account\",
    1002 => Locked E_LOCKED \"account is locked\"
        or Expired E_EXPIRED \"account has expired\",
    1003 => Busy \"busy\",
}";

const PUBLISHED: &str = "\
error-catalog baseline 1: Gateway i32
0 (success) Ok
1001 NoAccount = E_NO_ACCOUNT
1002 Locked Expired = E_LOCKED E_EXPIRED
";

#[test]
fn all_breaches_are_reported_at_once_and_at_their_rows() {
    let package = Package::new("baseline-promises");
    package.write("gateway.baseline", PUBLISHED);
    package.declare(GATEWAY);
    assert_eq!(package.check(), [""; 0], "a new row breaks nothing");

    let broken = GATEWAY
        .replace("success 0;", "success 1003; reserved 7;")
        .replace("NoAccount", "Absent")
        .replace("E_LOCKED", "E_NO_ACCOUNT")
        .replace("Absent E_NO_ACCOUNT", "Absent")
        .replace("    1003 =>", "    1004 => Expired \"throttled\", 1003 =>")
        .replace("or Expired", "or Barred");
    package.declare(&broken);
    assert_eq!(
        package.check(),
        [
            "4:5: code 0 is published as a success: keep `success 0;`",
            "5:5: code 1001 is published as `NoAccount`: keep the old name, as in `Absent was NoAccount`",
            "6:20: symbol `E_NO_ACCOUNT` is published for code 1001: move it back, or, if the vendor really moved it, \
             remove it from the line of 1001 in the baseline",
            "6:5: code 1002 is published with the symbol `E_LOCKED`: keep it, as in `E_NO_ACCOUNT was E_LOCKED`",
            "8:13: the name `Expired` is published for code 1002, and existing callers mean that code: choose \
             another name",
        ]
    );

    package.declare(&GATEWAY.replace("1001 =>", "1005 =>").replace("1002 =>", "1006 =>"));
    let errors = package.check();
    assert_eq!(errors.len(), 4, "{errors:?}");
    assert!(
        errors[0].starts_with(
            "1:42: published codes are gone: 1001 (`NoAccount`), 1002 (`Locked`, `Expired`); keep the row"
        ),
        "{errors:?}"
    );
    package.declare(&GATEWAY.replace("Gateway: i32", "Gateway: i64"));
    let errors = package.check();
    assert!(errors.len() == 1 && errors[0].starts_with("1:51: the codes of `Gateway`"), "{errors:?}");

    package.write("gateway.baseline", format!("{PUBLISHED}1003 (retired) Slow\n"));
    package.declare(GATEWAY);
    let errors = package.check();
    assert_eq!(
        errors,
        [
            "8:5: code 1003 is permanently retired (it was `Slow`): give the row another code, and reserve 1003"
        ]
    );
    package.declare(
        &GATEWAY.replace("1003 => Busy", "1004 => Busy").replace("success 0;", "success 0; reserved 1003;"),
    );
    assert_eq!(package.check(), [""; 0]);
}

#[test]
fn lost_columns_translations_and_symbols_are_reported_at_their_tokens() {
    let package = Package::new("baseline-columns");
    let recorded = "column owner: &'static str\ncolumn severity: u8\ntranslation de\ntranslation fr\n";
    package.write("gateway.baseline", PUBLISHED.replace("i32\n", &format!("i32 (exhaustive)\n{recorded}")));
    let columns = "column owner: &'static str = \"\"; column severity: u8 = 1; translation de = \"\"; translation fr = \"\";";
    let kept = GATEWAY
        .replace("    success", &format!("    {columns} exhaustive; success"))
        .replace("    1003 => Busy \"busy\",\n", "");
    package.declare(&kept);
    assert_eq!(package.check(), [""; 0]);
    package.declare(
        &kept.replace("E_NO_ACCOUNT", "E_ACCOUNT was E_NO_ACCOUNT").replace("E_LOCKED", "_ was E_LOCKED"),
    );
    assert_eq!(package.check(), [""; 0], "former symbols are kept");

    let broken = kept
        .replace("column owner: &'static str = \"\"; ", "")
        .replace("severity: u8", "severity: u16")
        .replace("translation de = \"\"; ", "")
        .replace("translation fr = \"\"", "column fr: u8 = 1")
        .replace("E_NO_ACCOUNT", "E_ACCOUNT")
        .replace(" E_LOCKED", "");
    let broken = broken.replace("    1002", "    1004 => New \"new\",\n    1002");
    package.declare(&broken);
    assert_eq!(
        package.check(),
        [
            "1:42: the column `owner` is published, and users call its accessor: keep `column owner: &'static str;`",
            "1:42: the translation `de` is published: keep `translation de;`",
            "3:12: the column `severity` is published with the type `u8`: keep the type as it was written, because \
             users depend on it",
            "3:38: the translation `fr` is published: keep `translation fr;`",
            "5:5: code 1001 is published with the symbol `E_NO_ACCOUNT`: keep it, as in `E_ACCOUNT was E_NO_ACCOUNT`",
            "6:5: code 1004 is new, and `Gateway` is published as exhaustive, so it breaks users' matches: remove the \
             row, or in a new major version add the line `1004 New` to the baseline",
            "7:5: code 1002 is published with the symbol `E_LOCKED`: keep it, as in `E_EXPIRED was E_LOCKED`",
        ]
    );
    package.declare(&kept.replace("exhaustive; ", ""));
    assert_eq!(package.check(), ["1:42: `Gateway` is published as exhaustive: keep `exhaustive;`"]);
}

#[test]
fn codes_without_zero_are_published_and_retired() {
    let package = Package::new("baseline-without-zero");
    let published =
        "error-catalog baseline 1: Gateway NonZeroI32\n-1 Busy\n1001 (retired) NoAccount\n1002 Locked\n";
    package.write("gateway.baseline", published);
    let gateway = "pub enum Gateway: NonZeroI32 {
    baseline \"gateway.baseline\";
    reserved 1001, -9..=-2;
    -1 => Busy \"busy\",
    1002 => Locked \"account is locked\",
}";
    package.declare(gateway);
    assert_eq!(package.check(), [""; 0]);
    package.declare(&gateway.replace("NonZeroI32", "i32"));
    assert_eq!(
        package.check(),
        ["1:51: the codes of `Gateway` are published as `NonZeroI32`, and users store and match them: keep \
          `enum Gateway: NonZeroI32`"]
    );
}

#[test]
fn another_row_of_unknown_codes_is_reported_at_its_name() {
    let package = Package::new("baseline-unknown");
    package.write("gateway.baseline", PUBLISHED.replace("i32\n", "i32\nunknown Locked\n"));
    package.declare(&GATEWAY.replace("success 0;", "success 0; unknown Expired;"));
    assert_eq!(package.check(), [""; 0], "`Expired` is another name of the row");
    package.declare(&GATEWAY.replace("success 0;", "success 0; unknown Busy;"));
    let message = "unknown codes are published as `Locked`, and users match it: keep `unknown Locked;`";
    assert_eq!(package.check(), [format!("3:24: {message}")]);
    package.declare(GATEWAY);
    assert_eq!(package.check(), [format!("1:42: {message}")]);
}

#[test]
fn changes_of_published_errors_are_reported_at_their_tokens() {
    let shop = "pub enum ShopError: u16 {
    baseline \"gateway.baseline\";
    error ShopFailure;
    1 => TooMany { asked: u32, max: u32 } \"at most {max}, not {asked}\",
    2 => Unknown \"unknown\",
    3 => Busy { source: std::fmt::Error } \"busy\" or Closed \"closed\",
}";
    let published = "error-catalog baseline 1: ShopError u16\nerror ShopFailure\nvariant Busy\n\
                     value Busy.source: std::fmt::Error\nvariant TooMany\nvalue TooMany.asked: u32\n\
                     value TooMany.max: u32\nvariant Unknown\n1 TooMany\n2 Unknown\n3 Busy\n";
    let package = Package::new("baseline-values");
    package.write("gateway.baseline", published);
    package.declare(shop);
    assert_eq!(package.check(), [""; 0], "a new variant breaks nothing");

    package.declare(
        &shop
            .replace("asked: u32, max: u32", "asked: u64, title: String")
            .replace("{max}", "{title}")
            .replace("Unknown", "Stranger was Unknown")
            .replace("ShopFailure", "BookFailure")
            .replace(" { source: std::fmt::Error }", ""),
    );
    assert_eq!(
        package.check(),
        [
            "3:11: the error type is published as `ShopFailure`, and users name it: keep `error ShopFailure;`",
            "4:10: `TooMany` is published with the value `max`, which users construct and match: keep `max: u32`",
            "4:20: the value `asked` of `TooMany` is published with the type `u32`: keep the type as it was written, \
             because users depend on it",
            "4:32: `TooMany` is published without the value `title`, and users construct it and match all its \
             values: declare a row of its own, or in a new major version add the line `value TooMany.title: String` \
             to the baseline",
            "5:5: code 2 is published as the variant `Unknown` of `ShopFailure`, and a variant cannot keep a \
             former name: rename the row back to `Unknown`",
            "6:10: `Busy` is published with the value `source`, which users construct and match: keep \
             `source: std::fmt::Error`",
        ]
    );

    let without = shop.replace("    error ShopFailure;\n", "").replace(" { source: std::fmt::Error }", "");
    package.declare(&without.replace(" { asked: u32, max: u32 }", ""));
    assert_eq!(
        package.check(),
        ["1:42: the error type `ShopFailure` is published: keep `error ShopFailure;`"]
    );
}

#[test]
fn editing_the_baseline_triggers_a_rebuild() {
    let package = Package::new("baseline-edits");
    package.write("gateway.baseline", PUBLISHED);
    package.declare(GATEWAY);
    assert_eq!(package.check(), [""; 0]);
    package.write("gateway.baseline", format!("{PUBLISHED}1004 Throttled\n"));
    assert!(package.check()[0].contains("published codes are gone: 1004 (`Throttled`)"));
    package.write("gateway.baseline", PUBLISHED);
    assert_eq!(package.check(), [""; 0]);
}

#[test]
fn a_malformed_baseline_is_one_error() {
    let package = Package::new("baseline-hostile");
    package.declare(GATEWAY);
    let cases: [(&[u8], &str); 6] = [
        (b"", "the baseline \"gateway.baseline\", line 1: the file is empty"),
        (b"\x7fELF\x02\x01", "line 1: the file is not a baseline"),
        (b"error-catalog baseline 1: Gateway i32\n\xff\n", "line 2: it is not UTF-8"),
        (b"error-catalog baseline 1: Gateway i32\r\n", "line 1: the line ends are CRLF"),
        (b"error-catalog baseline 1: Youdu i32\n0 Ok\n", "belongs to `Youdu`: use the baseline of `Gateway`"),
        (b"error-catalog baseline 1: Gateway i32\n<<<<<<< HEAD\n0 Ok\n", "line 2: this is a conflict marker"),
    ];
    for (content, expected) in cases {
        package.write("gateway.baseline", content);
        let errors = package.check();
        assert!(errors.len() == 1 && errors[0].starts_with("2:14: "), "{expected}: {errors:?}");
        assert!(errors[0].contains(expected), "{expected}: {errors:?}");
    }
    let file = fs::File::create(package.root.join("gateway.baseline")).unwrap();
    file.set_len(100 << 20).unwrap();
    let errors = package.check();
    assert!(errors.len() == 1 && errors[0].contains("it is larger than 32 MiB"), "{errors:?}");
    fs::remove_file(package.root.join("gateway.baseline")).unwrap();
    fs::create_dir(package.root.join("gateway.baseline")).unwrap();
    let errors = package.check();
    assert!(errors.len() == 1 && errors[0].contains("it is not a regular file"), "{errors:?}");
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_package_is_an_error() {
    let package = Package::new("baseline-linked");
    package.declare(GATEWAY);
    package.write("inside.baseline", PUBLISHED);
    let link = package.root.join("gateway.baseline");
    std::os::unix::fs::symlink("inside.baseline", &link).unwrap();
    assert_eq!(package.check(), [""; 0]);
    let outside = package.root.with_extension("outside");
    fs::write(&outside, PUBLISHED).unwrap();
    fs::remove_file(&link).unwrap();
    std::os::unix::fs::symlink(&outside, &link).unwrap();
    // cargo does not notice that the link has another target.
    package.declare(GATEWAY);
    let errors = package.check();
    assert!(errors.len() == 1 && errors[0].contains("out of the package"), "{errors:?}");
}
