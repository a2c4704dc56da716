//! A second vendor with another envelope. The catalog declares it; the rest works as for the first vendor.

use crate::api::{Error, read};
use error_catalog::{Failure, error_catalog};
use serde::Deserialize;

error_catalog! {
    /// The replies of the helpdesk: `{"code": 0, "msg": "success", "data": {…}, "request_id": "…"}`.
    pub(crate) enum Helpdesk: i32 {
        success 0;
        envelope code "code", text "msg", payload "data", request "request_id";

        0 => Ok "success",
        1254 => NoSubject "the ticket has no subject",
    }
}

/// A ticket that was opened.
#[derive(Debug, Deserialize)]
pub(crate) struct Ticket {
    /// The number of the ticket.
    pub(crate) number: u32,
}

/// Opens a ticket at the helpdesk whose address is `base`.
pub(crate) fn open_ticket(base: &str, subject: &str) -> Result<Ticket, Error<Helpdesk>> {
    let request = ureq::post(format!("{base}/helpdesk/tickets"));
    read(request.send_json(serde_json::json!({ "subject": subject }))?)
}

/// Returns the text to send to the helpdesk's support.
pub(crate) fn for_support(failure: &Failure<Helpdesk>) -> String {
    format!("{} in request {}", failure.code(), failure.request_id().unwrap_or("without an id"))
}
