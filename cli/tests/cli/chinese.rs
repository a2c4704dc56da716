//! `--lang zh`: the tool's own words are Chinese, as the messages are.

use crate::{answer, errcat, file, outcome};

/// Declares a catalog with each kind of advice, a deprecated row, a shared code, values and a success.
const ADVISED: &str = r#"error_catalog! {
    pub enum Advised: u16 {
        title "建议";
        source "advised.md";
        lang "zh-CN";
        success 0;
        translation en;
        column retry: Retry = Retry::Never;
        error AdvisedFailure;

        0 => Fine "成功了" { en: "fine" },
        section Basic "基础" en "basics" {
            1 => Never A_NEVER "一" { en: "one", help: "看文档" },
            2 => Once "二" { en: "two", retry: Retry::UpTo(1) },
            3 => Thrice "三" { en: "three", retry: Retry::UpTo(3) },
            4 => Allowed "四" { en: "four", retry: Retry::Allowed },
            5 => Later "五" { en: "five", retry: Retry::Later },
            6 => Renewed "六" { en: "six", retry: Retry::AfterRenewal },
            #[deprecated(since = "2.0.0", note = "改用 1")]
            7 => Old "七" { en: "seven" },
            #[deprecated]
            8 => Older "八" { en: "eight" },
            9 => One "九" { en: "nine" } or Other "久" { en: "long" },
            10 => Limited { max: u32 } "至多{max}" { en: "at most {max}" },
        }
    }
}
"#;

fn advised() -> String {
    file("advised.rs", ADVISED)
}

#[test]
fn explain_has_chinese_labels_and_advice() {
    let advised = advised();
    for lang in ["zh", "zh-CN", "zh_Hans"] {
        for (code, expected) in [
            ("0", "Advised 0 Fine（成功）\n  消息      成功了\n  en        fine\n  重试建议  请勿原样重试\n"),
            (
                "1",
                "Advised 1 Never\n  消息      一\n  en        one\n  帮助      看文档\n  符号      A_NEVER\n  \
                 重试建议  请勿原样重试\n  分组      基础\n",
            ),
            ("2", "重试建议  稍等片刻后重试，仅限一次\n"),
            ("3", "重试建议  稍等片刻后重试，最多 3 次\n"),
            ("4", "重试建议  稍等片刻后重试\n"),
            ("5", "重试建议  过一段时间再重试，或减少同时发送的请求\n"),
            ("6", "重试建议  重新获取凭证后重试\n"),
            ("7", "已弃用    自 2.0.0 起：改用 1\n"),
            ("8", "已弃用    是\n"),
            ("9", "Advised 9 One（第 1 种含义，共 2 种）\n"),
            ("9", "Advised 9 Other（第 2 种含义，共 2 种）\n"),
            ("10", "值        max: u32\n"),
        ] {
            let out = answer(&["--table", &advised, "explain", code, "--catalog", "Advised", "--lang", lang]);
            assert!(out.contains(expected), "{lang} {code}: {out}");
            assert_eq!(words_in(&out, &["Advised", "retry"]), Vec::<&str>::new(), "{out}");
        }
    }
}

/// Returns the English words of the tool in an output, except some.
fn words_in<'a>(out: &str, except: &[&str]) -> Vec<&'a str> {
    const WORDS: [&str; 30] = [
        "code",
        "name",
        "symbol",
        "message",
        "help",
        "values",
        "retry",
        "section",
        "deprecated",
        "source",
        "success",
        "meaning",
        "since",
        "again",
        "renew",
        "once",
        "neither",
        "near",
        "found",
        "results",
        "count",
        "first",
        "last",
        "unknown",
        "hour",
        "listed",
        "yes",
        "later",
        "wait",
        "search",
    ];
    let words: Vec<&str> = out.split(|c: char| !c.is_ascii_alphabetic()).collect();
    WORDS.into_iter().filter(|word| words.contains(word) && !except.contains(word)).collect()
}

