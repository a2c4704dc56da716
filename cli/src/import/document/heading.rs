//! What the columns of a table are, by their headings in Chinese or English.

use super::cells::Cells;
use super::column_role::{Role, can_name_a_column};
use super::integer::integer;
use super::own_exports;
use heck::ToSnakeCase;
use std::collections::HashSet;
use std::rc::Rc;

/// What a heading can mean. Some words mean one thing alone and another beside their like.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    /// The number, for certain.
    Number,
    /// The number; beside a `Number`, the symbol.
    Code,
    Symbol,
    /// The name of the variant beside a `Symbol`; else the symbol.
    Name,
    Message,
    /// The message; beside a `Message`, the help.
    Description,
    Help,
    Section,
    Deprecated,
    English,
    /// The name of the catalog, which is the same in every row.
    Catalog,
}

/// Written as [`normal`] leaves them.
const WORDS: &[(Word, &[&str])] = &[
    (
        Word::Number,
        &[
            "十进制数值",
            "十进制",
            "数值",
            "数字",
            "value",
            "number",
            "decimal",
            "decimalvalue",
            "numericvalue",
        ],
    ),
    (
        Word::Code,
        &[
            "错误码",
            "错误代码",
            "错误编码",
            "错误编号",
            "错误号",
            "返回码",
            "返回值",
            "状态码",
            "响应码",
            "代码",
            "编码",
            "编号",
            "code",
            "errorcode",
            "errcode",
            "errno",
            "statuscode",
            "returncode",
            "retcode",
            "resultcode",
            "status",
            "sqlstate",
        ],
    ),
    (
        Word::Symbol,
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
        ],
    ),
    (Word::Name, &["name", "variant"]),
    (
        Word::Message,
        &[
            "含义",
            "错误说明",
            "错误信息",
            "错误消息",
            "错误描述",
            "错误提示",
            "错误内容",
            "信息",
            "消息",
            "提示",
            "提示信息",
            "意义",
            "返回信息",
            "message",
            "errormessage",
            "errmsg",
            "msg",
            "meaning",
            "text",
        ],
    ),
    (
        Word::Description,
        &[
            "说明",
            "描述",
            "详细说明",
            "详细描述",
            "备注",
            "原因",
            "错误原因",
            "description",
            "errordescription",
            "desc",
            "details",
            "explanation",
            "cause",
            "reason",
        ],
    ),
    (
        Word::Help,
        &[
            "排查方法",
            "排查建议",
            "解决方案",
            "解决方法",
            "解决办法",
            "解决措施",
            "处理方法",
            "处理方案",
            "处理建议",
            "处理方式",
            "处理措施",
            "建议",
            "help",
            "solution",
            "remedy",
            "action",
            "resolution",
            "suggestion",
            "hint",
            "howtofix",
            "troubleshooting",
        ],
    ),
    (
        Word::Section,
        &["章节", "分类", "类别", "类型", "模块", "分组", "section", "category", "module", "group", "class"],
    ),
    (Word::Deprecated, &["deprecated", "废弃", "已废弃"]),
    (Word::English, &["en", "english", "英文", "英文说明", "英文描述", "英文信息"]),
    (Word::Catalog, &["catalog"]),
];

