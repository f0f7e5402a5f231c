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

/// What an import makes of an operation with such parameters, below such schemes: the two files.
fn made_of(parameters: Value, schemes: Value, security: Value) -> [String; 2] {
    let paths = json!({"/calls": {"get": {
        "operationId": "list_calls", "parameters": parameters,
        "responses": {"200": {"description": "d", "content": {"application/json": {"schema": {"type": "integer"}}}}},
    }}});
    let document = json!({
        "openapi": "3.0.3", "info": {"title": "Sample", "version": "1"}, "servers": [{"url": "https://sample.example"}],
        "security": security, "paths": paths, "components": {"securitySchemes": schemes},
    });
    let imported = imported(&document.to_string()).expect("it is imported");
    made(&imported).unwrap_or_else(|wrong| panic!("{wrong}"));
    assert_eq!(imported.count.lost, 0, "{:?}", imported.notes);
    ["openapi.yaml", "sdk.toml"].map(|name| imported.files[name].clone())
}

#[test]
fn credentials_that_stand_in_for_one_another_are_proposed() {
    let schemes = json!({
        "url key": {"type": "apiKey", "in": "query", "name": "apikey"},
        "bearer": {"type": "http", "scheme": "bearer"},
        "oauth": {"type": "oauth2", "flows": {}},
        "pair": {"type": "http", "scheme": "basic"},
        "unused": {"type": "apiKey", "in": "header", "name": "X-Key"},
    });
    let security = json!([{"url key": []}, {"bearer": []}, {"oauth": []}, {"pair": []}]);
    let [spec, settings] = made_of(json!([]), schemes, security);
    let credentials = settings.find("[credentials]").expect("they are there");
    let end = settings.find("[operations").expect("they are there");
    insta::assert_snapshot!(&settings[credentials..end], @r#"
    [credentials]
    scheme = "bearer"
    setter = "api_key"
    arguments = ["key"]
    env = ["SAMPLE_API_KEY"]

    [[other_credentials]]
    scheme = "pair"
    setter = "credentials"
    arguments = ["username", "password"]
    env = ["SAMPLE_USERNAME", "SAMPLE_PASSWORD"]

    [[other_credentials]]
    scheme = "url_key"
    setter = "other_api_key"
    arguments = ["other_key"]
    env = ["SAMPLE_OTHER_API_KEY"]
    "#);
    assert!(
        spec.contains("security:\n  - bearer: []\n  - pair: []\n  - url_key: []\n"),
        "{spec}"
    );
    assert!(
        !spec.contains("unused") && !spec.contains("oauth"),
        "{spec}"
    );
}

#[test]
fn credentials_that_are_wanted_at_once_are_proposed() {
    let schemes = json!({
        "keyAuth": {"type": "apiKey", "in": "header", "name": "ACME-API-KEY"},
        "appAuth": {"type": "apiKey", "in": "header", "name": "X-Application-Key"},
        "oauth": {"type": "oauth2", "flows": {}},
        "org": {"type": "apiKey", "in": "query", "name": "timeout"},
        "pair": {"type": "http", "scheme": "basic"},
        "cookie": {"type": "apiKey", "in": "cookie", "name": "sid"},
    });
    // Not what cannot be sent, nor what cannot be sent at once, nor what would be given twice.
    let security = json!([
        {"cookie": [], "keyAuth": []},
        {"oauth": [], "pair": []},
        {"keyAuth": [], "appAuth": []},
        {"appAuth": [], "keyAuth": [], "org": []},
        {"org": [], "oauth": []},
    ]);
    let [spec, settings] = made_of(json!([]), schemes, security);
    let credentials = settings.find("[credentials]").expect("they are there");
    let end = settings.find("[operations").expect("they are there");
    insta::assert_snapshot!(&settings[credentials..end], @r#"
    [credentials]
    scheme = "appAuth"
    setter = "application_key"
    arguments = ["application_key"]
    env = ["SAMPLE_APPLICATION_KEY"]

    [[credentials.with]]
    scheme = "keyAuth"
    setter = "acme_api_key"
    arguments = ["acme_api_key"]
    env = ["SAMPLE_ACME_API_KEY"]

    [[other_credentials]]
    # The document describes how a token is got; the client sends it as a Bearer token.
    scheme = "oauth"
    setter = "access_token"
    arguments = ["token"]
    env = ["SAMPLE_ACCESS_TOKEN"]

    [[other_credentials.with]]
    scheme = "org"
    setter = "api_key"
    arguments = ["key"]
    env = ["SAMPLE_API_KEY"]
    "#);
    let security = spec.find("security:").expect("it is there");
    let end = spec.find("paths:").expect("they are there");
    insta::assert_snapshot!(&spec[security..end], @r"
    security:
      - appAuth: []
        keyAuth: []
      - oauth: []
        org: []
    ");
}

#[test]
fn parameters_of_every_form_come_through() {
    let object = |properties: Value| json!({"type": "object", "properties": properties});
    let text = json!({"type": "string"});
    let parameters = json!([
        {"name": "api-version", "in": "query", "required": true, "schema": text},
        {"name": "filter", "in": "query", "schema": object(json!({"color": text, "sizes": {"type": "array", "items": text}}))},
        {"name": "area", "in": "query", "explode": false, "schema": object(json!({"left": text}))},
        {"name": "labels", "in": "query", "schema": {"type": "object", "additionalProperties": text}},
        {"name": "version", "in": "query", "schema": object(json!({"api-version": text}))},
        {"name": "deep", "in": "query", "schema": object(json!({"inner": object(json!({"a": text}))}))},
    ]);
    let [spec, _] = made_of(
        parameters,
        json!({"key": {"type": "http", "scheme": "bearer"}}),
        json!([{"key": []}]),
    );
    let names: Vec<_> = spec
        .lines()
        .filter_map(|line| line.trim().strip_prefix("- name: "))
        .collect();
    // The others could not be told from another parameter, or be written.
    assert_eq!(names, ["api-version", "filter", "area", "labels"]);
    assert!(spec.contains("explode: false"), "{spec}");
}
