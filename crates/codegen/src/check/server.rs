//! `[sdk]` and `[server]`: what the crate is called and says of itself, and a default address that credentials may be sent to, or
//! none.

use std::net::IpAddr;

use super::{Facts, misspelt};
use crate::problem::Problems;

pub fn rule(facts: Facts<'_>, found: &mut Problems) {
    let sdk = &facts.sdk.sdk;
    let folder = facts.loaded.project.name.as_ref();
    let place = facts.table("[sdk]", "sdk.name");
    if let Some(problem) = misspelt(&place, &sdk.name, "the name of a crate") {
        found.push(problem);
    } else if let Some(folder) = folder.filter(|name| **name != sdk.name) {
        let name = &sdk.name;
        found.push(place.wrong(format!(
            "the name `{name}` is not the folder's; write `{folder}`, or rename the folder"
        )));
    }
    for (key, text) in [
        ("title", &sdk.title),
        ("summary", &sdk.summary),
        ("document", &sdk.document),
    ] {
        if text.trim().is_empty() {
            let message = format!("`{key}` is empty; it is shown to users; say it");
            found.push(facts.table("[sdk]", format!("sdk.{key}")).wrong(message));
        }
    }
    server(facts, found);
}

fn server(facts: Facts<'_>, found: &mut Problems) {
    let server = &facts.sdk.server;
    let reason = server.reason.as_deref().unwrap_or_default();
    let is_explained = !reason.trim().is_empty();
    let table = |key| facts.table("[server]", key);
    match (&server.default, server.required) {
        (Some(_), true) => found.push(table("server").wrong("there is a default and an address is required, too; keep `default`, or `required = true` if users have hosts of their own")),
        (None, false) => found.push(table("server").wrong("there is no default address, and none is required; add `default`, or `required = true` if users have hosts of their own")),
        (None, true) if is_explained => {}
        (None, true) => found.push(table("server.reason").wrong("nothing says why there is no default address; add `reason`")),
        (Some(default), false) => {
            let place = facts.setting("server.default", default);
            let url = default.get_ref();
            let is_only = matches!(facts.document.root().items("servers"), [only] if only.text("url") == Some(url));
            if let Err(message) = usable(url) {
                found.push(place.wrong(message));
            } else if !is_only && !is_explained {
                found.push(place.wrong(format!("`{url}` is not the spec's one server, and nothing says why it is taken; add `reason`")));
            }
        }
    }
}

/// Whether a client may use the address as it stands.
fn usable(url: &str) -> Result<(), String> {
    let Some((scheme, rest)) = url.split_once("://") else {
        return Err(format!(
            "`{url}` is not an address; write it with `https://` in front"
        ));
    };
    let authority = rest.split('/').next().unwrap_or_default();
    if url.contains(['?', '#', '{', '}', ' ']) || authority.contains('@') {
        return Err(format!(
            "`{url}` has more than a host and a path; write only scheme, host, port and path prefix"
        ));
    }
    let host = match authority.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => authority.split(':').next().unwrap_or_default(),
    };
    let address = host.parse::<IpAddr>();
    let is_loopback = host == "localhost" || address.is_ok_and(|address| address.is_loopback());
    match scheme {
        _ if host.is_empty() => Err(format!("`{url}` has no host; write one")),
        "https" => Ok(()),
        "http" if is_loopback => Ok(()),
        _ => Err(format!(
            "`{url}` would send credentials readable for everyone on the way; write an https address"
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::usable;

    #[test]
    fn only_protected_addresses() {
        for good in [
            "https://api.sample.example/v1",
            "http://localhost:3000",
            "http://127.0.0.1:8080/x",
            "http://[::1]:1",
        ] {
            assert_eq!(usable(good), Ok(()), "{good}");
        }
        for bad in [
            "api.sample.example",
            "http://api.sample.example",
            "ftp://x",
            "https://",
            "https:///x",
            "https://u:p@x",
            "https://x?y",
            "https://{host}",
        ] {
            assert!(usable(bad).is_err(), "{bad}");
        }
    }
}
