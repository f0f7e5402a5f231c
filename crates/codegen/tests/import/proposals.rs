//! What is proposed for `sdk.toml`, and what a second import leaves alone.

use serde_json::json;

use super::*;

/// What is proposed for a list of calls with such parameters and such an answer.
fn paging(parameters: &[(&str, &str)], answer: Value) -> String {
    let parameters = parameters
        .iter()
        .map(|(name, kind)| json!({"name": name, "in": "query", "schema": {"type": kind}}));
    let parameters: Vec<_> = parameters.collect();
    let responses =
        json!({"200": {"description": "d", "content": {"application/json": {"schema": answer}}}});
    let paths = json!({"/calls": {"get": {"operationId": "list_calls", "parameters": parameters, "responses": responses}}});
    let imported = imported(&document(paths, json!({}))).expect("it is imported");
    made(&imported).unwrap_or_else(|wrong| panic!("{wrong}"));
    let settings = &imported.files["sdk.toml"];
    let value = settings
        .lines()
        .find_map(|line| line.strip_prefix("paging = "));
    value.expect("a proposal").to_owned()
}

fn calls(more: Value) -> Value {
    let call = json!({"type": "object", "properties": {"id": {"type": "string"}, "note": {"type": "string"}}});
    let mut properties = json!({"calls": {"type": "array", "items": call}});
    let map = properties.as_object_mut().expect("a map");
    map.extend(more.as_object().expect("a map").clone());
    json!({"type": "object", "properties": properties})
}

#[test]
fn paging_is_proposed_from_names_and_shapes() {
    let none = || calls(json!({}));
    let text = json!({"type": "string"});
    assert_eq!(
        paging(&[], none()),
        r#"{ kind = "unpaged", items = "/calls", id = "/id" }"#
    );
    assert_eq!(
        paging(
            &[("page", "integer"), ("perPage", "integer")],
            calls(json!({"total": {"type": "integer"}}))
        ),
        r#"{ kind = "page", items = "/calls", id = "/id", total = "/total", page = "page", limit = "perPage" }"#
    );
    assert_eq!(
        paging(
            &[
                ("offset", "integer"),
                ("limit", "integer"),
                ("cursor", "string")
            ],
            none()
        ),
        r#"{ kind = "offset", items = "/calls", id = "/id", offset = "offset", limit = "limit", begins = ["cursor"] }"#
    );
    assert_eq!(
        paging(&[("starting_after", "string")], none()),
        r#"{ kind = "cursor", items = "/calls", id = "/id", cursor = "starting_after" }"#
    );
    assert_eq!(
        paging(
            &[("cursor", "string")],
            calls(json!({"next_cursor": text, "has_more": {"type": "boolean"}}))
        ),
        r#"{ kind = "cursor", items = "/calls", id = "/id", has_more = "/has_more", last_id = "/next_cursor", cursor = "cursor" }"#
    );
    for (parameters, answer) in [
        (
            &[("cursor", "string")][..],
            calls(json!({"next_cursor": text})),
        ),
        (&[("limit", "integer")], none()),
        (&[], json!({"type": "array", "items": {"type": "string"}})),
        (
            &[("page", "integer")],
            json!({"type": "array", "items": {"type": "object", "properties": {"a": {"type": "string"}}}}),
        ),
    ] {
        assert_eq!(paging(parameters, answer.clone()), "\"none\"", "{answer}");
    }
}

fn arguments(document: &Path, write: bool) -> callslip_codegen::import::Arguments {
    callslip_codegen::import::Arguments {
        document: document.to_owned(),
        name: Some("sample".to_owned()),
        only: None,
        with_text: false,
        write,
    }
}

#[test]
fn what_was_decided_by_hand_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let (theirs, ours) = (folder.path().join("their.json"), folder.path().join("ours"));
    let get = |schema: Value| json!({"responses": {"200": {"description": "d", "content": {"application/json": {"schema": schema}}}}});
    let call = |more: &str| json!({"type": "object", "properties": {"id": {"type": "string"}, "email": {"type": "string"}, more: {"type": "string"}}});
    let list = json!({"type": "array", "items": {"$ref": "#/components/schemas/Call"}});
    let one = json!({"$ref": "#/components/schemas/Call"});
    let paths = json!({"/calls": {"get": get(list.clone())}, "/call": {"get": get(one.clone())}});
    std::fs::write(&theirs, document(paths, json!({"Call": call("phone")}))).expect("written");
    arguments(&theirs, false)
        .run(&ours, None)
        .expect("it is imported");
    let read = |name: &str| std::fs::read_to_string(ours.join(name)).expect("a file");
    let edit = |name: &str, from: &str, to: &str| {
        let text = read(name);
        assert!(text.contains(from), "{from} is not in {text}");
        std::fs::write(ours.join(name), text.replace(from, to)).expect("written");
    };
    edit(
        "openapi.yaml",
        "The email of the call.",
        "Where the caller is written to.",
    );
    edit("sdk.toml", "    \"Call.email\",\n", "");
    edit(
        "sdk.toml",
        "paging = { kind = \"unpaged\", items = \"\", id = \"/id\" }",
        "paging = \"none\" # looked at",
    );

    let before = [read("openapi.yaml"), read("sdk.toml")];
    let paths = json!({"/calls": {"get": get(list.clone())}, "/calls/lost": {"get": get(list)}});
    std::fs::write(
        &theirs,
        document(paths, json!({"Call": call("caller_email")})),
    )
    .expect("written");
    arguments(&theirs, false)
        .run(&ours, None)
        .expect("it is proposed");
    assert_eq!(
        [read("openapi.yaml"), read("sdk.toml")],
        before,
        "nothing is overwritten"
    );
    let proposed = [read("proposed/openapi.yaml"), read("proposed/sdk.toml")];

    arguments(&theirs, true)
        .run(&ours, None)
        .expect("it is taken");
    let [openapi, settings] = [read("openapi.yaml"), read("sdk.toml")];
    assert_eq!([openapi.clone(), settings.clone()], proposed);
    assert!(
        openapi.contains("Where the caller is written to."),
        "{openapi}"
    );
    let project = Project::new(&ours, Path::new("out"));
    project
        .render()
        .unwrap_or_else(|problems| panic!("{problems:?}"));
    insta::assert_snapshot!(settings);
}
