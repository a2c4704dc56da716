//! A third vendor: its codes are strings in a nested object, and a reply without a code is a success.

use crate::api::{Error, read};
use error_catalog::error_catalog;
use serde::Deserialize;

error_catalog! {
    /// The codes of the cloud. Its replies are `{"Response": {"Total": 1, "RequestId": "…"}}` and
    /// `{"Response": {"Error": {"Code": "…", "Message": "…"}, "RequestId": "…"}}`.
    pub(crate) enum Cloud: &'static str {
        success absent;
        envelope code "Response" / "Error" / "Code", text "Response" / "Error" / "Message",
            payload "Response", request "Response" / "RequestId";

        "AuthFailure.SignatureFailure" => SignatureFailure "the signature is wrong",
        "InvalidParameterValue.Region" => UnknownRegion "there is no such region",
    }
}

/// The number of machines in a region.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub(crate) struct Machines {
    /// The number.
    pub(crate) total: u32,
}

/// Counts the machines in a region of the cloud whose address is `base`.
pub(crate) fn count_machines(base: &str, region: &str) -> Result<Machines, Error<Cloud>> {
    read(ureq::get(format!("{base}/cloud/machines")).query("region", region).call()?)
}