/// What the columns are; `None` where nothing says which is the code or which the message. `sample` is the first
/// row, which settles which of two columns is the number.
pub(super) fn roles<S: AsRef<str>>(headings: &[S], sample: &[S]) -> Option<Vec<Role>> {
    if let Some(roles) = own_exports::roles(headings) {
        return Some(roles);
    }
    let words: Vec<Option<Word>> = headings.iter().map(|heading| word(&normal(heading.as_ref()))).collect();
    let first = |wanted: Word| words.iter().position(|word| *word == Some(wanted));
    let is_number =
        |column: &usize| sample.get(*column).is_some_and(|cell| integer(cell.as_ref().trim()).is_some());
    let codes = || (0..words.len()).filter(|column| words[*column] == Some(Word::Code));
    let code = first(Word::Number).or_else(|| codes().find(is_number)).or_else(|| codes().next())?;
    let message = first(Word::Message).or_else(|| first(Word::Description))?;

    let mut roles: Vec<Role> = Vec::with_capacity(headings.len());
    let mut taken: HashSet<Role> = HashSet::new();
    for (column, heading) in headings.iter().map(AsRef::as_ref).enumerate() {
        let role = match words[column] {
            _ if column == code => Role::Code,
            _ if column == message => Role::Message,
            Some(Word::Code) if first(Word::Symbol).is_none() => Role::Symbol,
            Some(Word::Name) if first(Word::Symbol).is_some() => Role::Name,
            Some(Word::Symbol | Word::Name) => Role::Symbol,
            Some(Word::Help) => Role::Help,
            Some(Word::Description) if first(Word::Help).is_none() => Role::Help,
            Some(Word::Section) => Role::Section,
            Some(Word::Deprecated) => Role::Deprecated,
            Some(Word::English) => Role::Column("en".to_owned()),
            Some(Word::Catalog) => Role::Skip,
            _ => own_column(heading),
        };
        // The second of its kind is a column of its own, or of no use.
        let role = if taken.contains(&role) { own_column(heading) } else { role };
        let role = if taken.contains(&role) { Role::Skip } else { role };
        taken.insert(role.clone());
        roles.push(role);
    }
    Some(roles)
}

/// Whether a row is one of headings, where any row may be.
pub(super) fn begins_table(cells: &Cells) -> bool {
    roles(cells.as_slice(), &[])
        .is_some_and(|roles| roles.contains(&Role::Code) && roles.contains(&Role::Message))
}

/// The headings of a table that has them in two rows: a word of the second row goes before that above it. `None` where
/// the second row is none of headings.
pub(super) fn second(first: &[Rc<str>], second: &[Rc<str>]) -> Option<Vec<Rc<str>>> {
    let known = |heading: &Rc<str>| word(&normal(heading)).is_some();
    let differs = |column: usize| first.get(column) != second.get(column);
    let repeats = (0..second.len()).any(|column| !differs(column) && known(&second[column]));
    let words = (0..second.len()).filter(|column| differs(*column) && known(&second[*column])).count();
    let begins_anew = roles(second, &[]).is_some();
    if words == 0 || !(repeats || begins_anew || second.first().is_some_and(|cell| cell.trim().is_empty())) {
        return None;
    }
    let empty: Rc<str> = "".into();
    let below = (0..first.len().max(second.len())).map(|column| {
        let [above, below] = [first, second].map(|row| row.get(column).unwrap_or(&empty));
        let is_above = below.trim().is_empty() || (known(above) && !known(below));
        Rc::clone(if is_above { above } else { below })
    });
    let both: Vec<Rc<str>> = below.collect();
    roles(&both, &[]).is_some().then_some(both)
}

/// A heading whose column says nothing that is lost.
pub(super) fn is_no_loss(heading: &str) -> bool {
    word(&normal(heading)) == Some(Word::Catalog)
}

/// Reads `--columns`: the names of the roles, a name of one's own for a column of the catalog, `_` for one to
/// leave out.
pub(super) fn given(name: &str) -> Result<Role, String> {
    Ok(match name {
        "code" => Role::Code,
        "name" => Role::Name,
        "symbol" => Role::Symbol,
        "message" => Role::Message,
        "help" => Role::Help,
        "section" => Role::Section,
        "deprecated" => Role::Deprecated,
        "_" => Role::Skip,
        other if can_name_a_column(other) => Role::Column(other.to_owned()),
        other => {
            return Err(format!("{other:?} cannot name a column: write a lower-case Rust identifier, or _"));
        }
    })
}

impl std::str::FromStr for Role {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        given(name.trim())
    }
}

fn own_column(heading: &str) -> Role {
    let name = heading.to_snake_case();
    if can_name_a_column(&name) { Role::Column(name) } else { Role::Skip }
}

fn word(heading: &str) -> Option<Word> {
    WORDS.iter().find(|(_, words)| words.contains(&heading)).map(|(word, _)| *word)
}

/// A heading without what varies: case, blanks, punctuation, and what stands in parentheses.
fn normal(heading: &str) -> String {
    let heading = heading.split(['(', '（']).next().unwrap_or("");
    heading.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
