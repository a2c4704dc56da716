//! The keys that a vendor's replies have around every payload, from the statement `envelope`.

/// The keys of a reply that are not part of the payload.
#[derive(Debug)]
pub struct Envelope {
    /// The key of the code.
    pub code: &'static str,
    /// The key of the vendor's text.
    pub text: &'static str,
    /// The key of the payload; without one, the payload's fields are beside the envelope's.
    pub payload: Option<&'static str>,
    /// The key of the request id, which the vendor's support needs.
    pub request: Option<&'static str>,
}

impl Envelope {
    /// The keys that most vendors of our catalogs use.
    pub const DEFAULT: Self = Self { code: "errcode", text: "errmsg", payload: None, request: None };
}
