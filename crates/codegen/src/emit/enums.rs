//! `enums.rs`: every string set of the spec as an open enum.

use crate::model::{Api, EnumValue, SchemaKind};
use crate::names;
use crate::operations::lower::sentence;

use super::text::doc_lines;

pub fn enums(api: &Api) -> Option<String> {
    let mut out = String::from(
        "//! Open enums: known values as variants, any other value kept as `Unknown`.\n",
    );
    let mut any = false;
    for schema in &api.schemas {
        let SchemaKind::Enum(values) = &schema.kind else {
            continue;
        };
        any = true;
        out.push_str("\n::callslip_core::open_enum! {\n");
        out.push_str(&doc_lines(&schema.description, 4));
        out.push_str(&format!(
            "    pub enum {} {{\n",
            names::pascal(&schema.name)
        ));
        for value in values {
            out.push_str(&doc_lines(&documentation(value), 8));
            out.push_str(&format!(
                "        {} = {:?},\n",
                names::pascal(&value.value),
                value.value
            ));
        }
        out.push_str("    }\n}\n");
    }
    any.then_some(out)
}

fn documentation(value: &EnumValue) -> String {
    let mut text = match &value.description {
        Some(description) => format!("`{}`: {}", value.value, sentence(description)),
        None => format!("`{}`.", value.value),
    };
    if let Some(source) = &value.source {
        text.push_str(&format!("\n\nSource: {}", sentence(source)));
    }
    text
}
