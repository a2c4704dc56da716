//! The runtime's own words, in English and Chinese.

use super::lookup::nearest;

/// The words in a printed code or failure.
pub(crate) struct Words {
    /// The texts before and after the name of the catalog that does not have a code.
    pub(crate) unknown: [&'static str; 2],
    /// The text before the title of an unknown code's section.
    pub(crate) section: &'static str,
    /// The texts before and after the name of the row that unknown codes are read as.
    pub(crate) read_as: [&'static str; 2],
    /// The label of the server's text.
    #[cfg(feature = "alloc")]
    pub(crate) server: &'static str,
    /// The label of the id of a request.
    #[cfg(feature = "alloc")]
    pub(crate) request_id: &'static str,
}

impl Words {
    pub(crate) const ENGLISH: Self = Self {
        unknown: [" unknown ", " code"],
        section: " in section ",
        read_as: [", read as ", ""],
        #[cfg(feature = "alloc")]
        server: "server",
        #[cfg(feature = "alloc")]
        request_id: "request id",
    };

    const CHINESE: Self = Self {
        unknown: [" 未知的 ", " 错误码"],
        section: "，分组：",
        read_as: ["，按 ", " 处理"],
        #[cfg(feature = "alloc")]
        server: "服务器",
        #[cfg(feature = "alloc")]
        request_id: "请求 ID",
    };

    /// Returns the words in a language: Simplified Chinese for Chinese, English for any other.
    pub(crate) fn in_lang(lang: &str) -> &'static Self {
        if is_chinese(lang) { &Self::CHINESE } else { &Self::ENGLISH }
    }
}

pub(crate) fn is_chinese(lang: &str) -> bool {
    nearest(lang, [("en", false), ("zh", true)]) == Some(true)
}
