//! The lookup of languages against ICU, whose likely subtags of the Unicode CLDR give each tag a script and a region.

use error_catalog::Section;
use icu_locale::{Locale, LocaleCanonicalizer, LocaleExpander};

/// Tags of browsers and operating systems.
const TAGS: &str = "af af-ZA am am-ET ar ar-AE ar-BH ar-DZ ar-EG ar-IQ ar-JO ar-KW ar-LB ar-LY ar-MA ar-OM ar-QA ar-SA ar-SY \
    ar-TN ar-YE as as-IN az az-Cyrl az-Cyrl-AZ az-Latn az-Latn-AZ be be-BY bg bg-BG bn bn-BD bn-IN bo bo-CN bs bs-Cyrl bs-Latn \
    bs-Latn-BA ca ca-ES cs cs-CZ cy cy-GB da da-DK de de-AT de-CH de-DE de-LI de-LU el el-CY el-GR en en-AU en-CA en-GB en-HK \
    en-IE en-IN en-NZ en-PH en-SG en-US en-ZA es es-419 es-AR es-CL es-CO es-ES es-MX es-PE es-US et et-EE eu eu-ES fa fa-AF \
    fa-IR fi fi-FI fil fil-PH fr fr-BE fr-CA fr-CH fr-FR fr-LU ga ga-IE gl gl-ES gu gu-IN ha ha-Latn-NG he he-IL hi hi-IN hr \
    hr-HR hu hu-HU hy hy-AM id id-ID in is is-IS it it-CH it-IT iw ja ja-JP ka ka-GE kk kk-CN kk-KZ km km-KH kn kn-IN ko ko-KP \
    ko-KR ku ku-Arab-IQ ky ky-KG lo lo-LA lt lt-LT lv lv-LV mk mk-MK ml ml-IN mn mn-MN mn-Mong mn-Mong-CN mr mr-IN ms ms-BN \
    ms-MY mt mt-MT my my-MM nb nb-NO ne ne-NP nl nl-BE nl-NL nn nn-NO or or-IN pa pa-Arab pa-Arab-PK pa-IN pa-PK pl pl-PL ps \
    ps-AF pt pt-AO pt-BR pt-PT ro ro-MD ro-RO ru ru-RU ru-UA sd sd-Arab-PK sd-Deva-IN si si-LK sk sk-SK sl sl-SI sq sq-AL sr \
    sr-Cyrl sr-Cyrl-RS sr-Latn sr-Latn-RS sr-ME sr-RS sv sv-FI sv-SE sw sw-KE sw-TZ ta ta-IN ta-LK te te-IN tg tg-TJ th th-TH \
    tl tr tr-CY tr-TR ug ug-CN uk uk-UA ur ur-IN ur-PK uz uz-AF uz-Arab uz-Cyrl uz-Latn-UZ vi vi-VN yue yue-CN yue-HK yue-Hans \
    cmn-Hans-CN zh zh-CN zh-HK zh-Hans zh-Hans-CN zh-Hans-SG zh-Hant zh-Hant-HK zh-Hant-TW zh-MO zh-SG zh-TW zu zu-ZA";

/// A tag, with the script and the region that ICU adds to it.
struct Tag {
    text: &'static str,
    language: String,
    script: String,
    region: String,
    names_script: bool,
    names_region: bool,
}

fn tags() -> Vec<Tag> {
    let canonicalizer = LocaleCanonicalizer::new_extended();
    let expander = LocaleExpander::new_extended();
    let tag = |text: &'static str| {
        let mut locale: Locale = text.parse().unwrap();
        canonicalizer.canonicalize(&mut locale);
        let (names_script, names_region) = (locale.id.script.is_some(), locale.id.region.is_some());
        expander.maximize(&mut locale.id);
        Tag {
            text,
            language: locale.id.language.to_string(),
            script: locale.id.script.unwrap().to_string(),
            region: locale.id.region.unwrap().to_string(),
            names_script,
            names_region,
        }
    };
    TAGS.split_ascii_whitespace().map(tag).collect()
}

impl Tag {
    /// Returns the distance of a catalog's tag from this one, by the rules of `Catalog::language_for`; `None` if it is not
    /// found.
    fn distance(&self, of_catalog: &Self) -> Option<u8> {
        if self.language != of_catalog.language {
            return None;
        }
        if self.text == of_catalog.text {
            return Some(0);
        }
        if self.script != of_catalog.script {
            return (!of_catalog.names_script && !of_catalog.names_region).then_some(4);
        }
        Some(match self.region == of_catalog.region {
            true => 1,
            false if !self.names_region || !of_catalog.names_region => 2,
            false => 3,
        })
    }
}

