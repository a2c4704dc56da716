//! What a vendor calls the fields that it puts around every payload, from the statement `envelope`.

/// The keys of a reply that are no payload.
#[derive(Debug)]
pub struct Envelope {
    /// Holds the code.
    pub code: &'static str,
    /// Holds the vendor's text.
    pub text: &'static str,
    /// Holds the payload; without it the payload's fields stand among the envelope's.
    pub payload: Option<&'static str>,
    /// Holds what the vendor's support asks for.
    pub request: Option<&'static str>,
}

impl Envelope {
    /// What most vendors of our catalogs send.
    pub const DEFAULT: Self = Self { code: "errcode", text: "errmsg", payload: None, request: None };
}