#[test]
fn list_and_count_have_chinese_headings() {
    let list = answer(&["--table", &advised(), "list", "Advised", "--lang", "zh"]);
    assert_eq!(list.lines().nth(1), Some("错误码\t名称\t消息\ten\t符号\t值\t分组"));
    let mut command = errcat(&["list", "WeCom", "--section", "通用", "--lang", "zh"]);
    command.env("COLUMNS", "60");
    let (_, out, _) = outcome(command);
    assert_eq!(
        out.lines().skip(1).collect::<Vec<_>>(),
        [
            "错误码  名称        消息      en                 分组",
            "-1      SystemBusy  系统繁忙  system busy        通用",
            "0       Ok          请求成功  request succeeded  通用",
        ]
    );

    let log = file("chinese.log", "2026-11-22T10:00:01Z errcode=42001\n2026-11-22T10:00:01Z errcode=49999\n");
    let count = ["count", "--catalog", "WeCom", "--lang", "zh", &log];
    assert_eq!(
        answer(&count),
        "次数\t错误码\t含义\t首次\t末次\n\
         1\t42001\tWeCom AccessTokenExpired: access_token已过期\t2026-11-22T10:00:01Z\t2026-11-22T10:00:01Z\n\
         1\t49999\t未知错误码\t2026-11-22T10:00:01Z\t2026-11-22T10:00:01Z\n"
    );
    // Data for programs has the same keys in each language.
    let csv = answer(&[&count[..], &["--format", "csv"]].concat());
    assert!(csv.starts_with("code,count,meaning,first,last\n"), "{csv}");
    let plot = file("chinese.svg", "");
    let hours = answer(&[&count[..], &["--by", "hour", "--plot", &plot]].concat());
    assert!(hours.contains("\n49999 未知错误码\n"), "{hours}");
    let plot = std::fs::read_to_string(plot).expect("the chart");
    assert!(plot.contains(">49999 未知错误码，每小时最多 1 次<"), "{plot}");
}

#[test]
fn results_without_a_row_are_chinese() {
    let no_code = file("no-code.log", "nothing\n");
    for (arguments, expected) in [
        (
            &["40015", "--lang", "zh"][..],
            "errcat: WeCom 和 Youdu 中都没有 \"40015\"；相近的有：WeCom 40014 不合法的access_token，WeCom 40016 \
             不合法的按钮个数，WeCom 40013 不合法的CorpID\n",
        ),
        (&["qqqqq", "--catalog", "WeCom", "--lang", "zh"], "errcat: WeCom 中没有 \"qqqqq\"\n"),
        (
            &["token expired", "--lang", "zh"],
            "errcat: \"token expired\" 中没有错误码；要搜索这些词，请运行：errcat search token expired\n",
        ),
        (&["search", "qqqqq", "--lang", "zh"], "errcat: 没有找到 \"qqqqq\"\n"),
        (&["count", "--lang", "zh", &no_code], "errcat: 没有错误码\n"),
    ] {
        let (status, out, err) = outcome(errcat(arguments));
        assert_eq!((status, out.as_str(), err.as_str()), (1, "", expected));
    }
    let mut command = errcat(&["explain", "--lang", "zh"]);
    command.write_stdin("nothing\nto see here\n");
    assert_eq!(outcome(command).2, "errcat: 标准输入中没有错误码\n");
    let (status, _, err) = outcome(errcat(&["search", "不合法", "--limit", "2", "--lang", "zh"]));
    assert_eq!(status, 0);
    assert!(err.starts_with("errcat: 还有 ") && err.ends_with(" 条结果：使用 --limit 0 显示全部\n"), "{err}");
}

#[test]
fn search_finds_the_advice_in_the_requested_language() {
    let search = |words: &[&str]| answer(&[&["search", "--limit", "0"], words].concat());
    let codes = |out: String| {
        let first = |line: &str| line.starts_with(char::is_alphabetic).then(|| line.to_owned());
        out.lines().filter_map(first).collect::<Vec<_>>()
    };
    let chinese = search(&["重新获取凭证", "--catalog", "WeCom", "--lang", "zh"]);
    assert!(chinese.contains("  重新获取凭证后重试\n"), "{chinese}");
    let english = search(&["renew the credential", "--catalog", "WeCom", "--lang", "en"]);
    let sorted = |out| {
        let mut codes = codes(out);
        codes.sort();
        codes
    };
    assert_eq!(sorted(chinese), sorted(english));
}

