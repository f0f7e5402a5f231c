//! A request as it is kept in a snapshot.

use crate::server::Server;

/// The only request of a server: method, path and query, headers with the credentials masked, and the body if it has one.
pub fn sent(server: &Server) -> String {
    let head = masked(&server.request());
    match server.bodies().concat() {
        body if body.is_empty() => head,
        body => format!("{head}\n\n{body}"),
    }
}

/// One header a line, sorted, the port and the credentials masked.
pub fn masked(request: &str) -> String {
    let mut lines = request.lines();
    let start = lines.next().unwrap_or_default();
    let mut headers: Vec<String> = lines
        .map(|line| {
            let (name, value) = line.split_once(": ").unwrap_or((line, ""));
            let value = match name {
                "host" => "[host]".to_owned(),
                "authorization" => {
                    let scheme = value.split(' ').next().unwrap_or_default();
                    format!("{scheme} [credential, {} bytes]", value.len())
                }
                "x-api-key" => format!("[credential, {} bytes]", value.len()),
                _ => value.to_owned(),
            };
            format!("{name}: {value}")
        })
        .collect();
    headers.sort();
    format!("{start}\n{}", headers.join("\n"))
}
