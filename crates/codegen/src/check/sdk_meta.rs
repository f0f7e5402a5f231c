//! `[sdk]`: what the crate is called and says of itself.

use super::{Report, identifiers};

pub fn rule(report: &mut Report<'_>) {
    let loaded = report.loaded;
    let sdk = &loaded.sdk.sdk;
    if let Some(name) = loaded
        .project
        .name
        .as_ref()
        .filter(|name| **name != sdk.name)
    {
        report.sdk_table(
            "[sdk]",
            "sdk.name",
            format!("the name `{}` is not the folder's", sdk.name),
            format!("write `{name}`, or rename the folder"),
        );
    }
    if !identifiers::is_snake(&sdk.name) {
        let what = format!("`{}` cannot be the name of a crate", sdk.name);
        report.sdk_table("[sdk]", "sdk.name", what, identifiers::advice(&sdk.name));
    }
    for (key, text) in [
        ("title", &sdk.title),
        ("summary", &sdk.summary),
        ("document", &sdk.document),
    ] {
        if text.trim().is_empty() {
            report.sdk_table(
                "[sdk]",
                &format!("sdk.{key}"),
                format!("`{key}` is empty"),
                "it is shown to users; say it",
            );
        }
    }
}
