//! An error of the library in the words of the command line: causes with host and port, flags and variables in the place of the names
//! that Rust code would use, and what to do.

use std::error::Error as StdError;
use std::io;
use std::net::IpAddr;

use callslip_core::{BuildError, Error, ErrorKind};
use http::Uri;

use crate::exit::Exit;
use crate::failure::{Failure, Report};
use crate::proxy::Proxy;

/// What a provider's facts are called on the command line. Generated.
pub struct Sdk {
    /// The provider, as the commands name it.
    pub name: &'static str,
    /// The variable that replaces the service's address.
    pub address: &'static str,
    /// The variables that hold the credential.
    pub credentials: &'static [&'static str],
    /// Parameters by their names in requests, and how they are given here.
    pub flags: &'static [(&'static str, &'static str)],
    /// What a refusal means where the document says it: operation, status, `absent` or `malformed`.
    pub refusals: &'static [(&'static str, u16, &'static str)],
    /// Why no command lists its calls, where the document has a list.
    pub no_list: Option<&'static str>,
}

impl Sdk {
    /// A client that cannot be made.
    pub fn not_built(&self, error: &BuildError) -> Failure {
        let text = error.to_string();
        if let Some((variables, fault)) = missing(&text) {
            let (it, fault) = match variables.contains(" and ") {
                true => ("them", fault.replacen("is ", "are ", 1)),
                false => ("it", fault.to_owned()),
            };
            let report = Report::new(Exit::Configuration, format!("{variables} {fault}"));
            return report.remedy(format!("set {it} in the environment")).into();
        }
        let text = text
            .replace(&format!("{}: base_url", self.name), self.address)
            .replace("with base_url(…) or in ", "in ")
            .replace(
                "say allow_insecure_http(true)",
                "give --allow-insecure-http",
            )
            .replace(
                "give credentials to the builder's own method",
                "credentials have variables of their own",
            );
        Report::new(Exit::Configuration, text).into()
    }

    /// A call that did not succeed.
    pub fn failed<E>(&self, error: &Error<E>) -> Failure {
        let text = error.to_string();
        let mut report = match error.kind() {
            ErrorKind::InvalidRequest => Report::new(Exit::Usage, self.refused(&text)),
            ErrorKind::Connect | ErrorKind::Timeout | ErrorKind::Transport => {
                self.unreached(error, text)
            }
            ErrorKind::Credential => Report::new(Exit::Credential, text),
            ErrorKind::BodyTooLarge => {
                Report::new(Exit::Failed, text).remedy("raise --max-body, or ask for less at once")
            }
            ErrorKind::Redirect => Report::new(Exit::Failed, text)
                .remedy(format!("check the address in {}", self.address)),
            ErrorKind::Write => Report::new(Exit::Disk, text),
            _ => self.answered(error, text),
        };
        report.operation = Some(error.operation().to_owned()).filter(|name| !name.is_empty());
        report.status = error.status().map(|status| status.as_u16());
        report.request_id = error.request_id().map(str::to_owned);
        report.into()
    }

    /// What was refused here, before it was sent. The parameters have other names on the command line.
    fn refused(&self, text: &str) -> String {
        let what = text.split_once("not sent: ").map_or(text, |(_, what)| what);
        let what = what
            .replace("the parameters ", "")
            .replace("the parameter ", "");
        self.flags.iter().fold(what, |what, (wire, flag)| {
            what.replace(&format!("`{wire}`"), flag)
        })
    }

    fn answered<E>(&self, error: &Error<E>, text: String) -> Report {
        if let Some(page) = page(error) {
            let text = format!("{text}: {page} came in the place of JSON");
            let remedy = match std::env::var_os(self.address) {
                Some(_) => format!("check that {} leads to the service", self.address),
                None => format!(
                    "check who is in the middle: a login page or a proxy; {} names another address",
                    self.address
                ),
            };
            return Report::new(Exit::Failed, text).remedy(remedy);
        }
        // A link to a file can have run out, whatever the credential is worth; the message says so.
        let of_link = error.operation() == "download";
        let status = error.status().map(|status| status.as_u16());
        let mut refusals = self.refusals.iter();
        let means = refusals
            .find(|(operation, known, _)| *operation == error.operation() && Some(*known) == status)
            .map(|(.., means)| *means);
        match status {
            Some(401 | 403) if !of_link => Report::new(Exit::Credential, text)
                .remedy(format!("check {}", self.credentials.join(" and "))),
            _ if means == Some("malformed") => Report::new(Exit::Failed, text)
                .remedy("check what was given: the document has this status for what is malformed"),
            Some(404 | 410) if !of_link => absent(text),
            _ if means == Some("absent") => absent(text),
            Some(429) => {
                let wait = error
                    .retry_after()
                    .map(|wait| format!(" for {} s", wait.as_secs().max(1)));
                let wait = wait.unwrap_or_else(|| " a minute".to_owned());
                Report::new(Exit::RateLimit, text).remedy(format!("wait{wait}, then repeat"))
            }
            _ if error.is_retryable() => Report::new(Exit::Failed, text).remedy("repeat it later"),
            _ => Report::new(Exit::Failed, text),
        }
    }

