//! `errcat annotate`, the filter.

use crate::{errcat, outcome};
use std::io::{Read, Write};
use std::process::{Command, Stdio};

/// Returns the output for an input.
fn annotated(arguments: &[&str], input: &[u8]) -> Vec<u8> {
    let mut command = errcat(&["annotate"]);
    let output = command.args(arguments).write_stdin(input).output().expect("it runs");
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    output.stdout
}

fn text(arguments: &[&str], input: &str) -> String {
    String::from_utf8(annotated(arguments, input.as_bytes())).expect("text stays text")
}

#[test]
fn the_meaning_is_added_after_each_code_and_symbol() {
    assert_eq!(
        text(&[], "a {\"errcode\":40014,\"errmsg\":\"x\"}\nb ERRCODE_MISS_BUIN c\nd errcode=99999\n"),
        "a {\"errcode\":40014 [WeCom InvalidAccessToken: 不合法的access_token],\"errmsg\":\"x\"}\n\
         b ERRCODE_MISS_BUIN [Youdu MissBuin: 缺少企业号(buin)] c\nd errcode=99999\n"
    );
}

#[test]
fn the_note_can_be_chosen() {
    let line = "errcode=0 errcode=-1\n";
    assert_eq!(
        text(&["--catalog", "WeCom", "--lang", "en"], line),
        "errcode=0 [WeCom Ok: request succeeded] errcode=-1 [WeCom SystemBusy: system busy]\n"
    );
    assert_eq!(
        text(&["--skip-success", "--catalog", "Youdu"], line),
        "errcode=0 errcode=-1 [Youdu InternalErr: 异常,未定义的系统错误]\n"
    );
}

/// If there is nothing to annotate, the output equals the input, byte for byte.
#[test]
fn every_byte_is_passed_on() {
    let mut noise: Vec<u8> = (0..=255u8).cycle().take(1_000_000).collect();
    noise.extend_from_slice(b"no line end at the end \xff\xfe errcode=");
    assert_eq!(annotated(&[], &noise), noise);
    assert_eq!(annotated(&[], b""), b"");
}

#[test]
fn invalid_utf8_does_not_hide_a_code() {
    assert_eq!(
        annotated(&["--lang", "en"], b"\xff\xfeerrcode=40014\xff\n"),
        b"\xff\xfeerrcode=40014 [WeCom InvalidAccessToken: invalid access_token]\xff\n"
    );
}

/// The line has several megabytes, and codes at every distance from the end of a buffer.
#[test]
fn a_huge_line_is_annotated_to_its_end() {
    let piece = "{\"errcode\":40014,\"n\":1} ERRCODE_MISS_BUIN,";
    let note = "{\"errcode\":40014 [WeCom InvalidAccessToken: 不合法的access_token],\"n\":1} \
                ERRCODE_MISS_BUIN [Youdu MissBuin: 缺少企业号(buin)],";
    let line = piece.repeat(200_000);
    assert!(text(&[], &line) == note.repeat(200_000));
}

#[test]
fn each_line_is_passed_on_at_once() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_errcat"))
        .arg("annotate")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it runs");
    let (mut stdin, mut stdout) = (child.stdin.take().expect("a pipe"), child.stdout.take().expect("a pipe"));
    stdin.write_all(b"first\nsec").expect("it reads");
    let mut line = [0; 6];
    // This would block forever if the line were held back.
    stdout.read_exact(&mut line).expect("it writes");
    assert_eq!(&line, b"first\n");
    drop(stdin);
    let mut rest = Vec::new();
    stdout.read_to_end(&mut rest).expect("it ends");
    assert_eq!(rest, b"sec");
    assert!(child.wait().expect("it ends").success());
}

#[test]
fn a_closed_pipe_is_not_an_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_errcat"))
        .arg("annotate")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().expect("a pipe");
    let line = b"errcode=40014\n".repeat(1000);
    let hung_up = (0..1000).any(|_| stdin.write_all(&line).is_err());
    drop(stdin);
    let output = child.wait_with_output().expect("it ends");
    assert!(hung_up && output.status.success() && output.stderr.is_empty(), "{output:?}");
}

/// A line takes a constant amount of memory, whatever its length.
#[cfg(target_os = "linux")]
#[test]
fn a_line_of_256_megabytes_takes_little_memory() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_errcat"))
        .arg("annotate")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .expect("it runs");
    let mut stdin = child.stdin.take().expect("a pipe");
    let chunk = vec![b'x'; 1 << 20];
    for _ in 0..256 {
        stdin.write_all(&chunk).expect("it reads");
    }
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).expect("it still runs");
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("its memory");
    let kilobytes: u64 = peak.trim().trim_end_matches(" kB").parse().expect("a number");
    drop(stdin);
    assert!(child.wait().expect("it ends").success());
    assert!(kilobytes < 32 << 10, "{kilobytes} kB");
}

#[test]
fn a_file_that_is_missing_is_an_error() {
    let output = errcat(&["annotate", "no-such-file"]).output().expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("errcat: cannot read no-such-file: "));
}

