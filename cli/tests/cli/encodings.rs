//! Files of vendors in encodings other than UTF-8.

use crate::{errcat, file, outcome, seed};
use encoding_rs::{BIG5, Encoding, GB18030, GBK, SHIFT_JIS};

fn encoded(encoding: &'static Encoding, text: &str) -> Vec<u8> {
    let (bytes, _, lossy) = encoding.encode(text);
    assert!(!lossy, "{} has no letter for some of it", encoding.name());
    bytes.into_owned()
}

fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

/// Returns the output of `import` for this file, and its message about the encoding.
fn imported(path: &str, arguments: &[&str]) -> (String, String) {
    let arguments = [&["import", path, "--name", "X"], arguments].concat();
    let (status, out, err) = outcome(errcat(&arguments));
    assert!(status < 2, "{path}: {err}");
    (out, err)
}

#[test]
fn the_vendors_documents_are_read_in_every_encoding() {
    for (catalog, name) in [("WeCom", "wecom.txt"), ("Youdu", "youdu.md")] {
        let document = std::fs::read_to_string(seed(name)).expect("the document");
        let marked = format!("\u{feff}{document}");
        for (label, bytes, seen) in [
            ("gbk", encoded(GBK, &document), "read as GBK"),
            ("gb18030", encoded(GB18030, &document), "read as GBK"),
            ("utf-16", utf_16(&document, u16::to_le_bytes), "read as UTF-16LE"),
            ("utf-16be", utf_16(&document, u16::to_be_bytes), "read as UTF-16BE"),
            ("utf-16", utf_16(&marked, u16::to_be_bytes), ""),
            ("utf-16be", utf_16(&marked, u16::to_le_bytes), ""),
            ("utf-8", marked.into_bytes(), ""),
        ] {
            let path = file(&format!("{label}-{name}"), bytes);
            let (status, out, err) = outcome(errcat(&["diff", catalog, &path]));
            assert_eq!((status, out.as_str()), (0, ""), "{label}: {err}");
            assert_eq!(err.is_empty(), seen.is_empty(), "{label}: {err}");
            assert!(err.contains(seen) && err.lines().count() <= 1, "{label}: {err}");
            let named = outcome(errcat(&["diff", catalog, &path, "--encoding", label]));
            assert_eq!(named, (0, String::new(), String::new()), "{label}");
        }
    }
}

#[test]
fn an_encoding_is_detected_in_short_tables_and_reported() {
    for (encoding, table, row) in [
        (GBK, "错误码,说明\n40001,无效的凭证\n", "40001 => _ \"无效的凭证\","),
        (BIG5, "code,message\n40001,無效的憑證\n", "40001 => _ \"無效的憑證\","),
        (SHIFT_JIS, "code,message\n40001,無効なトークン\n", "40001 => _ \"無効なトークン\","),
    ] {
        let path = file(&format!("short-{}.csv", encoding.name()), encoded(encoding, table));
        let (out, err) = imported(&path, &[]);
        assert!(out.contains(row), "{out}");
        let expected = format!(
            "{path}, read as {}, detected from its bytes; --encoding overrides this",
            encoding.name()
        );
        assert!(err.contains(&expected), "{err}");
        let (out, err) = imported(&path, &["--encoding", encoding.name()]);
        assert!(out.contains(row) && !err.contains("read as"), "{out}{err}");
    }
}

/// The bytes of the second page do not identify their encoding.
#[test]
fn the_encoding_that_a_page_declares_is_used() {
    let page = |meta: &str, message: &str| {
        format!("<html>{meta}<table><tr><td>code<td>message<tr><td>1<td>{message}</table>")
    };
    for (meta, encoding, message) in [
        ("<meta charset=gb2312>", GBK, "错误"),
        ("<meta http-equiv=Content-Type content='text/html; charset=Big5'>", BIG5, "錯誤"),
        ("<meta charset='shift_jis'>", SHIFT_JIS, "ｴﾗｰ"),
    ] {
        for name in ["declared.html", "declared"] {
            let (out, err) = imported(&file(name, encoded(encoding, &page(meta, message))), &[]);
            assert!(out.contains(&format!("1 => _ \"{message}\",")), "{out}");
            assert_eq!(err, "", "{meta}");
        }
    }
    // A page that was saved in another encoding still declares the old one.
    let (out, err) = imported(&file("resaved.html", page("<meta charset=gbk>", "错误")), &[]);
    assert!(out.contains("1 => _ \"错误\","), "{out}");
    assert!(
        err.contains(
            "read as UTF-8, because its bytes are valid UTF-8, although it declares GBK; --encoding GBK overrides this"
        ),
        "{err}"
    );
}

#[test]
fn an_error_about_an_encoding_is_one_sentence() {
    let gbk = encoded(GBK, "code,message\n1,错误\n2,系统\n");
    let broken = [&gbk[..], b"3,\xb4"].concat();
    let utf_8 = "code,message\n1,错误\n2,系统\n".as_bytes();
    for (bytes, encoding, expected) in [
        (
            gbk.as_slice(),
            Some("utf-8"),
            "is not valid UTF-8 at line 2: correct the line, or name the encoding with --encoding",
        ),
        (&broken, Some("gbk"), "is not valid GBK at line 4"),
        (&gbk, Some("utf-16le"), "is not valid UTF-16LE at line"),
        (&[utf_8, b"3,\xff\n"].concat(), None, "is not valid UTF-8 at line 4"),
        (
            &[b"\xef\xbb\xbf", utf_8].concat(),
            Some("gbk"),
            "has a byte order mark of UTF-8, which contradicts --encoding GBK",
        ),
        (&[b"\xef\xbb\xbf", gbk.as_slice()].concat(), None, "is not valid UTF-8 at line 2"),
        (b"code,message\n1,\0\xff\n", None, "is not text: byte 15 is zero"),
        (b"code,message\n1,\0\n", Some("gbk"), "is not text: byte 15 is zero"),
        (
            &gbk,
            Some("gkb"),
            "write the name of an encoding, such as GBK, GB18030, Big5, Shift_JIS, UTF-16LE, UTF-8",
        ),
    ] {
        let path = file("wrong.csv", bytes);
        let mut arguments = vec!["import", &path, "--name", "X"];
        arguments.extend(encoding.iter().flat_map(|encoding| ["--encoding", encoding]));
        let (status, out, err) = outcome(errcat(&arguments));
        assert_eq!((status, out.as_str()), (2, ""), "{expected}: {err}");
        assert!(err.contains(expected), "{expected}: {err}");
    }
    let path = file("both.csv", utf_8);
    let (_, err) = imported(&path, &["--encoding", "gbk"]);
    assert!(err.contains("read as GBK, although its bytes are also valid UTF-8"), "{err}");
}

/// A wrong guess may be the reason that no table is found.
#[test]
fn the_encoding_is_reported_even_if_no_table_is_found() {
    let path = file("guess.csv", encoded(GBK, "编号一,说明一\n1,错误\n"));
    let (status, _, err) = outcome(errcat(&["import", &path, "--name", "X"]));
    assert_eq!((status, err.lines().count()), (2, 2), "{err}");
    assert!(err.contains("read as GBK") && err.contains("编号一 | 说明一"), "{err}");
}
