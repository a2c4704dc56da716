//! The words in Simplified Chinese.

use super::Texts;

pub(super) static TEXTS: Texts = Texts {
    code: "错误码",
    name: "名称",
    symbol: "符号",
    message: "消息",
    help: "帮助",
    values: "值",
    retry: "重试建议",
    section: "分组",
    deprecated: "已弃用",
    yes: "是",
    no: "否",
    deprecated_since: |version, note| match note {
        Some(note) => format!("自 {version} 起：{note}"),
        None => format!("自 {version} 起"),
    },
    source: "来源",
    success: "成功",
    note: |text| format!("（{text}）"),
    catalog: "错误码表",
    printed_code: "显示的错误码",
    section_name: "分组名称",
    meaning_of: |number, count| format!("第 {number} 种含义，共 {count} 种"),

    help_paragraph: |help| format!("帮助：{help}"),
    symbol_paragraph: |symbol| format!("符号：{symbol}"),
    advice_paragraph: |advice| format!("重试建议：{advice}"),
    same_code: |first| format!("与 {first} 是同一个错误码：仅凭响应无法区分。"),
    or: |messages| format!("或：{messages}"),
    do_not_use: "请勿使用",

    no_code_in: |text| match text {
        Some(text) => format!("{text} 中没有错误码"),
        None => "标准输入中没有错误码".to_owned(),
    },
    search_hint: |command| format!("；要搜索这些词，请运行：{command}"),
    unknown_term: |catalogs, word| match catalogs {
        [all @ .., last] if !all.is_empty() => format!("{} 和 {last} 中都没有 {word}", all.join("、")),
        _ => format!("{} 中没有 {word}", catalogs.concat()),
    },
    near: |near| format!("；相近的有：{}", near.join("，")),
    nothing_found: |words| format!("没有找到 {words}"),
    more_results: |count| format!("还有 {count} 条结果：使用 --limit 0 显示全部"),

    unknown_code: "未知错误码",
    count: "次数",
    meaning: "含义",
    first: "首次",
    last: "末次",
    no_code: "没有错误码",
    unlisted_codes: |count| format!("另有 {count} 处其他未知错误码未列出"),
    unlisted_hours: |count| format!("另有 {count} 处错误码属于更多的小时，未列出"),
    without_time: |count| format!("有 {count} 处错误码所在的行没有时间，未计入任何小时"),
    per_hour: |code, most| format!("{code}，每小时最多 {most} 次"),
};
