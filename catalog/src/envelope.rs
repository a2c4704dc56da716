//! The keys of a vendor's replies, from the statements `envelope` and `success`.

use crate::table::equal;

/// The paths of the parts of a reply. Each list holds alternatives.
#[derive(Clone, Copy, Debug)]
pub struct Envelope {
    /// The code.
    pub code: &'static [KeyPath],
    /// The server's text.
    pub text: &'static [KeyPath],
    /// The payload. Without a path, it is the whole reply without the other parts.
    pub payload: &'static [KeyPath],
    /// The id of the request.
    pub request: &'static [KeyPath],
    /// The replies that are a success.
    pub success: Success,
}

/// The steps from the whole reply to a value.
pub type KeyPath = &'static [Step];

/// One step of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// The key of an object.
    Key(&'static str),
    /// The index of an item in a list.
    Index(usize),
    /// Any key, for vendors whose key differs from call to call.
    AnyKey,
}

/// The replies that are a success.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Success {
    /// The replies with a success code.
    Code,
    /// The replies with a success code and those without a code.
    CodeOrAbsence,
    /// No reply: the catalog declares no success.
    None,
}

impl Envelope {
    /// The envelope of WeCom and Youdu.
    pub const DEFAULT: Self = Self {
        code: &[&[Step::Key("errcode")]],
        text: &[&[Step::Key("errmsg")]],
        payload: &[],
        request: &[],
        success: Success::Code,
    };

    /// The default envelope of a catalog that declares no success.
    pub const WITHOUT_SUCCESS: Self = Self { success: Success::None, ..Self::DEFAULT };

    /// Returns whether replies have the same keys, and a code in the same cases.
    pub(crate) const fn has_same_keys(&self, other: &Self) -> bool {
        let has_no_code = matches!(self.success, Success::CodeOrAbsence);
        has_no_code == matches!(other.success, Success::CodeOrAbsence)
            && are_same(self.code, other.code)
            && are_same(self.text, other.text)
            && are_same(self.payload, other.payload)
            && are_same(self.request, other.request)
    }

    /// Returns the envelope of a union, whose members have the same keys.
    pub(crate) const fn or(self, other: Self) -> Self {
        match self.success {
            Success::None => other,
            Success::Code | Success::CodeOrAbsence => self,
        }
    }
}

/// Returns whether two lists have the same paths in the same order.
const fn are_same(mut paths: &[KeyPath], mut others: &[KeyPath]) -> bool {
    while let ([path, rest @ ..], [other, other_rest @ ..]) = (paths, others) {
        let (mut steps, mut other_steps): (KeyPath, KeyPath) = (path, other);
        while let ([step, rest @ ..], [other, other_rest @ ..]) = (steps, other_steps) {
            let is_same = match (step, other) {
                (Step::Key(key), Step::Key(other)) => equal(key.as_bytes(), other.as_bytes()),
                (Step::Index(index), Step::Index(other)) => *index == *other,
                (Step::AnyKey, Step::AnyKey) => true,
                _ => false,
            };
            if !is_same {
                return false;
            }
            (steps, other_steps) = (rest, other_rest);
        }
        if !(steps.is_empty() && other_steps.is_empty()) {
            return false;
        }
        (paths, others) = (rest, other_rest);
    }
    paths.is_empty() && others.is_empty()
}
