//! `errcat site`: the content of the page, read by an HTML parser. Its behavior is tested in a browser, in `tests/tools`.

use crate::{answer, errcat, example, outcome, vendor};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use html5gum::{DefaultEmitter, Token, Tokenizer};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A parsed page.
#[derive(Default)]
struct Page {
    /// Every start tag with its attributes.
    tags: Vec<(String, BTreeMap<String, String>)>,
    /// The text of each row by its id: one line for the code, and one per paragraph.
    rows: BTreeMap<String, Vec<String>>,
    /// The content of the elements `style` and `script`.
    inline: Vec<(String, String)>,
    /// All other text.
    text: String,
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

fn parsed(html: &str) -> Page {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut page = Page::default();
    let mut row = None;
    let mut inline = None;
    for token in Tokenizer::new_with_emitter(html, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let name = text(&tag.name);
                let attributes: BTreeMap<String, String> =
                    tag.attributes.iter().map(|(name, value)| (text(name), text(value))).collect();
                match name.as_str() {
                    "style" | "script" => inline = Some(name.clone()),
                    "li" => {
                        row = attributes.get("id").cloned();
                        if let Some(id) = &row {
                            let twice = page.rows.insert(id.clone(), Vec::new());
                            assert!(twice.is_none(), "{id} is there twice");
                        }
                    }
                    "a" | "p" => {
                        if let Some(id) = &row {
                            page.rows.entry(id.clone()).or_default().push(String::new());
                        }
                    }
                    _ => {}
                }
                page.tags.push((name, attributes));
            }
            Token::EndTag(tag) => match text(&tag.name).as_str() {
                "style" | "script" => inline = None,
                "ul" => row = None,
                _ => {}
            },
            Token::String(string) => {
                let string = text(&string);
                if let Some(name) = &inline {
                    page.inline.push((name.clone(), string));
                } else {
                    if let Some(line) = row.as_ref().and_then(|id| page.rows.get_mut(id)?.last_mut()) {
                        *line += &string;
                    }
                    page.text += &string;
                }
            }
            Token::Comment(_) => panic!("there is a comment in the page"),
            Token::Error(error) => panic!("{error:?}"),
            Token::Doctype(_) => {}
        }
    }
    page
}

/// Returns the output of an example of this package, which cargo builds if necessary.
#[test]
fn every_row_of_every_catalog_is_in_the_html() {
    let page = parsed(&answer(&["site"]));
    assert_eq!(page.rows.len(), 192 + 90);
    for (catalog, name) in [("WeCom", "wecom"), ("Youdu", "youdu")] {
        for row in vendor(name) {
            let lines = &page.rows[&format!("{catalog}-{}", row["code"])];
            let has = |text: &String| lines.iter().any(|line| line.starts_with(text.as_str()));
            let texts = ["code", "symbol", "message", "help"].iter().filter_map(|key| row.get(*key));
            for text in texts.filter(|text| !["", "-"].contains(&text.as_str())) {
                assert!(has(text), "{text:?} is not in {lines:?}");
            }
        }
        let exported = answer(&["export", catalog, "--format", "jsonl"]);
        for row in exported.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"))
        {
            let lines = &page.rows[&format!("{catalog}-{}", row["code"])];
            for value in [&row["name"], &row["translations"]["en"]] {
                assert!(
                    lines.iter().any(|line| line == value.as_str().expect("a text")),
                    "{value} in {lines:?}"
                );
            }
        }
    }
    let sections = page.tags.iter().filter(|(tag, _)| tag == "section").count();
    assert!(sections > 20, "{sections}");
}