#[test]
fn keys_can_be_added() {
    let line = "code=40014 ret: 40014 错误码：40014，返回码40014 ErrCode[40014] rc=40014\n";
    let note = " [WeCom InvalidAccessToken: 不合法的access_token]";
    let known = format!("错误码：40014{note}，返回码40014{note} ErrCode[40014]{note}");
    assert_eq!(text(&[], line), format!("code=40014 ret: 40014 {known} rc=40014\n"));
    for keys in
        [&["--key", "code,ret"][..], &["--key", "code", "--key", "ret"], &["--key", "ret,errcode,code"]]
    {
        let expected = format!("code=40014{note} ret: 40014{note} {known} rc=40014\n");
        assert_eq!(text(keys, line), expected, "{keys:?}");
    }
    assert_eq!(errcat(&["annotate", "--key", "code,"]).output().expect("it runs").status.code(), Some(2));
}

#[test]
fn existing_notes_are_not_repeated() {
    let mut log = String::new();
    for code in ["-1", "0", "40014", "42001", "300311", "100008", "99999"] {
        for shape in [
            "{\"errcode\":C}",
            "\"errcode\":\"C\",",
            "errcode=C.",
            "errcode C",
            "错误码（C）",
            "ErrCode[C]: x",
            "ERRCODE_MISS_BUIN C",
        ] {
            log += &shape.replace('C', code);
            log += " and\n";
        }
    }
    let wishes = [
        &[][..],
        &["--lang", "en"],
        &["--skip-success"],
        &["--color", "always"],
        &["--catalog", "youdu", "--color", "always"],
    ];
    for wish in wishes {
        let once = text(wish, &log);
        assert_ne!(once, log);
        assert_eq!(text(wish, &once), once, "{wish:?}");
        // In one line longer than the buffer, cut anywhere.
        let line = once.replace('\n', " ").repeat(200);
        assert!(text(wish, &line) == line, "{wish:?}");
    }
    // An annotation is detected in another language and with colors.
    let once = text(&[], &log);
    for wish in [&["--lang", "en"][..], &["--color", "always"], &["--lang", "en", "--color", "always"]] {
        assert_eq!(text(wish, &once), once, "{wish:?}");
    }
    assert_eq!(text(&[], &text(&["--color", "always"], &log)), text(&["--color", "always"], &log));
}

#[test]
fn codes_are_recognized_as_programs_write_them() {
    let note = " [WeCom InvalidAccessToken: invalid access_token]";
    for (line, code) in [
        ("Error code: 40014, message: x", "40014"),
        ("Object {\"errcode\": Number(40014), \"errmsg\": String(\"x\")}", "Number(40014)"),
        ("err_no: 40014", "40014"),
        ("\"err_no\":40014", "40014"),
        ("errcode = 0x9C4E", "0x9C4E"),
        ("error_no: 40014", "40014"),
        ("\x1b[3merrcode\x1b[0m\x1b[2m=\x1b[0m40014 \x1b[3merrmsg\x1b[0m", "40014"),
        ("custom program error: 0x9c4e", "0x9c4e"),
        ("ErrorCode(40014)", "ErrorCode(40014)"),
    ] {
        let expected = line.replace(code, &format!("{code}{note}"));
        assert_eq!(text(&["--catalog", "WeCom", "--lang", "en"], line), expected);
    }
}

/// The log is UTF-16 in both byte orders, with and without a mark, and with an odd byte at the end.
#[test]
fn a_log_in_utf_16_stays_one() {
    let before = "start 错误🙂\r\nerrcode=40014\r\n";
    let after = "start 错误🙂\r\nerrcode=40014 [WeCom InvalidAccessToken: 不合法的access_token]\r\n";
    for to_bytes in [u16::to_le_bytes, u16::to_be_bytes] {
        for mark in ["", "\u{feff}"] {
            let encode = |text: &str| -> Vec<u8> {
                let mut bytes: Vec<u8> = format!("{mark}{text}").encode_utf16().flat_map(to_bytes).collect();
                bytes.push(0x61);
                bytes
            };
            assert!(annotated(&["--catalog", "WeCom"], &encode(before)) == encode(after), "{mark:?}");
        }
    }
}

#[test]
fn notes_are_in_the_encoding_of_the_log() {
    let before = "10:00 发送失败，错误码：40014\n10:01 错误码【0】，成功\n";
    let note = "[WeCom InvalidAccessToken: 不合法的access_token]";
    let after =
        before.replace("40014", &format!("40014 {note}")).replace("【0】", "【0】 [WeCom Ok: 请求成功]");
    let gbk = |text: &str| encoding_rs::GBK.encode(text).0.into_owned();
    let run = |arguments: &[&str]| {
        let mut command = errcat(&["annotate", "--catalog", "WeCom"]);
        command.args(arguments).write_stdin(gbk(before)).output().expect("it runs")
    };
    let guessed = run(&[]);
    assert!(guessed.stdout == gbk(&after), "{}", String::from_utf8_lossy(&guessed.stdout));
    let err = String::from_utf8_lossy(&guessed.stderr).into_owned();
    assert!(err.contains("GBK") && err.contains("--encoding") && err.lines().count() == 1, "{err}");
    let given = run(&["--encoding", "GBK"]);
    assert!(given.stdout == gbk(&after) && given.stderr.is_empty());
    assert!(
        annotated(&["--catalog", "WeCom", "--encoding", "gbk"], &gbk(&after)) == gbk(&after),
        "once is enough"
    );
}

