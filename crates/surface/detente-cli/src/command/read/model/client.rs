//! One question sent to a model, one answer taken, within limits.

use std::net::TcpStream;
use std::time::{Duration, Instant};

use detente::reading::Question;
use serde_json::{Value, json};
use ureq::Agent;

use super::address::Address;
use crate::args::Model;
use crate::exit::Failure;

/// The most bytes of an answer.
const MOST: u64 = 1024 * 1024;
/// The most words, in a model's own count, it is asked to write.
const MOST_TOKENS: u32 = 4096;
/// How long this machine may take to say whether anybody listens at a port.
const KNOCK: Duration = Duration::from_secs(2);

const WITHOUT: &str = "without --model the rules alone read";

/// A model at its address, with the time it has left.
pub(super) struct Client<'a> {
    agent: Agent,
    url: String,
    endpoint: &'a str,
    name: Option<&'a str>,
    started: Instant,
    limit: Duration,
}

impl<'a> Client<'a> {
    /// Finds the model at its address.
    #[expect(
        clippy::disallowed_methods,
        reason = "a limit of time, at the surface; it ends the work and changes no answer"
    )]
    pub(super) fn new(address: &'a Address, args: &'a Model) -> Result<Self, Failure> {
        let url = match address.here.iter().find(|place| TcpStream::connect_timeout(place, KNOCK).is_ok()) {
            Some(place) => address.at(*place),
            None if address.here.is_empty() => address.endpoint.clone(),
            None => {
                return Err(Failure::argument(
                    format!("no model answers at {}", address.endpoint),
                    format!("start its server first; {WITHOUT}"),
                ));
            }
        };
        let config = Agent::config_builder()
            .proxy(None)
            .max_redirects(0)
            .http_status_as_error(false)
            .user_agent("detente")
            .build();
        Ok(Self {
            agent: config.new_agent(),
            url,
            endpoint: &address.endpoint,
            name: args.name.as_deref(),
            started: Instant::now(),
            limit: Duration::from_secs(args.seconds),
        })
    }

    /// What the model says to `question`, the one of this rank of so many.
    pub(super) fn ask(&self, question: &Question, (rank, of): (usize, usize)) -> Result<String, Failure> {
        let time_up = || Failure::Limit {
            message: format!("the model had answered {rank} of {of} questions after {} seconds", self.limit.as_secs()),
            hint: format!("allow more with --model-seconds, or read a shorter document; {WITHOUT}"),
        };
        let left = self.limit.checked_sub(self.started.elapsed()).filter(|left| !left.is_zero()).ok_or_else(time_up)?;
        let told = |error: ureq::Error| match error {
            ureq::Error::Timeout(_) => time_up(),
            ureq::Error::BodyExceedsLimit(_) => {
                self.failed(&format!("answered with more than {MOST} bytes"), "ask a model that keeps to the point")
            }
            error => self.failed(&format!("cannot be asked: {error}"), "look at its server"),
        };
        let sent = self
            .agent
            .post(&self.url)
            .config()
            .timeout_global(Some(left))
            .build()
            .header("content-type", "application/json")
            .send(self.body(question).to_string());
        let mut response = sent.map_err(told)?;
        let status = response.status();
        if status.is_redirection() {
            return Err(self.failed(
                &format!("sends elsewhere (status {}), and that is not followed", status.as_u16()),
                "name the address at which the model itself answers",
            ));
        }
        if !status.is_success() {
            return Err(self.failed(
                &format!("answered with status {}", status.as_u16()),
                "the address often ends in /v1, and many servers want --model-name",
            ));
        }
        let text = response.body_mut().with_config().limit(MOST).read_to_string().map_err(told)?;
        content(&text).ok_or_else(|| {
            self.failed(
                "did not answer as an OpenAI-compatible server does",
                "look whether another program has this port",
            )
        })
    }

    fn failed(&self, what: &str, hint: &str) -> Failure {
        Failure::argument(
            format!("the model at {} {what}; nothing was written", self.endpoint),
            format!("{hint}; {WITHOUT}"),
        )
    }

    fn body(&self, question: &Question) -> Value {
        let mut body = json!({
            "messages": [
                { "role": "system", "content": question.instructions },
                { "role": "user", "content": question.material },
            ],
            "temperature": 0,
            "seed": 0,
            "max_tokens": MOST_TOKENS,
            "stream": false,
            "response_format": {
                "type": "json_schema",
                "json_schema": { "name": "proposals", "strict": true, "schema": question.schema },
            },
        });
        if let (Some(name), Some(fields)) = (self.name, body.as_object_mut()) {
            fields.insert("model".to_owned(), name.into());
        }
        body
    }
}

/// What the first choice of an answer says.
fn content(text: &str) -> Option<String> {
    let answer: Value = serde_json::from_str(text).ok()?;
    answer.pointer("/choices/0/message/content")?.as_str().map(str::to_owned)
}