    /// A fault on the way, with its cause.
    fn unreached<E>(&self, error: &Error<E>, text: String) -> Report {
        let address = std::env::var(self.address).ok();
        let place = match address {
            Some(_) => format!("check {}", self.address),
            None => "check the network of this machine".to_owned(),
        };
        let kind = error.kind();
        if kind == ErrorKind::Timeout {
            let text = match error.server() {
                Some(server) => format!("{text}: {server}"),
                None => text,
            };
            return Report::new(Exit::Network, text).remedy("repeat it later, or raise --timeout");
        }
        let address: Option<Uri> = address.and_then(|address| address.parse().ok());
        let scheme = address.as_ref().and_then(Uri::scheme_str);
        Way {
            server: error.server(),
            is_encrypted: scheme != Some("http"),
            is_opening: kind == ErrorKind::Connect,
            may_be_proxied: !address.as_ref().is_some_and(is_this_machine),
            place,
        }
        .lost(&text, error.source())
    }
}

fn absent(text: String) -> Report {
    Report::new(Exit::NotFound, text)
        .remedy("check the id, and whether the credential belongs to the account that has the call")
}

/// The media type of an answer that cannot be read since it is none of the service's: a page, say.
fn page<E>(error: &Error<E>) -> Option<String> {
    let is_whole = error.json_path().is_some_and(str::is_empty);
    let media_type = error.headers().get(http::header::CONTENT_TYPE)?;
    let media_type = media_type.to_str().ok()?.split(';').next()?.trim();
    let is_json = media_type.to_ascii_lowercase().ends_with("json");
    // It is shown as far as it is a name.
    let is_name = |c: char| c.is_ascii_alphanumeric() || "/+-.".contains(c);
    let is_shown = !is_json && media_type.len() < 80 && media_type.chars().all(is_name);
    (error.kind() == ErrorKind::Decode && is_whole && is_shown).then(|| media_type.to_owned())
}

/// Whether the service is on this machine: a client asks it without a proxy.
fn is_this_machine(address: &Uri) -> bool {
    let host = address.host().unwrap_or_default();
    let ip: Result<IpAddr, _> = host.trim_matches(['[', ']']).parse();
    host.eq_ignore_ascii_case("localhost") || ip.is_ok_and(|ip| ip.is_loopback())
}

/// The way to a server.
pub struct Way<'a> {
    /// Host and port.
    pub server: Option<&'a str>,
    pub is_encrypted: bool,
    /// Whether nothing was sent yet.
    pub is_opening: bool,
    /// Whether a proxy of the environment counts.
    pub may_be_proxied: bool,
    /// Where to look if it leads nowhere.
    pub place: String,
}

impl Way<'_> {
    /// What is told of an error on it: where it was and why, and what to do.
    pub fn lost(&self, text: &str, source: Option<&(dyn StdError + 'static)>) -> Report {
        let cause = cause(source, self.is_opening);
        let by_proxy = self.is_opening && self.may_be_proxied;
        let proxy = self.server.filter(|_| by_proxy);
        let proxy = proxy.and_then(|server| Proxy::to(server, self.is_encrypted));
        // What is behind a proxy is reached once that opened the way. The certificates are of the server then.
        let proxy = proxy.filter(|_| cause.is_none_or(Cause::is_of_the_next));
        let place = match &proxy {
            Some(proxy) => format!("check {}", proxy.variable()),
            None => self.place.clone(),
        };
        let (what, remedy) = match cause {
            Some(cause) => (Some(cause.what()), cause.remedy(&place, proxy.is_some())),
            None if proxy.is_some() => (None, place),
            None => (None, "repeat it later".to_owned()),
        };
        let server = match (self.server, proxy) {
            (Some(server), Some(proxy)) => Some(format!("{server}, by the proxy {proxy}")),
            (server, _) => server.map(str::to_owned),
        };
        let told = [Some(text.to_owned()), server, what.map(str::to_owned)];
        let told: Vec<String> = told.into_iter().flatten().collect();
        Report::new(Exit::Network, told.join(": ")).remedy(remedy)
    }
}

/// The variables of what is missing or unusable, and what is the matter: of `x is missing: give it with x(…), or X in the environment`.
fn missing(text: &str) -> Option<(&str, &str)> {
    let (setter, _) = text.split_once(' ')?;
    let (fault, variables) = text.split_once(&format!(" {setter}(…), or "))?;
    let fault = fault.strip_prefix(setter)?.trim_start();
    let fault = fault
        .trim_end_matches("give it with")
        .trim_end_matches("it is given with");
    let fault = fault.trim_end().trim_end_matches([':', ';']);
    Some((variables.strip_suffix(" in the environment")?, fault))
}

/// Why a server was not reached, or did not go on.
#[derive(Clone, Copy)]
enum Cause {
    NameNotFound,
    Refused,
    Unreachable,
    NotInTime,
    Closed,
    NoTls,
    Untrusted,
    OutOfDate,
    OtherName,
    Proxy,
}