#[test]
fn a_key_is_the_whole_key() {
    let line = "exit_code=5 postal_code=5 zip_code: 5 zip-code: 5 Code=5 CODE: 5\n";
    let note = " [Youdu ";
    let of = |keys| text(&["--catalog", "Youdu", "--key", keys], line);
    assert_eq!(of("code").matches(note).count(), 2, "{}", of("code"));
    assert!(
        of("code").ends_with("]\n")
            && of("code").starts_with("exit_code=5 postal_code=5 zip_code: 5 zip-code: 5 Code=5 [")
    );
    assert_eq!(of("*_code").matches(note).count(), 3, "{}", of("*_code"));
    assert_eq!(of("*code").matches(note).count(), 6, "{}", of("*code"));
    for refused in ["a\nb", "a*b", "*"] {
        let (status, _, err) = outcome(errcat(&["annotate", "--key", refused]));
        assert_eq!(status, 2, "{refused:?}: {err}");
    }
}

#[test]
fn unknown_codes_are_marked() {
    let line = "errcode=99999 errcode=null errcode: see errcode=0x1869F errcode=0\n";
    let expected = "errcode=99999 [unknown code] errcode=null errcode: see errcode=0x1869F [unknown code] errcode=0 \
                    [WeCom Ok: 请求成功]\n";
    let once = text(&["--unknown", "--catalog", "WeCom"], line);
    assert_eq!(once, expected);
    assert_eq!(text(&["--unknown", "--catalog", "WeCom"], &once), expected);
    assert!(text(&["--unknown", "--catalog", "WeCom", "--color", "always"], line).contains("\u{1b}["));
}

#[test]
fn json_lines_stay_json_lines() {
    let meaning = "WeCom InvalidAccessToken: invalid access_token";
    let unknown = "unknown code";
    for (line, expected) in [
        (
            r#"{"errcode":40014,"errmsg":"x"}"#,
            format!(r#"{{"errcode":40014,"errcode_meaning":"{meaning}","errmsg":"x"}}"#),
        ),
        (
            r#" { "errcode" : "40014" } "#,
            format!(r#" {{ "errcode" : "40014","errcode_meaning":"{meaning}" }} "#),
        ),
        (
            r#"[{"a":[{"errcode":40014}],"b":{"errcode":40014}},1]"#,
            format!(
                r#"[{{"a":[{{"errcode":40014,"errcode_meaning":"{meaning}"}}],"b":{{"errcode":40014,"errcode_meaning":"{meaning}"}}}},1]"#
            ),
        ),
        (
            r#"{"msg":"failed \"errcode=40014\", errcode=40014","n":1}"#,
            format!(r#"{{"msg":"failed \"errcode=40014\", errcode=40014","msg_meaning":"{meaning}","n":1}}"#),
        ),
        (r#"{"errcode":99999}"#, format!(r#"{{"errcode":99999,"errcode_meaning":"{unknown}"}}"#)),
        (
            r#"{"errcode":null,"a":"\\","b":{},"c":[]}"#,
            r#"{"errcode":null,"a":"\\","b":{},"c":[]}"#.to_owned(),
        ),
        (
            r#"{"errcode":40014,"errcode_meaning":"mine"}"#,
            r#"{"errcode":40014,"errcode_meaning":"mine"}"#.to_owned(),
        ),
        (r#""errcode=40014""#, r#""errcode=40014""#.to_owned()),
    ] {
        let arguments = ["--json", "--unknown", "--catalog", "WeCom", "--lang", "en"];
        let annotated = text(&arguments, &format!("{line}\n{line}"));
        assert_eq!(annotated, format!("{expected}\n{expected}"));
        serde_json::from_str::<serde_json::Value>(annotated.lines().next().expect("a line")).expect("JSON");
        assert_eq!(text(&arguments, &annotated), annotated, "once is enough");
    }
}

#[test]
fn a_line_that_is_not_json_passes_and_is_reported() {
    let mut command = errcat(&["annotate", "--json", "--catalog", "WeCom"]);
    command.write_stdin("{}\nerrcode=40014\n{\"errcode\":40014\n\n{\"errcode\":0}\n");
    let (status, out, err) = outcome(command);
    assert_eq!(status, 0);
    assert!(
        out.starts_with(
            "{}\nerrcode=40014\n{\"errcode\":40014\n\n{\"errcode\":0,\"errcode_meaning\":\"WeCom Ok"
        ),
        "{out}"
    );
    assert_eq!(err, "errcat: -, line 2: not JSON; 2 such lines with codes pass unchanged\n");
}
