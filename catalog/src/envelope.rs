//! The keys of a vendor's replies, from the statements `envelope` and `success`.

/// The paths of the parts of a reply. Each list holds alternatives.
#[derive(Debug)]
pub struct Envelope {
    /// The code.
    pub code: &'static [Path],
    /// The server's text.
    pub text: &'static [Path],
    /// The payload. Without a path, it is the whole reply without the other parts.
    pub payload: &'static [Path],
    /// The id of the request.
    pub request: &'static [Path],
    /// The replies that are a success.
    pub success: Success,
}

/// The steps from the whole reply to a value.
pub type Path = &'static [Step];

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
}
