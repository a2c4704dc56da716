//! `errcat count FILE…`.

use crate::{answer, errcat, file, outcome};

const LOG: &str = "2026-11-22T10:00:01Z errcode=40014 x errcode=40014
2026-11-22T10:59:59+00:00 {\"errcode\":0}
2026-11-22T12:00:00+01:00 ERRCODE_MISS_BUIN
2026-11-22T12:30:00+01:00 errcode: 100008
2026-11-22T09:00:00Z errcode=40014
2026-11-22T13:00:00Z errcode=99999 errcode=null
no time errcode=99999
";

#[test]
fn codes_are_counted_with_their_first_and_last_time() {
    let log = file("count.log", LOG);
    assert_eq!(
        answer(&["count", "--lang", "en", &log]),
        "count\tcode\tmeaning\tfirst\tlast
3\t40014\tWeCom InvalidAccessToken: invalid access_token\t2026-11-22T09:00:00Z\t2026-11-22T10:00:01Z
2\t100008\tYoudu MissBuin: enterprise number (buin) missing\t2026-11-22T11:00:00Z\t2026-11-22T11:30:00Z
2\t99999\tunknown code\t2026-11-22T13:00:00Z\t2026-11-22T13:00:00Z
1\t0\tWeCom Ok: request succeeded; Youdu Ok: success\t2026-11-22T10:59:59Z\t2026-11-22T10:59:59Z
"
        .replace("Youdu MissBuin: enterprise number (buin) missing", &youdu("100008"))
        .replace("Youdu Ok: success", &youdu("0"))
    );
}

/// Returns the name and the English message of a code of Youdu.
fn youdu(code: &str) -> String {
    let out = answer(&["explain", code, "--catalog", "Youdu", "--format", "json"]);
    let meanings: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    let text = |value: &serde_json::Value| value.as_str().expect("a text").to_owned();
    format!("Youdu {}: {}", text(&meanings[0]["name"]), text(&meanings[0]["translations"]["en"]))
}

#[test]
fn counts_are_exported_as_data() {
    let log = file("count-data.log", LOG);
    for arguments in [&["count", "--json", &log][..], &["count", "--format", "json", &log]] {
        let counts: serde_json::Value = serde_json::from_str(&answer(arguments)).expect("JSON");
        let counts = counts.as_array().expect("an array");
        let numbers: Vec<_> =
            counts.iter().map(|code| (code["code"].as_i64(), code["count"].as_u64())).collect();
        assert_eq!(
            numbers,
            [(Some(40014), Some(3)), (Some(100_008), Some(2)), (Some(99999), Some(2)), (Some(0), Some(1))]
        );
        assert_eq!(counts[0]["meanings"][0]["name"], "InvalidAccessToken");
        assert_eq!(counts[0]["first"], "2026-11-22T09:00:00Z");
        assert_eq!(counts[2]["meanings"], serde_json::json!([]));
        assert!(counts[2]["meaning"].is_null());
    }
    let json = answer(&["count", "--json", "--catalog", "WeCom", "--lang", "en", &log]);
    let counts: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(counts[0]["meaning"], "WeCom InvalidAccessToken: invalid access_token");
    let explained = answer(&["explain", "40014", "--lang", "en", "--format", "json"]);
    let explained: serde_json::Value = serde_json::from_str(&explained).expect("JSON");
    for key in ["catalog", "name", "symbol", "message", "translations", "lang"] {
        assert_eq!(counts[0]["meanings"][0][key], explained[0][key], "{key}");
    }
    let csv = answer(&["count", "--format", "csv", "--catalog", "WeCom", "--lang", "en", &log]);
    assert!(
        csv.starts_with(
            "code,count,meaning,first,last\n40014,3,WeCom InvalidAccessToken: invalid access_token,2026-"
        ),
        "{csv}"
    );
    assert!(csv.contains("\n99999,2,unknown code,2026-"), "{csv}");
    let csv = answer(&["count", "--format", "csv", "--lang", "zh", &log]);
    assert!(csv.contains("\n99999,2,未知错误码,2026-"), "{csv}");
}

#[test]
fn hours_show_when_a_code_began() {
    let log = file("count-hours.log", LOG);
    let plot = format!("{}/count.svg", env!("CARGO_TARGET_TMPDIR"));
    let mut command =
        errcat(&["count", "--catalog", "WeCom", "--lang", "en", "--by", "hour", "--plot", &plot, &log]);
    command.env_remove("COLUMNS");
    let (status, out, err) = outcome(command);
    assert_eq!(status, 0);
    assert_eq!(err, "errcat: 1 codes are in lines without a time, and are not counted per hour\n");
    let long = "█".repeat(40);
    let half = "█".repeat(20);
    assert!(
        out.starts_with(&format!(
            "40014 WeCom InvalidAccessToken: invalid access_token
  2026-11-22T09:00:00Z  {half} 1
  2026-11-22T10:00:00Z  {long} 2
"
        )),
        "{out}"
    );
    let svg = std::fs::read_to_string(&plot).expect("the plot");
    assert!(svg.starts_with("<svg ") && svg.trim_end().ends_with("</svg>"), "{svg}");
    assert!(svg.contains("<title>2026-11-22T10:00:00Z: 2</title>"), "{svg}");
    assert!(
        svg.contains("40014 WeCom InvalidAccessToken: invalid access_token, at most 2 per hour"),
        "{svg}"
    );
    let by_hour = |format: &str| {
        outcome(errcat(&["count", "--by", "hour", "--format", format, "--lang", "en", &log])).1
    };
    let csv = by_hour("csv");
    let token = "WeCom InvalidAccessToken: invalid access_token";
    assert!(
        csv.starts_with(&format!(
            "code,hour,count,meaning\n40014,2026-11-22T09:00:00Z,1,{token}\n40014,2026-11-22T10:00:00Z,2,{token}\n"
        )),
        "{csv}"
    );
    assert!(csv.contains("\n99999,2026-11-22T13:00:00Z,1,unknown code\n"), "{csv}");
    let json: serde_json::Value = serde_json::from_str(&by_hour("json")).expect("JSON");
    assert_eq!(
        json[0],
        serde_json::json!({ "code": 40014, "hour": "2026-11-22T09:00:00Z", "count": 1, "meaning": token })
    );
    assert_eq!(outcome(errcat(&["count", "--plot", &plot, &log])).0, 2);
}

#[test]
fn the_times_of_web_servers_and_syslog_are_read() {
    let log = file(
        "count-times.log",
        "1.2.3.4 - - [10/Oct/2000:13:55:36 -0700] \"GET /?errcode=40014\" 200\n<34>Jan  1 00:00:00 host app: errcode=42001\n",
    );
    let out = answer(&["count", "--catalog", "WeCom", &log]);
    assert!(out.contains("\t2000-10-10T20:55:36Z\t") && out.contains("-01-01T00:00:00\t"), "{out}");
}

/// The time of a line counts to its end, wherever buffers end. The number of unknown codes in memory is limited.
#[test]
fn a_long_line_has_its_time_and_unknown_codes_are_bounded() {
    let piece = "errcode=40014 and more text; ";
    let long =
        file("count-long.log", format!("2026-11-22T10:00:01Z {}\nerrcode=40014\n", piece.repeat(40_000)));
    let out = answer(&["count", "--catalog", "WeCom", &long]);
    assert!(
        out.contains("\n40001\t40014\t") && out.contains("\t2026-11-22T10:00:01Z\t2026-11-22T10:00:01Z\n"),
        "{out}"
    );
    let unknown = (0..20_000).map(|code| format!("errcode=7{code:07}\n")).collect::<Vec<_>>().concat();
    let mut command = errcat(&["count", "--catalog", "WeCom"]);
    command.write_stdin(unknown);
    let (status, out, err) = outcome(command);
    assert_eq!((status, out.lines().count()), (0, 10_001));
    assert!(err.contains("10000 occurrences of further unknown codes"), "{err}");
}

#[test]
fn nothing_found_is_status_1() {
    let mut command = errcat(&["count"]);
    command.write_stdin("all is well\n");
    assert_eq!(outcome(command), (1, String::new(), "errcat: no code found\n".to_owned()));
}
