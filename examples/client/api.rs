//! The client: gets a token and sends a message. If a call fails, the column `retry` decides on the next step, so this file
//! contains no code of WeCom.

use backon::{BackoffBuilder, ConstantBuilder};
use error_catalog::vendor::WeCom;
use error_catalog::{Attempts, Catalog, Failure, NextStep, Reply};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::thread;
use std::time::Duration;

/// The error of a call.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error<C: Catalog> {
    /// The vendor answered, and the reply is not a success.
    #[error(transparent)]
    Failure(#[from] Failure<C>),
    /// The response is not a reply of the vendor.
    #[error("the reply is malformed")]
    Malformed(#[from] serde_json::Error),
    /// Nothing came.
    #[error("the server cannot be reached")]
    Http(#[from] ureq::Error),
}

/// A client of one application.
#[derive(Debug)]
pub(crate) struct Client {
    base: String,
    corp_id: String,
    secret: String,
    agent: ureq::Agent,
    attempts: Attempts,
    token: Option<String>,
}

#[derive(Deserialize)]
struct Token {
    access_token: String,
}

/// WeCom's reply about a message that it accepted.
#[derive(Debug, Deserialize)]
pub(crate) struct Sent {
    /// The id of the message.
    pub(crate) msgid: String,
}

/// The largest number of repetitions of a call.
const MAX_RETRIES: u32 = 3;
/// The longest wait before a repetition. The caller is blocked meanwhile.
const LONGEST_DELAY: Duration = Duration::from_secs(10);

impl Client {
    /// Returns a client of the server at `base`, which waits `first_delay` before it repeats a call, and longer each
    /// time.
    pub(crate) fn new(base: &str, corp_id: &str, secret: &str, first_delay: Duration) -> Self {
        Self {
            base: base.to_owned(),
            corp_id: corp_id.to_owned(),
            secret: secret.to_owned(),
            agent: ureq::Agent::new_with_defaults(),
            attempts: Attempts::new(MAX_RETRIES).with_delays(first_delay, LONGEST_DELAY),
            token: None,
        }
    }

    /// Sends a text to a member. Repeats the call as the column `retry` advises.
    pub(crate) fn send_text(&mut self, to: &str, text: &str) -> Result<Sent, Error<WeCom>> {
        let mut attempts = self.attempts.clone();
        loop {
            let failure = match self.try_send_text(to, text) {
                Err(Error::Failure(failure)) => failure,
                sent_or_hopeless => return sent_or_hopeless,
            };
            match attempts.after(&failure) {
                NextStep::Renew => {
                    println!("  {failure}: get a new token, then repeat");
                    self.token = None;
                }
                NextStep::Wait(delay) => {
                    println!("  {failure}: wait, then repeat");
                    thread::sleep(with_jitter(delay));
                }
                NextStep::GiveUp => return Err(failure.into()),
            }
        }
    }

    fn try_send_text(&mut self, to: &str, text: &str) -> Result<Sent, Error<WeCom>> {
        let token = match self.token.take() {
            Some(token) => token,
            None => self.fetch_token()?,
        };
        let message = serde_json::json!({
            "touser": to,
            "msgtype": "text",
            "agentid": 1,
            "text": {"content": text},
        });
        let url = format!("{}/cgi-bin/message/send", self.base);
        let request = self.agent.post(url).query("access_token", &token);
        self.token = Some(token);
        read(request.send_json(message)?)
    }

    fn fetch_token(&self) -> Result<String, Error<WeCom>> {
        let url = format!("{}/cgi-bin/gettoken", self.base);
        let request = self.agent.get(url).query("corpid", &self.corp_id).query("corpsecret", &self.secret);
        let token: Token = read(request.call()?)?;
        Ok(token.access_token)
    }
}

/// Adds a random part to the delay, so that clients that failed together do not repeat their calls together.
fn with_jitter(delay: Duration) -> Duration {
    ConstantBuilder::new().with_delay(delay).with_jitter().build().next().unwrap_or(delay)
}

/// Returns the payload of a reply, or its failure.
pub(crate) fn read<C: Catalog, T: DeserializeOwned>(
    mut response: ureq::http::Response<ureq::Body>,
) -> Result<T, Error<C>> {
    let reply = response.body_mut().read_json::<Reply<C, T>>().map_err(|error| match error {
        // An error of input means that the connection broke before the reply was whole.
        ureq::Error::Json(error) if !error.is_io() => Error::Malformed(error),
        error => Error::Http(error),
    })?;
    Ok(reply.into_result()?)
}
