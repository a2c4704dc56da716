//! The words of headings in Chinese, Japanese, Korean and English, with their meanings. `heading_words_european.rs` has
//! other languages.

use super::heading_words_european;

/// The meaning of a heading. Some meanings depend on the other headings of the table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum HeadingMeaning {
    /// The number, for certain.
    Number,
    /// The code, or the symbol if the table has a `Number`.
    Code,
    /// The status of HTTP, or the code.
    Status,
    /// The code, the symbol or the message.
    Error,
    /// A parameter of a request, or the code.
    Parameter,
    Symbol,
    /// The symbol, or the name of the variant if the table has a `Symbol`.
    Name,
    Message,
    /// The message, or the help if the table has a `Message`.
    Description,
    Help,
    Section,
    Deprecated,
    English,
    /// The name of the catalog, which is the same in every row.
    Catalog,
}

/// The words in the form that [`normal`] returns.
const WORDS: &[(HeadingMeaning, &[&str])] = &[
    (
        HeadingMeaning::Number,
        &[
            "十进制数值",
            "十进制",
            "数值",
            "数字",
            "value",
            "number",
            "decimal",
            "decimalvalue",
            "hexvalue",
            "hexadecimalvalue",
            "numericvalue",
            "numericcode",
        ],
    ),
    (
        HeadingMeaning::Code,
        &[
            "错误码",
            "错误代码",
            "错误编码",
            "错误编号",
            "错误号",
            "返回码",
            "返回值",
            "响应码",
            "信息码",
            "代码",
            "编码",
            "编号",
            "码",
            "code",
            "errcode",
            "errno",
            "errorno",
            "errornumber",
            "retcode",
            "sqlstate",
            "エラーコード",
            "エラー番号",
            "コード",
            "番号",
            "코드",
            "오류코드",
            "에러코드",
        ],
    ),
    (
        HeadingMeaning::Status,
        &[
            "状态码",
            "状态",
            "http状态码",
            "http状态",
            "status",
            "statuscode",
            "httpstatus",
            "httpstatuscode",
            "httpcode",
            "http",
            "ステータス",
            "ステータスコード",
            "httpステータス",
            "httpステータスコード",
            "상태코드",
            "http상태코드",
        ],
    ),
    (HeadingMeaning::Error, &["error", "错误", "エラー", "오류", "에러"]),
    (HeadingMeaning::Parameter, &["参数", "parameter", "param"]),
    (
        HeadingMeaning::Symbol,
        &[
            "符号",
            "标识",
            "标识符",
            "错误标识",
            "常量",
            "常量名",
            "宏",
            "宏定义",
            "枚举",
            "枚举值",
            "名称",
            "错误名",
            "错误名称",
            "symbol",
            "constant",
            "identifier",
            "mnemonic",
            "macro",
            "enum",
            "errorname",
            "conditionname",
            "シンボル",
            "定数",
            "定数名",
        ],
    ),
    (HeadingMeaning::Name, &["name", "variant", "codename", "名前", "이름"]),
    (
        HeadingMeaning::Message,
        &[
            "含义",
            "错误说明",
            "错误信息",
            "错误消息",
            "错误讯息",
            "错误描述",
            "错误提示",
            "错误内容",
            "错误详情",
            "错误含义",
            "信息",
            "消息",
            "讯息",
            "提示",
            "提示信息",
            "意义",
            "返回信息",
            "文案",
            "message",
            "errormessage",
            "errmessage",
            "errmsg",
            "msg",
            "meaning",
            "text",
            "メッセージ",
            "エラーメッセージ",
            "エラー内容",
            "意味",
            "메시지",
            "오류메시지",
            "에러메시지",
            "의미",
        ],
    ),
    (
        HeadingMeaning::Description,
        &[
            "说明",
            "描述",
            "释义",
            "解释",
            "内容",
            "详情",
            "详细说明",
            "详细描述",
            "备注",
            "原因",
            "错误原因",
            "description",
            "errordescription",
            "desc",
            "detail",
            "details",
            "explanation",
            "cause",
            "reason",
            "说明文",
            "备考",
            "설명",
            "원인",
        ],
    ),
    (
        HeadingMeaning::Help,
        &[
            "排查方法",
            "排查建议",
            "排查方案",
            "解决方案",
            "解决方法",
            "解决办法",
            "解决措施",
            "解决策",
            "处理方法",
            "处理方案",
            "处理建议",
            "处理方式",
            "处理措施",
            "处理办法",
            "建议",
            "建议处理",
            "help",
            "solution",
            "remedy",
            "action",
            "resolution",
            "suggestion",
            "hint",
            "howtofix",
            "troubleshooting",
            "对处",
            "对处方法",
            "对应方法",
            "对策",
            "해결방법",
            "조치",
        ],
    ),
    (
        HeadingMeaning::Section,
        &[
            "章节",
            "分类",
            "类别",
            "类型",
            "模块",
            "分组",
            "section",
            "category",
            "module",
            "group",
            "class",
            "错误类型",
            "错误类别",
            "错误分类",
            "errorcategory",
            "カテゴリ",
            "カテゴリー",
            "区分",
            "분류",
        ],
    ),
    (HeadingMeaning::Deprecated, &["deprecated", "废弃", "已废弃"]),
    (HeadingMeaning::English, &["en", "english", "英文", "英文说明", "英文描述", "英文信息", "英语"]),
    (HeadingMeaning::Catalog, &["catalog"]),
];