#[test]
fn a_shared_code_has_all_its_meanings_and_a_shared_symbol_leads_to_the_other_code() {
    let page = parsed(&answer(&["site"]));
    let shared = &page.rows["Youdu-300311"];
    for text in ["重复的userId", "jobId不存在", "ERRCODE_REPEAT_USERID", "ERRCODE_NOTEXIST_JOBID"] {
        assert!(shared.iter().any(|line| line == text), "{shared:?}");
    }
    assert!(shared.iter().any(|line| line.starts_with("2 meanings")), "{shared:?}");
    let row_with_shared_symbol = &page.rows["Youdu-5"];
    assert!(row_with_shared_symbol.iter().any(|line| line == "also 100003"), "{row_with_shared_symbol:?}");
    let row_with_advice = &page.rows["WeCom-42001"];
    assert!(
        row_with_advice.iter().any(|line| line.ends_with("renew the credential, then send again")),
        "{row_with_advice:?}"
    );
}

/// The policy contains the hashes of the inline style and script, and the page needs nothing else.
#[test]
fn the_policy_allows_the_pages_own_style_and_script_and_nothing_else() {
    let html = answer(&["site"]);
    let page = parsed(&html);
    let of = |tag: &str, attribute: &str| {
        page.tags
            .iter()
            .filter(|(name, _)| name == tag)
            .find_map(|(_, attributes)| attributes.get(attribute).cloned())
    };
    let policy = of("meta", "content").expect("a policy");
    let before_policy = html.find("Content-Security-Policy").expect("a policy");
    assert!(before_policy < html.find("<style").expect("a style"), "it holds for what follows it");
    let mut inline = page.inline.iter();
    for element in ["style", "script"] {
        let (name, source) = inline.next().expect(element);
        assert_eq!(name, element);
        let hash = BASE64_STANDARD.encode(Sha256::digest(source));
        assert!(
            policy.contains(&format!("{element}-src 'sha256-{hash}'")),
            "{element}: {hash} is not in {policy}"
        );
    }
    assert!(inline.next().is_none());
    assert!(policy.starts_with("default-src 'none'; "), "{policy}");
    for loose in ["unsafe", "http", "*", "'self'"] {
        assert!(!policy.contains(loose), "{policy}");
    }
    assert_harmless(&page);
}

/// Checks that no element loads a resource and no attribute runs a script.
fn assert_harmless(page: &Page) {
    const ELEMENTS: &[&str] = &[
        "html", "meta", "title", "link", "style", "header", "h1", "form", "div", "label", "textarea",
        "button", "select", "option", "p", "kbd", "nav", "details", "summary", "span", "ul", "li", "a",
        "small", "main", "section", "h2", "h3", "i", "b", "script",
    ];
    for (tag, attributes) in &page.tags {
        assert!(ELEMENTS.contains(&tag.as_str()), "<{tag}>");
        for (attribute, value) in attributes {
            assert!(
                !attribute.starts_with("on") && attribute != "style" && attribute != "src",
                "{attribute}={value}"
            );
            if attribute == "href" && tag == "a" {
                let allowed = ["#", "https://", "http://"].iter().any(|start| value.starts_with(start));
                assert!(allowed, "{value}");
            }
        }
    }
    let links: Vec<&String> = page
        .tags
        .iter()
        .filter(|(tag, _)| tag == "link")
        .filter_map(|(_, attributes)| attributes.get("href"))
        .collect();
    assert!(matches!(links[..], [icon] if icon.starts_with("data:image/svg+xml,")), "{links:?}");
    let ids: Vec<&String> = page.tags.iter().filter_map(|(_, attributes)| attributes.get("id")).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "an id is there twice");
    for (_, attributes) in page.tags.iter().filter(|(tag, _)| tag == "a") {
        if let Some(link) = attributes["href"].strip_prefix('#') {
            assert!(ids.iter().any(|id| *id == link), "#{link} leads nowhere");
        }
    }
}

#[test]
fn the_page_is_reproducible() {
    let html = answer(&["site"]);
    assert_eq!(html, answer(&["site"]));
    let path = format!("{}/codes.html", env!("CARGO_TARGET_TMPDIR"));
    assert_eq!(answer(&["site", "--out", &path]), "");
    assert_eq!(html, std::fs::read_to_string(&path).expect("the file"));
}

