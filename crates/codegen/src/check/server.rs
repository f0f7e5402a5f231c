//! `[server]`: a default address that credentials may be sent to, or none.

use std::net::IpAddr;

use super::Report;

pub fn rule(report: &mut Report<'_>) {
    let loaded = report.loaded;
    let server = &loaded.sdk.server;
    let explained = server
        .reason
        .as_deref()
        .is_some_and(|reason| !reason.trim().is_empty());
    match (&server.default, server.required) {
        (Some(_), true) => report.sdk_table(
            "[server]",
            "server",
            "there is a default and an address is required, too",
            "keep `default`, or `required = true` if users have hosts of their own",
        ),
        (None, false) => report.sdk_table(
            "[server]",
            "server",
            "there is no default address, and none is required",
            "add `default`, or `required = true` if users have hosts of their own",
        ),
        (None, true) => {
            if !explained {
                report.sdk_table(
                    "[server]",
                    "server.reason",
                    "nothing says why there is no default address",
                    "add `reason`",
                );
            }
        }
        (Some(default), false) => {
            let url = default.get_ref();
            if let Err((what, fix)) = usable(url) {
                report.sdk("server.default", default.span().start, what, fix);
            }
            let servers = report.tree().root().items("servers");
            let only_one = servers.len() == 1 && servers[0].text("url") == Some(url.as_str());
            if !only_one && !explained {
                report.sdk(
                    "server.default",
                    default.span().start,
                    format!(
                        "`{url}` is not the spec's one server, and nothing says why it is taken"
                    ),
                    "add `reason`",
                );
            }
        }
    }
}

/// Whether a client may use the address as it stands.
fn usable(url: &str) -> Result<(), (String, &'static str)> {
    let Some((scheme, rest)) = url.split_once("://") else {
        return Err((
            format!("`{url}` is not an address"),
            "write it with `https://` in front",
        ));
    };
    let authority = rest.split('/').next().unwrap_or_default();
    if url.contains(['?', '#', '{', '}', ' ']) || authority.contains('@') {
        return Err((
            format!("`{url}` has more than a host and a path"),
            "write only scheme, host, port and path prefix",
        ));
    }
    let host = match authority.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => authority.split(':').next().unwrap_or_default(),
    };
    if host.is_empty() {
        return Err((format!("`{url}` has no host"), "write one"));
    }
    let loopback = host == "localhost"
        || host
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback());
    match scheme {
        "https" => Ok(()),
        "http" if loopback => Ok(()),
        _ => Err((
            format!("`{url}` would send credentials readable for everyone on the way"),
            "write an https address",
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
