//! Where a model is, and whether it may be asked there.

use std::fmt;
use std::net::{IpAddr, SocketAddr, ToSocketAddrs};

use ureq::http::Uri;

use crate::exit::Failure;

/// The address of a model that may be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Address {
    /// Where questions go, with the path.
    pub(super) endpoint: String,
    /// The places of this machine behind it; none where it is beyond.
    pub(super) here: Vec<SocketAddr>,
    host: String,
    is_encrypted: bool,
}

const LOOKS_LIKE: &str = "such an address looks like http://127.0.0.1:8080/v1";

impl Address {
    /// The address `url` means: on this machine unless `beyond` says otherwise, and beyond it encrypted. No name but
    /// "localhost" is looked up.
    pub(super) fn of(url: &str, beyond: bool) -> Result<Self, Failure> {
        let malformed = |what: &str| Failure::argument(format!("--model {url}: {what}"), LOOKS_LIKE.to_owned());
        let uri: Uri = url
            .parse()
            .map_err(|error: ureq::http::uri::InvalidUri| malformed(&format!("this is no address: {error}")))?;
        let is_encrypted = match uri.scheme_str() {
            Some("http") => false,
            Some("https") => true,
            _ => return Err(malformed("an address begins with http:// or https://")),
        };
        let authority = uri.authority().map(ToString::to_string).unwrap_or_default();
        let host = uri.host().unwrap_or_default();
        if host.is_empty() || authority.contains('@') || uri.query().is_some() || url.contains('#') {
            return Err(malformed("an address has a host, and neither a user nor anything after ? or #"));
        }
        let port = uri.port_u16().unwrap_or(if is_encrypted { 443 } else { 80 });
        let here = here(host, port);
        if here.is_empty() {
            may_leave(url, host, is_encrypted, beyond)?;
        }
        let path = uri.path().trim_end_matches('/');
        let at = match here.first() {
            Some(place) if !is_encrypted => place.to_string(),
            _ => authority,
        };
        let scheme = if is_encrypted { "https" } else { "http" };
        let endpoint = format!("{scheme}://{at}{path}/chat/completions");
        Ok(Self { endpoint, here, host: host.to_owned(), is_encrypted })
    }

    /// The same address at one of its places.
    pub(super) fn at(&self, place: SocketAddr) -> String {
        match self.here.first() {
            Some(first) if !self.is_encrypted => self.endpoint.replacen(&first.to_string(), &place.to_string(), 1),
            _ => self.endpoint.clone(),
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.here.is_empty() {
            write!(f, "{}, which is beyond this machine ({})", self.host, self.endpoint)
        } else {
            write!(f, "{}, on this machine", self.endpoint)
        }
    }
}

/// The places of this machine behind `host`; none if any of them could be elsewhere.
fn here(host: &str, port: u16) -> Vec<SocketAddr> {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    if let Ok(address) = bare.parse::<IpAddr>() {
        return if address.to_canonical().is_loopback() { vec![SocketAddr::new(address, port)] } else { Vec::new() };
    }
    if !bare.eq_ignore_ascii_case("localhost") {
        return Vec::new();
    }
    let found: Vec<SocketAddr> = (bare, port).to_socket_addrs().map(Iterator::collect).unwrap_or_default();
    if found.iter().all(|place| place.ip().to_canonical().is_loopback()) { found } else { Vec::new() }
}

fn may_leave(url: &str, host: &str, is_encrypted: bool, beyond: bool) -> Result<(), Failure> {
    if !beyond {
        return Err(Failure::argument(
            format!("--model {url}: {host} is not this machine, and the text would leave it; nothing was sent"),
            "name a model on 127.0.0.1, [::1] or localhost; --model-beyond-this-machine allows others, over https"
                .to_owned(),
        ));
    }
    if !is_encrypted {
        return Err(Failure::argument(
            format!("--model {url}: beyond this machine the text would travel in clear; nothing was sent"),
            "use https://, or bring the other machine's port to 127.0.0.1 through a tunnel".to_owned(),
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::Address;

    fn refused(url: &str, beyond: bool) -> String {
        Address::of(url, beyond).expect_err(url).to_string()
    }

    #[test]
    fn addresses_of_this_machine_are_asked() {
        for url in [
            "http://127.0.0.1:8080/v1",
            "http://127.8.9.10:1/v1/",
            "http://[::1]:8080/v1",
            "http://[::ffff:127.0.0.1]:8/v1",
        ] {
            let address = Address::of(url, false).expect(url);
            assert!(address.endpoint.ends_with("/v1/chat/completions") && !address.here.is_empty(), "{address:?}");
            assert!(address.to_string().ends_with("on this machine"), "{address}");
        }
        let address = Address::of("http://localhost:8080/v1", false).expect("localhost is this machine");
        assert!(address.here.iter().all(|place| place.ip().to_canonical().is_loopback()), "{address:?}");
        assert!(!address.endpoint.contains("localhost"), "asked at the place that was checked: {address:?}");
    }

    #[test]
    fn others_are_refused_before_any_name_is_looked_up() {
        let elsewhere = [
            "http://192.168.1.5:8080/v1",
            "http://0.0.0.0:8080/v1",
            "http://model.example/v1",
            "http://localhost.model.example/v1",
            "http://127.0.0.1.model.example/v1",
            "http://127.1:8080/v1",
            "http://[::ffff:10.0.0.1]/v1",
            "https://[2001:db8::1]/v1",
        ];
        for url in elsewhere {
            assert!(refused(url, false).contains("is not this machine"), "{url}");
        }
    }

    #[test]
    fn beyond_this_machine_only_what_is_encrypted() {
        assert!(refused("http://model.example/v1", true).contains("in clear"));
        let address = Address::of("https://model.example/v1", true).expect("encrypted, and allowed");
        assert!(address.here.is_empty() && address.endpoint == "https://model.example/v1/chat/completions");
        assert!(address.to_string().starts_with("model.example, which is beyond this machine"), "{address}");
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for url in [
            "",
            "8080",
            "ftp://127.0.0.1/v1",
            "http://",
            "http://me@127.0.0.1/v1",
            "http://127.0.0.1/v1?x=1",
            "http://127.0.0.1/#x",
        ] {
            assert!(refused(url, true).contains("address"), "{url}");
        }
    }
}