/// Words that only qualify the code or message of a heading, as in `业务错误码` and `API error code`.
const QUALIFIERS: &[&str] = &[
    "全局",
    "业务",
    "接口",
    "公共",
    "系统",
    "异常",
    "报错",
    "出错",
    "返回",
    "响应",
    "结果",
    "应用",
    "平台",
    "错误码",
    "错误代码",
    "返回码",
    "错误",
    "状态码",
    "代码",
    "api",
    "app",
    "business",
    "system",
    "global",
    "server",
    "service",
    "return",
    "response",
    "result",
    "error",
    "err",
    "エラー",
    "オリジナル",
    "에러",
    "오류",
];

/// Returns the meaning of a heading, if its words are known.
pub(super) fn word(heading: &str) -> Option<HeadingMeaning> {
    let normal = normal(heading);
    let words = || WORDS.iter().chain(heading_words_european::WORDS);
    let known = |text: &str| words().find(|(_, words)| words.contains(&text)).map(|(word, _)| *word);
    if let Some(word) = known(&normal) {
        return Some(word);
    }
    let mut rest = normal.as_str();
    loop {
        // The longest qualifier goes first, so that `错误码描述` becomes `描述`, not `码描述`.
        let stripped = QUALIFIERS.iter().filter_map(|qualifier| rest.strip_prefix(qualifier));
        rest = stripped.min_by_key(|rest| rest.len()).filter(|rest| !rest.is_empty())?;
        let word = known(rest);
        // An `API name` is not the name of an error.
        if let Some(
            HeadingMeaning::Code
            | HeadingMeaning::Message
            | HeadingMeaning::Description
            | HeadingMeaning::Help,
        ) = word
        {
            return word;
        }
    }
}

/// Normalizes case, spaces, punctuation, and the traditional and Japanese forms of characters, and removes text in
/// parentheses.
fn normal(heading: &str) -> String {
    let heading = heading.split(['(', '（']).next().unwrap_or("");
    heading.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).map(simplified).collect()
}

/// Returns the simplified form of the characters that [`WORDS`] is written in.
fn simplified(character: char) -> char {
    const TRADITIONAL: &str = "錯誤碼號說説編參數標識處処類別議決詳細狀態訊應返響問題釋義內備註註報異業務對対応応結果見傳錄録語鍵値值稱称廢棄敘";
    const SIMPLIFIED: &str = "错误码号说说编参数标识处处类别议决详细状态讯应返响问题释义内备注注报异业务对对应应结果见传录录语键值值称称废弃叙";
    let mut pairs = TRADITIONAL.chars().zip(SIMPLIFIED.chars());
    pairs.find(|(traditional, _)| *traditional == character).map_or(character, |(_, simplified)| simplified)
}

#[cfg(test)]
mod tests {
    use super::{HeadingMeaning, word};

    #[test]
    fn headings_of_european_languages_are_known() {
        for (code, message) in [
            ("Código de error", "Descripción"),
            ("Code d'erreur", "Signification"),
            ("Código", "Mensagem"),
            ("Fehlercode", "Bedeutung"),
            ("Код ошибки", "Описание"),
        ] {
            assert_eq!(word(code), Some(HeadingMeaning::Code), "{code}");
            assert!(
                matches!(word(message), Some(HeadingMeaning::Message | HeadingMeaning::Description)),
                "{message}"
            );
        }
    }

    #[test]
    fn headings_are_known_in_each_script_and_with_qualifiers() {
        for (heading, expected) in [
            ("錯誤碼", HeadingMeaning::Code),
            ("錯誤訊息", HeadingMeaning::Message),
            ("狀態碼", HeadingMeaning::Status),
            ("說明", HeadingMeaning::Description),
            ("処理方法", HeadingMeaning::Help),
            ("エラーコード", HeadingMeaning::Code),
            ("説明", HeadingMeaning::Description),
            ("HTTPステータス", HeadingMeaning::Status),
            ("対処方法", HeadingMeaning::Help),
            ("错误码描述", HeadingMeaning::Description),
            ("错误详情", HeadingMeaning::Message),
            ("业务错误码", HeadingMeaning::Code),
            ("信息码", HeadingMeaning::Code),
            ("API Error Code", HeadingMeaning::Code),
            ("Return code", HeadingMeaning::Code),
            ("errMsg", HeadingMeaning::Message),
            ("error", HeadingMeaning::Error),
            ("error_msg", HeadingMeaning::Message),
            ("Response message", HeadingMeaning::Message),
            ("参数", HeadingMeaning::Parameter),
            ("오류 코드", HeadingMeaning::Code),
            ("Status (HTTP)", HeadingMeaning::Status),
        ] {
            assert_eq!(word(heading), Some(expected), "{heading}");
        }
        for heading in ["Fehler", "Grund", "Nr", "", "必须", "mode"] {
            assert_eq!(word(heading), None, "{heading}");
        }
    }
}