#[test]
fn the_page_has_its_title_and_the_requested_catalogs() {
    let html = answer(&["site", "--catalog", "youdu", "--title", "Ours & <theirs>"]);
    let page = parsed(&html);
    assert_eq!(page.rows.len(), 90);
    assert!(page.text.contains("Ours & <theirs>"));
    assert!(html.contains("<title>Ours &amp; &lt;theirs&gt;</title>"));
}

#[test]
fn a_file_that_cannot_be_written_is_an_error() {
    let (status, out, err) = outcome(errcat(&["site", "--out", "no/such/folder/codes.html"]));
    assert_eq!((status, out.as_str()), (2, ""));
    assert!(err.starts_with("errcat: cannot write no/such/folder/codes.html: "), "{err}");
}

#[cfg(unix)]
#[test]
fn an_existing_page_is_replaced_atomically() {
    use std::os::unix::fs::MetadataExt;
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("codes.html");
    std::fs::write(&path, "old").expect("a file");
    // A reader that has the old page open keeps it whole.
    let inode = std::fs::metadata(&path).expect("the file").ino();
    answer(&["site", "--out", path.to_str().expect("a path")]);
    assert_ne!(std::fs::metadata(&path).expect("the file").ino(), inode);
    assert_eq!(std::fs::read_dir(&directory).expect("the directory").count(), 1, "no temporary file is left");
    // A rename would replace a device.
    assert_eq!(answer(&["site", "--out", "/dev/stdout"]), answer(&["site"]));
}

#[test]
fn the_page_is_at_most_80_kb_without_its_text() {
    let html = answer(&["site"]);
    let markup = html.len() - parsed(&html).text.len();
    assert!(markup <= 80_000, "{markup} bytes are not text");
}

/// Texts with markup, ids that are in use, and links with scripts are shown as text and have no effect.
#[test]
fn hostile_texts_are_shown_as_text() {
    let html = example("hostile_catalogs", &["site"]);
    let page = parsed(&html);
    assert_harmless(&page);
    let own = parsed(&answer(&["site"]));
    assert_eq!(page.inline, own.inline, "style and script are the page's own");

    let count = |page: &Page| {
        let mut counts: HashMap<String, usize> = HashMap::new();
        for (tag, _) in &page.tags {
            *counts.entry(tag.clone()).or_default() += 1;
        }
        counts
    };
    let (hostile, harmless) = (count(&page), count(&own));
    for once in ["html", "title", "link", "style", "script", "header", "h1", "form", "main", "meta"] {
        assert_eq!(hostile[once], harmless[once], "<{once}>");
    }
    assert_eq!(hostile["h2"], 3);
    assert_eq!(page.rows.len(), 5 + 1 + 5);

    let row = &page.rows["Hostile-%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert%281%29%3E"];
    assert_eq!(
        row[..],
        [
            "\"><img src=x onerror=alert(1)>",
            "\"><img src=x onerror=alert('message')>",
            "' onmouseover='alert(1)",
            "</p></li></ul></section></main><h1>taken over</h1>",
            "Img",
            "anything: \\u{202e}\\u{2066}\\u{0}\\u{1b}[2J",
        ]
    );
    assert_eq!(page.rows["Hostile-%2541"][1], "{{script}} {{policy}} {{title}}");
    assert!(page.rows["Hostile-%2541"].iter().any(|line| line.len() > 65_000));
    assert!(page.rows.contains_key("Hostile.2-type"), "a catalog of the same name has links of its own");
    assert!(page.rows.contains_key("%E9%94%99%E8%AF%AF--9223372036854775808"));
    for shown in ["javascript:alert('source')", "</title></style></script><script>alert('title')</script>"] {
        assert!(page.text.contains(shown), "{shown}");
    }
    for control in ['\u{202e}', '\u{2066}', '\0', '\u{1b}'] {
        assert!(!html.contains(control), "{control:?}");
    }
}