#[test]
fn an_unknown_code_is_annotated_in_chinese_once() {
    let annotate = |lang: &[&str], text: &str| {
        let mut command = errcat(&[&["annotate", "--catalog", "WeCom", "--unknown"], lang].concat());
        command.write_stdin(text);
        outcome(command).1
    };
    let chinese = annotate(&["--lang", "zh"], "errcode=49999 x");
    assert_eq!(chinese, "errcode=49999 [未知错误码] x");
    let english = annotate(&[], "errcode=49999 x");
    assert_eq!(english, "errcode=49999 [unknown code] x");
    for (lang, text) in [(&[][..], &chinese), (&["--lang", "zh"], &chinese), (&["--lang", "zh"], &english)] {
        assert_eq!(annotate(lang, text), *text);
    }
}

#[test]
fn the_page_has_chinese_words_and_advice() {
    let page = answer(&["--table", &advised(), "site", "--catalog", "Advised", "--lang", "zh"]);
    let (page, _script) = page.split_once("<script>").expect("a script");
    for expected in [
        "<html lang=zh-Hans>",
        "<title>错误码</title>",
        ">搜索错误码、名称、符号或文字，或粘贴响应、日志</label>",
        "<option value=zh-CN selected>",
        "11 个错误码<",
        "，来源：",
        "。未另行说明的错误码：<",
        ">请勿原样重试<",
        ">稍等片刻后重试，仅限一次<",
        ">稍等片刻后重试，最多 3 次<",
        ">稍等片刻后重试<",
        ">过一段时间再重试，或减少同时发送的请求<",
        ">重新获取凭证后重试<",
        ">自 2.0.0 起弃用<",
        ">已弃用<",
        ">2 种含义：仅凭响应中的错误码无法区分",
        ">成功<",
        ">值：<",
    ] {
        assert!(page.contains(expected), "{expected}");
    }
    for english in ["again", "deprecated since", "meanings:", "Search", "Catalogs", "success<", "codes<"] {
        let text = page.rsplit_once("data-sentences").expect("the advice in all languages").1;
        let text = text.split_once("data-keys").expect("keys").1;
        assert!(!text.contains(english), "{english}");
    }
    let titled = answer(&["site", "--lang", "zh", "--title", "Ours"]);
    assert!(titled.contains("<h1>Ours</h1>"), "a given title is not replaced");
    let (status, _, err) = outcome(errcat(&["site", "--lang", "fr"]));
    assert_eq!(status, 2);
    assert_eq!(err, "errcat: no catalog has messages in \"fr\"; available: en and zh-CN\n");
}

#[test]
fn markdown_and_the_comments_of_source_code_are_chinese() {
    let advised = advised();
    let export = |format: &str, lang: &str| {
        answer(&["--table", &advised, "export", "Advised", "--format", format, "--lang", lang])
    };
    let markdown = export("markdown", "zh");
    let lines: Vec<&str> = markdown.lines().collect();
    assert_eq!(
        lines[0],
        "| 错误码表 | 错误码 | 名称 | 符号 | 消息 | 帮助 | 成功 | 分组 | 分组名称 | 分组（en） | 消息（en） | 已弃用 | 重试建议 |"
    );
    assert_eq!(lines[2], "| Advised | 0 | Fine |  | 成功了 |  | 是 |  |  |  | fine |  | 请勿原样重试 |");
    assert_eq!(
        lines[5],
        "| Advised | 3 | Thrice |  | 三 |  | 否 | 基础 | Basic | basics | three |  | 稍等片刻后重试，最多 3 次 |"
    );
    assert!(lines[9].ends_with("| 自 2.0.0 起：改用 1 | 请勿原样重试 |"), "{}", lines[9]);
    for format in ["typescript", "go", "python", "java", "c"] {
        let source = export(format, "zh");
        for expected in
            ["帮助：看文档", "符号：A_NEVER", "重试建议：重新获取凭证后重试", "或：久", "是同一个错误码："]
        {
            assert!(source.contains(expected), "{format}: {expected}");
        }
        for english in ["Help: 看", "Symbol: A_", "Or: ", "The same code as"] {
            assert!(!source.contains(english), "{format}: {english}");
        }
        assert!(export(format, "en").contains("Retry: renew the credential, then send again"), "{format}");
    }
    for format in ["json", "jsonl", "csv", "tsv", "sql", "json-schema"] {
        let (status, out, err) = outcome(errcat(&["export", "WeCom", "--format", format, "--lang", "zh"]));
        assert_eq!((status, out.as_str()), (2, ""));
        assert!(err.starts_with("errcat: --lang requires --format markdown, typescript"), "{err}");
    }
}
