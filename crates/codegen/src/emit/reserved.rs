//! The names that what is written has already, so that no operation, parameter, setting or schema may be called so. The checks ask
//! here; that nothing is missing is tested against what is written.

/// Methods of every client.
pub const CLIENT: [&str; 6] = [
    "builder",
    "clone",
    "clone_from",
    "download",
    "from_env",
    "request",
];

/// Methods of every builder.
pub const BUILDER: [&str; 21] = [
    "allow_insecure_http",
    "answered_by",
    "attempt_timeout",
    "base_url",
    "build",
    "build_blocking",
    "clone",
    "clone_from",
    "connect_timeout",
    "credential_provider",
    "default",
    "from_env",
    "gzip",
    "http_client",
    "max_body_bytes",
    "proxy",
    "rate_limit",
    "retry",
    "root_certificates",
    "settings",
    "timeout",
];

/// Fields of every builder.
pub const BUILDER_FIELDS: [&str; 1] = ["settings"];

/// What every request has of its own: fields, setters and ways to send it, and what is at hand where it is sent.
pub const REQUEST: [&str; 14] = [
    "attempt_timeout",
    "body",
    "header",
    "into_future",
    "new",
    "operation",
    "pending",
    "read",
    "retry",
    "send",
    "stream",
    "pages",
    "timeout",
    "value",
];

/// What the request of a list has beside.
pub const LIST: [&str; 6] = [
    "keep_duplicates",
    "on_repair",
    "pages",
    "reading",
    "resume_from",
    "stream",
];

/// Types that the file of the requests means something else by.
pub const REQUESTS: [&str; 8] = [
    "Async",
    "Error",
    "ResponseValue",
    "Result",
    "Runtime",
    "Self",
    "Send",
    "Some",
];

/// Types that generated code means something else by. `JsonNumber` is the generator's stand-in for numbers.
pub const TYPES: [&str; 16] = [
    "Box",
    "Client",
    "ClientBuilder",
    "Default",
    "Error",
    "Into",
    "IntoIterator",
    "Iterator",
    "JsonNumber",
    "Option",
    "ResponseValue",
    "Result",
    "Self",
    "Some",
    "String",
    "Vec",
];

#[cfg(test)]
mod tests {
    use std::path::Path;

    use syn::{ImplItem, Item, Visibility};

    use super::*;
    use crate::{Project, model, names::pascal};

    /// Type and name of every public method of a file that belongs to no trait.
    fn methods(source: &str) -> Vec<(String, String)> {
        let file = syn::parse_file(source).expect("Rust");
        let impls = file.items.into_iter().filter_map(|item| match item {
            Item::Impl(item) if item.trait_.is_none() => Some(item),
            _ => None,
        });
        let mut found = Vec::new();
        for item in impls {
            let syn::Type::Path(owner) = *item.self_ty else {
                continue;
            };
            let owner = owner
                .path
                .segments
                .last()
                .expect("a name")
                .ident
                .to_string();
            for item in item.items {
                if let ImplItem::Fn(method) = item
                    && matches!(method.vis, Visibility::Public(_))
                {
                    found.push((owner.clone(), method.sig.ident.to_string()));
                }
            }
        }
        found
    }

    #[test]
    fn every_method_that_is_written_is_here() {
        let specs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../specs");
        for provider in crate::providers(&specs).expect("the specs") {
            let project = Project::named(&specs, &provider, String::new());
            let loaded = project.load().expect("it loads");
            let api = model::build(&loaded);
            let sdk = project.render().expect("it is made");
            let setters = loaded
                .sdk
                .headers
                .iter()
                .filter_map(|header| header.setter.as_ref());
            let setters: Vec<_> = setters
                .chain(loaded.sdk.all_credentials().map(|it| &it.setter))
                .collect();
            let files = ["client.rs", "requests.rs", "blocking.rs"];
            let files = files.map(|name| &sdk.sources[name]);
            for (owner, method) in files.into_iter().flat_map(|source| methods(source)) {
                let method = method.as_str();
                let operation = api
                    .operations
                    .iter()
                    .find(|known| pascal(&known.id) == owner);
                let is_known = match (owner.as_str(), operation) {
                    ("Client", _) => {
                        let mut ids = api.operations.iter().map(|known| known.id.as_str());
                        CLIENT.contains(&method) || ids.any(|id| id == method)
                    }
                    ("ClientBuilder", _) => {
                        BUILDER.contains(&method)
                            || setters.iter().any(|name| name.get_ref() == method)
                    }
                    (_, Some(operation)) => {
                        let mut parameters = operation.parameters.iter();
                        REQUEST.contains(&method)
                            || LIST.contains(&method)
                            || parameters.any(|parameter| parameter.rust_name == method)
                    }
                    (_, None) => true,
                };
                assert!(is_known, "{provider}: {owner}::{method} is not reserved");
            }
        }
    }

    /// What the runtime's macros add.
    #[test]
    fn every_method_of_the_runtime_is_here() {
        let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/src");
        for (file, known) in [
            ("http/call.rs", &REQUEST[..]),
            ("lists/macros.rs", &LIST[..]),
            ("http/client.rs", &BUILDER[..]),
        ] {
            let source = std::fs::read_to_string(runtime.join(file)).expect("the macro");
            let (_, body) = source.split_once("macro_rules!").expect("a macro");
            let (body, _) = body.split_once("\n}\n").expect("its end");
            let mut methods = 0;
            for line in body.lines().map(str::trim) {
                let line = line
                    .strip_prefix("pub async fn ")
                    .or(line.strip_prefix("pub fn "));
                if let Some(name) = line.and_then(|line| line.split(['(', '<']).next()) {
                    assert!(known.contains(&name), "{file}: {name} is not reserved");
                    methods += 1;
                }
            }
            assert!(methods > 2, "{file}");
        }
    }
}
