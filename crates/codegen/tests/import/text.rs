//! Descriptions that say nothing but names: counted, and refused where that is asked for.

use callslip_codegen::{Deny, Problems};
use serde_json::json;

use super::*;

const ABOUT: &str = "How long it took, in seconds.";

/// A document of one call, of which only the seconds are described; and what import makes of it.
fn made_of(with_text: bool, deny: &[Deny]) -> Result<Sdk, Problems> {
    let call = json!({"type": "object", "description": "One call.", "properties": {
        "seconds": {"type": "integer", "description": ABOUT}, "note": {"type": "string"},
    }});
    let answer = json!({"description": "d", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Call"}}}});
    let id = json!({"name": "id", "in": "path", "required": true, "schema": {"type": "string"}});
    let paths = json!({"/calls/{id}": {"get": {"operationId": "get_call", "parameters": [id], "responses": {"200": answer}}}});
    let text = document(paths, json!({"Call": call}));
    let options = Options {
        with_text,
        ..options()
    };
    let imported = import(text.as_bytes(), Path::new("their.json"), &options);
    let imported = imported.unwrap_or_else(|problem| panic!("{problem}"));
    let read = |name: &str| {
        let text = imported.files.get(name).cloned();
        text.ok_or_else(|| io::ErrorKind::NotFound.into())
    };
    let project = Project {
        deny: deny.to_vec(),
        ..Project::new("", Path::new("out"))
    };
    project.render_from(&read)
}

#[test]
fn sentences_made_of_names_are_one_warning_with_their_count() {
    let told = |with_text| {
        let sdk = made_of(with_text, &[]).expect("it is only a warning");
        sdk.missing_text.map(|problem| problem.what)
    };
    let bare = told(false).expect("nothing is described");
    let taken = told(true).expect("the note and the id are not described");
    let counts = [&bare, &taken].map(|told| told.split_once(" say").map(|(count, _)| count));
    assert_eq!(
        counts,
        [Some("4 of 4 descriptions"), Some("2 of 4 descriptions")]
    );
}

#[test]
fn they_are_refused_where_that_is_asked_for() {
    let refused = made_of(true, &[Deny::MissingText]).expect_err("the note is not described");
    let [problem] = refused.as_slice() else {
        panic!("one message: {refused:?}");
    };
    let told = problem.to_string();
    assert!(
        told.starts_with("openapi.yaml:")
            && told.ends_with("say what the document says, or import it with `--with-text`"),
        "{told}"
    );
}
