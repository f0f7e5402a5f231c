//! Foreign documents through `import`, and through everything after it.

use std::io;
use std::path::Path;

use callslip_codegen::import::{Count, Imported, Options, import};
use callslip_codegen::{Project, Sdk};
use serde_json::Value;

mod foreign;
mod mutated;
mod proposals;
mod reading;
mod text;
mod whole;

const EVERYTHING: &str = include_str!("everything.json");

fn options() -> Options {
    Options {
        name: "sample".to_owned(),
        ..Options::default()
    }
}

/// What a document becomes, or why it does not.
fn imported(text: &str) -> Result<Imported, String> {
    import(text.as_bytes(), Path::new("their.json"), &options()).map_err(|wrong| wrong.to_string())
}

/// What the generator makes of it; all that is wrong with it.
fn made(imported: &Imported) -> Result<Sdk, String> {
    let project = Project::new("", Path::new("out"));
    let read = |name: &str| {
        let text = imported.files.get(name).cloned();
        text.ok_or_else(|| io::ErrorKind::NotFound.into())
    };
    project.render_from(&read).map_err(|problems| {
        let lines = problems.iter().map(|problem| format!("{problem}\n"));
        lines.collect()
    })
}

/// A document of these paths and schemas, in OpenAPI 3.1.
fn document(paths: Value, schemas: Value) -> String {
    serde_json::json!({
        "openapi": "3.1.0", "info": {"title": "Sample", "version": "1"},
        "servers": [{"url": "https://sample.example"}],
        "paths": paths, "components": {"schemas": schemas},
    })
    .to_string()
}