/// Returns the first of the tags that the runtime finds nearest.
fn found(requested: &str, available: &[&'static str]) -> Option<&'static str> {
    let titles: Vec<_> = available.iter().map(|tag| (*tag, *tag)).collect();
    let title = Section::new("", "").with_titles("", titles.leak()).title_in(requested);
    Some(title).filter(|title| !title.is_empty())
}

#[test]
fn each_tag_finds_the_languages_that_it_finds_by_icu() {
    let tags = tags();
    assert!(tags.len() >= 200, "{}", tags.len());
    let mut different = Vec::new();
    for requested in &tags {
        for tag in &tags {
            let expected = requested.distance(tag).map(|_| tag.text);
            if found(requested.text, &[tag.text]) != expected {
                different.push(format!("{} of {}: {expected:?}", requested.text, tag.text));
            }
        }
    }
    assert_eq!(different, [""; 0]);
}

#[test]
fn of_two_languages_each_tag_prefers_the_one_that_is_nearer_by_icu() {
    let tags = tags();
    let mut different = Vec::new();
    for requested in &tags {
        let near: Vec<_> = tags.iter().filter_map(|tag| Some((requested.distance(tag)?, tag.text))).collect();
        for (distance, tag) in &near {
            for (other_distance, other) in near.iter().filter(|(other, _)| other > distance) {
                if found(requested.text, &[*other, *tag]) != Some(tag) {
                    different.push(format!(
                        "{} of {other} ({other_distance}) and {tag} ({distance})",
                        requested.text
                    ));
                }
            }
        }
    }
    assert_eq!(different, [""; 0]);
}

/// Languages of browsers and operating systems, and others that are not written in Latin letters.
const MORE_LANGUAGES: &str = "ab av ba bgc bho brx ce chr ckb cr cu cv doi dv dz ii iu kok ks kv lrc mai mni mzn nqo oj os \
    sa sah sat shi syr ti tt vai yi zgh";

fn languages() -> impl Iterator<Item = &'static str> {
    let mut languages: Vec<_> = TAGS
        .split_ascii_whitespace()
        .filter_map(|tag| tag.split('-').next())
        .chain(MORE_LANGUAGES.split_ascii_whitespace())
        .collect();
    languages.dedup();
    languages.into_iter()
}

/// Returns the script and the region of a tag by ICU.
fn maximized(expander: &LocaleExpander, tag: &str) -> (String, String) {
    let mut locale: Locale = tag.parse().unwrap();
    expander.maximize(&mut locale.id);
    (locale.id.script.unwrap().to_string(), locale.id.region.unwrap().to_string())
}

#[test]
fn each_language_has_the_script_of_icu_in_every_region() {
    let (canonicalizer, expander) = (LocaleCanonicalizer::new_extended(), LocaleExpander::new_extended());
    let letters = || 'A'..='Z';
    let regions: Vec<_> =
        letters().flat_map(|first| letters().map(move |second| format!("-{first}{second}"))).collect();
    let mut different = Vec::new();
    for language in languages() {
        let mut locale: Locale = language.parse().unwrap();
        canonicalizer.canonicalize(&mut locale);
        let current = locale.to_string();
        for region in regions.iter().map(String::as_str).chain([""]) {
            let (script, _) = maximized(&expander, &format!("{current}{region}"));
            let (requested, available) = (format!("{language}{region}"), format!("{language}-{script}"));
            if found(&requested, &[available.leak()]).is_none() {
                different.push(format!("{requested}: {script}"));
            }
        }
    }
    assert_eq!(different, [""; 0]);
}

/// For a language that is spoken in several regions, the catalog's texts for the largest of them are preferred.
#[test]
fn a_language_of_several_regions_means_that_of_icu() {
    let expander = LocaleExpander::new_extended();
    for tag in
        "ar bn de el en es fa fr it ko ms nl pt ro ru sr sv sw ta tr ur yue yue-Hans zh zh-Hant".split(' ')
    {
        let (_, region) = maximized(&expander, tag);
        let [other, expected] = ["ZZ", &region].map(|region| format!("{tag}-{region}").leak() as &str);
        assert_eq!(found(tag, &[other, expected]), Some(expected), "{tag}");
    }
}