impl Cause {
    fn what(self) -> &'static str {
        match self {
            Self::NameNotFound => "the name is not found",
            Self::Refused => "the connection was refused",
            Self::Unreachable => "no way leads there",
            Self::NotInTime => "nobody answered in time",
            Self::Closed => "the connection was closed",
            Self::NoTls => "no encryption could be agreed on",
            Self::Untrusted => "its certificate is of nobody whom this machine trusts",
            Self::OutOfDate => "its certificate has run out or is not valid yet",
            Self::OtherName => "its certificate is for another name",
            Self::Proxy => "the proxy did not open the way",
        }
    }

    /// Whether it is about the connection to whoever is next on the way.
    fn is_of_the_next(self) -> bool {
        matches!(
            self,
            Self::NameNotFound
                | Self::Refused
                | Self::Unreachable
                | Self::NotInTime
                | Self::Closed
                | Self::Proxy
        )
    }

    fn remedy(self, place: &str, is_of_proxy: bool) -> String {
        let whoever = if is_of_proxy { "proxy" } else { "service" };
        match self {
            Self::NameNotFound => format!("{place}, and that names can be looked up"),
            Self::Refused => format!("{place}, and that the {whoever} is running"),
            Self::Proxy => format!("{place}: its address and credential, and what it lets through"),
            Self::Unreachable | Self::Closed | Self::OtherName => place.to_owned(),
            Self::NotInTime => format!("{place}, or repeat it later"),
            Self::NoTls => format!("{place}: does it want http:// in the place of https://?"),
            Self::Untrusted => {
                "check who is in the middle; a company's own authority has to be among the machine's root certificates".to_owned()
            }
            Self::OutOfDate => "check this machine's clock".to_owned(),
        }
    }
}

/// The cause, from the errors below; their texts are those of the HTTP client, of TLS and of the system.
fn cause(source: Option<&(dyn StdError + 'static)>, connecting: bool) -> Option<Cause> {
    let mut below = source;
    let mut texts = String::new();
    let mut kind = None;
    while let Some(error) = below {
        texts.push_str(&error.to_string().to_lowercase());
        texts.push('\n');
        kind = error
            .downcast_ref::<io::Error>()
            .map(io::Error::kind)
            .or(kind);
        below = error.source();
    }
    let has = |words: &[&str]| words.iter().any(|word| texts.contains(word));
    // The more particular first: a certificate that is refused is an error of TLS and one of the connection, too.
    let by_text = [
        (&["dns error", "failed to lookup"][..], Cause::NameNotFound),
        (
            &["notvalidforname", "not valid for name", "hostname mismatch"],
            Cause::OtherName,
        ),
        (
            &["expired", "notvalidyet", "not valid yet"],
            Cause::OutOfDate,
        ),
        (&["certificate", "unknownissuer"], Cause::Untrusted),
    ];
    if let Some((_, cause)) = by_text.iter().find(|(words, _)| has(words)) {
        return Some(*cause);
    }
    match kind {
        Some(io::ErrorKind::ConnectionRefused) => Some(Cause::Refused),
        Some(io::ErrorKind::TimedOut) => Some(Cause::NotInTime),
        Some(io::ErrorKind::NetworkUnreachable | io::ErrorKind::HostUnreachable) => {
            Some(Cause::Unreachable)
        }
        Some(
            io::ErrorKind::ConnectionReset
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::BrokenPipe
            | io::ErrorKind::UnexpectedEof,
        ) => Some(Cause::Closed),
        Some(io::ErrorKind::InvalidData) if connecting => Some(Cause::NoTls),
        // Of a proxy that was not reached the system says why.
        _ if has(&["tunnel", "proxy"]) => Some(Cause::Proxy),
        _ if has(&["timed out", "deadline has elapsed"]) => Some(Cause::NotInTime),
        _ if has(&["connection closed", "end of file", "incomplete"]) => Some(Cause::Closed),
        _ if connecting && has(&["tls", "handshake", "ssl", "corrupt message"]) => {
            Some(Cause::NoTls)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_told_by_its_variable() {
        for (text, told) in [
            (
                "api_key is missing: give it with api_key(…), or A_API_KEY in the environment",
                Some(("A_API_KEY", "is missing")),
            ),
            (
                "credentials is empty: give it with credentials(…), or A and B in the environment",
                Some(("A and B", "is empty")),
            ),
            ("TLS cannot be set up", None),
        ] {
            assert_eq!(missing(text), told, "{text}");
        }
    }

    #[test]
    fn certificates_are_told_apart() {
        for (text, told) in [
            (
                "invalid peer certificate: UnknownIssuer",
                "its certificate is of nobody whom this machine trusts",
            ),
            (
                "invalid peer certificate: Expired",
                "its certificate has run out or is not valid yet",
            ),
            (
                "invalid peer certificate: certificate not valid for name \"a\"",
                "its certificate is for another name",
            ),
            ("dns error", "the name is not found"),
            (
                "tunnel error: unsuccessful",
                "the proxy did not open the way",
            ),
        ] {
            let error = io::Error::other(text);
            assert_eq!(
                cause(Some(&error), true).map(Cause::what),
                Some(told),
                "{text}"
            );
        }
    }
}
