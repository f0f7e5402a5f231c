//! A small spec before and after one change, and what that means for users.

#![allow(clippy::unwrap_used, reason = "a test")]

use std::fs;
use std::path::Path;
use std::process::Command;

use callslip_codegen::diff::{Arguments, Source, compare, run};
use clap::Parser;
use tempfile::TempDir;

const SPEC: &str = "\
openapi: 3.0.3
info:
  title: Sample
  version: 0.1.0
servers:
  - url: https://api.sample.example
security:
  - key: []
paths:
  /calls:
    get:
      operationId: list_calls
      summary: Lists calls
      parameters:
        - {name: status, in: query, description: Of which state., schema: {type: string}}
        - {name: limit, in: query, description: How many., schema: {type: integer, format: int64, minimum: 1, maximum: 100}}
        - {name: offset, in: query, description: From where on., schema: {type: integer, format: int64}}
        - {name: agent, in: query, required: true, description: Of whom., example: a1, schema: {type: string}}
      responses:
        '200':
          description: A page.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/CallList'}
              examples:
                calls: {summary: Calls., externalValue: examples/calls.json}
        4XX: {$ref: '#/components/responses/Refused'}
    post:
      operationId: create_call
      summary: Starts a call
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/NewCall'}
            examples:
              call: {summary: A call., externalValue: examples/new.json}
      responses:
        '200':
          description: The call.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Call'}
              examples:
                call: {summary: A call., externalValue: examples/call.json}
        4XX: {$ref: '#/components/responses/Refused'}
components:
  responses:
    Refused:
      description: Refused.
      content:
        application/json:
          schema: {$ref: '#/components/schemas/ErrorBody'}
          examples:
            none: {summary: None., externalValue: examples/error.json}
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Api-Key}
  schemas:
    CallList:
      type: object
      description: A page.
      required: [calls]
      properties:
        calls: {type: array, description: The calls., items: {$ref: '#/components/schemas/Call'}}
    Call:
      type: object
      description: A call.
      required: [id]
      properties:
        id: {type: string, description: Which call.}
        duration: {type: integer, format: int64, description: How long.}
        status:
          description: Its state.
          allOf: [{$ref: '#/components/schemas/Status'}]
    Status:
      type: string
      description: State of a call.
      enum:
        - done
        - failed
    NewCall:
      type: object
      description: A call to be.
      required: [to]
      properties:
        to: {type: string, description: Whom to call.}
        from: {type: string, maxLength: 20, description: From which number.}
    ErrorBody:
      type: object
      description: What went wrong.
      properties:
        message: {type: string, description: What went wrong.}
";

const SDK: &str = r#"[sdk]
name = "sample"
title = "Sample"
summary = "A sample"
document = "Made for tests"

[server]
default = "https://api.sample.example"

[credentials]
scheme = "key"
setter = "api_key"
arguments = ["key"]
env = ["SAMPLE_API_KEY"]

[errors]
code = []
message = ["/message"]
request_id = []

[redact]
personal = []
secret = []

[operations.list_calls]
paging = { kind = "offset", items = "/calls", id = "/id", offset = "offset", limit = "limit" }

[operations.create_call]
paging = "none"
"#;

fn write(folder: &Path, edits: &[(&str, &str)]) {
    fs::create_dir_all(folder.join("examples")).unwrap();
    let (mut spec, mut sdk) = (SPEC.to_owned(), SDK.to_owned());
    for (from, to) in edits {
        let text = if spec.contains(from) {
            &mut spec
        } else {
            &mut sdk
        };
        assert!(text.contains(from), "the fixture has no {from:?}");
        *text = text.replacen(from, to, 1);
    }
    let call = r#"{"id": "c1", "duration": 3, "status": "done"}"#;
    for (name, text) in [
        ("openapi.yaml", spec.as_str()),
        ("sdk.toml", &sdk),
        ("examples/calls.json", &format!("{{\"calls\": [{call}]}}")),
        ("examples/call.json", call),
        ("examples/new.json", r#"{"to": "+1555", "from": "+1556"}"#),
        ("examples/error.json", r#"{"message": "no such call"}"#),
    ] {
        fs::write(folder.join(name), text).unwrap();
    }
}

fn source(path: &Path) -> Source {
    path.display().to_string().parse().unwrap()
}

/// What it means that the spec gets these edits, and below a line what it means that it loses them.
fn told(edits: &[(&str, &str)]) -> String {
    between(&[], edits)
}

fn between(before: &[(&str, &str)], edits: &[(&str, &str)]) -> String {
    let folder = TempDir::new().unwrap();
    let [old, new] = ["old", "new"].map(|name| folder.path().join(name));
    write(&old, before);
    write(&new, edits);
    let told = |from: &Path, to: &Path| match compare(&source(from), &source(to)) {
        Ok(report) => report.to_string(),
        Err(error) => panic!("{error:#}"),
    };
    format!("{}\n-----\n{}", told(&old, &new), told(&new, &old))
}

#[test]
fn nothing_is_told_of_nothing() {
    insta::assert_snapshot!(told(&[]), @r#"
    Nothing that users see has changed.

    -----
    Nothing that users see has changed.
    "#);
    // Comments, order of keys, and where a schema stands change nothing.
    insta::assert_snapshot!(told(&[("      required: [to]\n", "      # The rest is optional.\n      required:\n        - to\n")]), @r#"
    Nothing that users see has changed.

    -----
    Nothing that users see has changed.
    "#);
}

#[test]
fn operations() {
    insta::assert_snapshot!(told(&[("operationId: create_call", "operationId: start_call"), ("operations.create_call", "operations.start_call")]), @r#"
    ## Breaking

    - `Client::create_call`: it is `Client::start_call` now

    -----
    ## Breaking

    - `Client::start_call`: it is `Client::create_call` now
    "#);
    insta::assert_snapshot!(told(&[("summary: Starts a call", "summary: Makes a phone ring")]), @r#"
    ## Docs

    - `Client::create_call`: summary

    -----
    ## Docs

    - `Client::create_call`: summary
    "#);
    insta::assert_snapshot!(told(&[("  /calls:\n", "  /v2/calls:\n")]), @r#"
    ## Behaviour

    - `Client::list_calls`: `GET /calls` -> `GET /v2/calls`
    - `Client::create_call`: `POST /calls` -> `POST /v2/calls`

    -----
    ## Behaviour

    - `Client::list_calls`: `GET /v2/calls` -> `GET /calls`
    - `Client::create_call`: `POST /v2/calls` -> `POST /calls`
    "#);
    insta::assert_snapshot!(told(&[("              schema: {$ref: '#/components/schemas/Call'}", "              schema: {type: object, additionalProperties: {}}")]), @r#"
    ## Breaking

    - `Client::create_call answer`: `types::Call` -> `Map<String, Value>`

    -----
    ## Breaking

    - `Client::create_call answer`: `Map<String, Value>` -> `types::Call`
    "#);
}

#[test]
fn parameters() {
    insta::assert_snapshot!(told(&[("        - {name: status, in: query, description: Of which state., schema: {type: string}}\n", "")]), @r#"
    ## Breaking

    - `requests::ListCalls::status`: there is no such parameter any more

    -----
    ## Additive

    - `requests::ListCalls::status`: a new parameter
    "#);
    insta::assert_snapshot!(told(&[("        - {name: agent, in: query, required: true, description: Of whom., example: a1, schema: {type: string}}\n", "")]), @r#"
    ## Breaking

    - `Client::list_calls(agent)`: there is no such parameter any more

    -----
    ## Breaking

    - `Client::list_calls(agent)`: a new argument
    "#);
    insta::assert_snapshot!(told(&[("query, description: Of which state.", "query, required: true, example: done, description: Of which state.")]), @r#"
    ## Breaking

    - `Client::list_calls(status)`: an argument now, no setter

    ## Docs

    - `Client::list_calls(status)`: description or example

    -----
    ## Breaking

    - `requests::ListCalls::status`: a setter now, no argument

    ## Docs

    - `requests::ListCalls::status`: description or example
    "#);
    insta::assert_snapshot!(told(&[("description: Of which state., schema: {type: string}", "description: Of which state., schema: {type: boolean}")]), @r#"
    ## Breaking

    - `requests::ListCalls::status`: `String` -> `bool`

    -----
    ## Breaking

    - `requests::ListCalls::status`: `bool` -> `String`
    "#);
    insta::assert_snapshot!(told(&[("maximum: 100", "maximum: 50")]), @r#"
    ## Behaviour

    - `requests::ListCalls::limit`: at least 1, at most 100 -> at least 1, at most 50

    -----
    ## Behaviour

    - `requests::ListCalls::limit`: at least 1, at most 50 -> at least 1, at most 100
    "#);
    insta::assert_snapshot!(told(&[("Of which state.", "Only such calls.")]), @r#"
    ## Docs

    - `requests::ListCalls::status`: description or example

    -----
    ## Docs

    - `requests::ListCalls::status`: description or example
    "#);
}

#[test]
fn lists() {
    insta::assert_snapshot!(told(&[("{ kind = \"offset\", items = \"/calls\", id = \"/id\", offset = \"offset\", limit = \"limit\" }", "\"none\"")]), @r#"
    ## Breaking

    - `Client::list_calls`: it is no list any more

    ## Behaviour

    - `types::CallList::calls`: when it may be absent or null (list_calls)
    - `types::Call::id`: when it may be absent or null (list_calls, create_call)

    -----
    ## Behaviour

    - `types::CallList::calls`: when it may be absent or null (list_calls)
    - `types::Call::id`: when it may be absent or null (list_calls, create_call)

    ## Additive

    - `Client::list_calls`: it is a list now
    "#);
    insta::assert_snapshot!(told(&[("kind = \"offset\"", "kind = \"page\""), ("offset = \"offset\"", "page = \"offset\"")]), @r#"
    ## Behaviour

    - `Client::list_calls`: the list goes on by page, not by offset

    -----
    ## Behaviour

    - `Client::list_calls`: the list goes on by offset, not by page
    "#);
}

#[test]
fn what_is_received() {
    insta::assert_snapshot!(told(&[("        duration: {", "        cost: {type: number, format: double, description: In euros., x-source: made up}\n        duration: {")]), @r#"
    ## Additive

    - `types::Call::cost`: a new field: `Option<f64>` (list_calls, create_call)

    -----
    ## Breaking

    - `types::Call::cost`: there is no such field any more (list_calls, create_call)
    "#);
    insta::assert_snapshot!(told(&[("duration: {type: integer, format: int64", "duration: {type: number, format: double")]), @r#"
    ## Breaking

    - `types::Call::duration`: `Option<i64>` -> `Option<f64>` (list_calls, create_call)

    -----
    ## Breaking

    - `types::Call::duration`: `Option<f64>` -> `Option<i64>` (list_calls, create_call)
    "#);
    insta::assert_snapshot!(told(&[("required: [id]", "required: [id, status]")]), @r#"
    ## Breaking

    - `types::Call::status`: `Option<types::Status>` -> `types::Status` (list_calls, create_call)

    -----
    ## Breaking

    - `types::Call::status`: `types::Status` -> `Option<types::Status>` (list_calls, create_call)
    "#);
    insta::assert_snapshot!(told(&[("        - failed\n", "        - failed\n        - gone\n")]), @r#"
    ## Additive

    - `types::Status::Gone`: a new value (list_calls, create_call)

    -----
    ## Breaking

    - `types::Status::Gone`: there is no such value any more (list_calls, create_call)
    "#);
    insta::assert_snapshot!(told(&[("        message: {type: string", "        reason: {type: string, description: Why., x-source: made up}\n        message: {type: string")]), @r#"
    ## Additive

    - `types::ErrorBody::reason`: a new field: `Option<String>` (list_calls, create_call)

    -----
    ## Breaking

    - `types::ErrorBody::reason`: there is no such field any more (list_calls, create_call)
    "#);
    insta::assert_snapshot!(told(&[("description: How long.", "description: How long; in seconds.")]), @r#"
    ## Docs

    - `types::Call::duration`: description (list_calls, create_call)

    -----
    ## Docs

    - `types::Call::duration`: description (list_calls, create_call)
    "#);
    insta::assert_snapshot!(told(&[("description: How long.", "description: How long., deprecated: true")]), @r#"
    ## Docs

    - `types::Call::duration`: deprecated (list_calls, create_call)

    -----
    ## Docs

    - `types::Call::duration`: no longer deprecated (list_calls, create_call)
    "#);
}

#[test]
fn what_is_sent() {
    insta::assert_snapshot!(told(&[("        from: {", "        note: {type: string, description: What for., x-source: made up}\n        from: {")]), @r#"
    ## Additive

    - `types::NewCall::note`: a new field: `Option<String>` (create_call)

    -----
    ## Breaking

    - `types::NewCall::note`: there is no such field any more (create_call)
    "#);
    insta::assert_snapshot!(told(&[("required: [to]", "required: [to, from]")]), @r#"
    ## Breaking

    - `types::NewCall::from`: `Option<String>` -> `String` (create_call)
    - `types::NewCall::new`: a new argument `from` (create_call)

    -----
    ## Breaking

    - `types::NewCall::from`: `String` -> `Option<String>` (create_call)
    - `types::NewCall::new`: no argument `from` any more (create_call)
    "#);
    insta::assert_snapshot!(told(&[("maxLength: 20", "maxLength: 10")]), @r#"
    ## Behaviour

    - `types::NewCall::from`: at most 20 characters -> at most 10 characters (create_call)

    -----
    ## Behaviour

    - `types::NewCall::from`: at most 10 characters -> at most 20 characters (create_call)
    "#);
    insta::assert_snapshot!(told(&[("maxLength: 20", "maxLength: 20, nullable: true")]), @r#"
    ## Breaking

    - `types::NewCall::from`: `Option<String>` -> `Change<String>` (create_call)

    -----
    ## Breaking

    - `types::NewCall::from`: `Change<String>` -> `Option<String>` (create_call)
    "#);
}

#[test]
fn errors() {
    insta::assert_snapshot!(told(&[("              schema: {$ref: '#/components/schemas/CallList'}", "              schema: {$ref: '#/components/schemas/Call'}"), ("{ kind = \"offset\", items = \"/calls\", id = \"/id\", offset = \"offset\", limit = \"limit\" }", "\"none\""), ("externalValue: examples/calls.json", "externalValue: examples/call.json")]), @r#"
    ## Breaking

    - `Client::list_calls answer`: `types::CallList` -> `types::Call`
    - `Client::list_calls`: it is no list any more

    ## Behaviour

    - `types::CallList::calls`: when it may be absent or null
    - `types::Call::id`: when it may be absent or null (list_calls, create_call)

    ## Docs

    - `Client::list_calls`: examples

    -----
    ## Breaking

    - `Client::list_calls answer`: `types::Call` -> `types::CallList`

    ## Behaviour

    - `types::CallList::calls`: when it may be absent or null (list_calls)
    - `types::Call::id`: when it may be absent or null (list_calls, create_call)

    ## Additive

    - `Client::list_calls`: it is a list now

    ## Docs

    - `Client::list_calls`: examples
    "#);
    insta::assert_snapshot!(told(&[("#/components/schemas/ErrorBody", "#/components/schemas/Refusal"), ("    ErrorBody:\n", "    Refusal:\n")]), @r#"
    ## Breaking

    - `Client::list_calls error`: `types::ErrorBody` -> `types::Refusal`
    - `Client::create_call error`: `types::ErrorBody` -> `types::Refusal`
    - `types::ErrorBody`: there is no such type any more (list_calls, create_call)

    ## Additive

    - `types::Refusal`: new (list_calls, create_call)

    -----
    ## Breaking

    - `Client::list_calls error`: `types::Refusal` -> `types::ErrorBody`
    - `Client::create_call error`: `types::Refusal` -> `types::ErrorBody`
    - `types::Refusal`: there is no such type any more (list_calls, create_call)

    ## Additive

    - `types::ErrorBody`: new (list_calls, create_call)
    "#);
}

#[test]
fn webhooks() {
    insta::assert_snapshot!(told(&[
        ("  responses:\n    Refused:", "  examples:\n    call_over: {summary: A call., externalValue: examples/call.json}\n  responses:\n    Refused:"),
        ("[operations.list_calls]", "[webhooks.call_over]\nschema = \"Call\"\ndoc = \"Sent when a call is over.\"\n\n[operations.list_calls]"),
    ]), @r#"
    ## Additive

    - `webhooks::call_over`: new

    -----
    ## Breaking

    - `webhooks::call_over`: there is no such webhook any more
    "#);
}

/// What a call is made of, told apart by a tag.
const UNION: &str = "        duration: {type: integer, format: int64, description: How long.}
        parts: {type: array, description: Its parts., x-source: made up, items: {$ref: '#/components/schemas/Part'}}
        status:
          description: Its state.
          allOf: [{$ref: '#/components/schemas/Status'}]
    Part:
      description: A part.
      oneOf:
        - $ref: '#/components/schemas/Talk'
        - $ref: '#/components/schemas/Wait'
      discriminator:
        propertyName: kind
        mapping:
          TALK: '#/components/schemas/Talk'
          WAIT: '#/components/schemas/Wait'
    Talk:
      type: object
      description: Talk.
      required: [kind]
      properties:
        kind: {type: string, description: Always `TALK`., x-source: made up}
    Wait:
      type: object
      description: A wait.
      required: [kind]
      properties:
        kind: {type: string, description: Always `WAIT`., x-source: made up}
";

#[test]
fn unions() {
    let with = |edits: &[(&str, &str)]| {
        let fields = "        duration: {type: integer, format: int64, description: How long.}\n        status:\n          description: Its state.\n          allOf: [{$ref: '#/components/schemas/Status'}]\n";
        let before = [(fields, UNION)];
        let after: Vec<_> = before.iter().chain(edits).copied().collect();
        between(&before, &after)
    };
    insta::assert_snapshot!(with(&[("        - $ref: '#/components/schemas/Wait'\n", ""), ("          WAIT: '#/components/schemas/Wait'\n", "")]), @r#"
    ## Breaking

    - `types::Part::Wait`: there is no such variant any more (list_calls, create_call)

    -----
    ## Additive

    - `types::Part::Wait`: a new variant (list_calls, create_call)
    "#);
    insta::assert_snapshot!(with(&[("          WAIT: ", "          PAUSE: "), ("Always `WAIT`.", "Always `PAUSE`.")]), @r#"
    ## Breaking

    - `types::Part::Wait`: there is no such variant any more (list_calls, create_call)

    ## Additive

    - `types::Part::Pause`: a new variant (list_calls, create_call)

    ## Docs

    - `types::Wait::kind`: description (list_calls, create_call)

    -----
    ## Breaking

    - `types::Part::Pause`: there is no such variant any more (list_calls, create_call)

    ## Additive

    - `types::Part::Wait`: a new variant (list_calls, create_call)

    ## Docs

    - `types::Wait::kind`: description (list_calls, create_call)
    "#);
}

#[test]
fn client_and_builder() {
    insta::assert_snapshot!(told(&[("setter = \"api_key\"", "setter = \"token\""), ("SAMPLE_API_KEY", "SAMPLE_TOKEN")]), @r#"
    ## Breaking

    - `ClientBuilder::api_key`: `api_key(key)` -> `token(key)`
    - `Client::from_env`: the environment variables are SAMPLE_TOKEN now

    -----
    ## Breaking

    - `ClientBuilder::token`: `token(key)` -> `api_key(key)`
    - `Client::from_env`: the environment variables are SAMPLE_API_KEY now
    "#);
    insta::assert_snapshot!(told(&[("- url: https://api.", "- url: https://eu."), ("default = \"https://api.", "default = \"https://eu.")]), @r#"
    ## Behaviour

    - `ClientBuilder::base_url`: another address unless it is given

    -----
    ## Behaviour

    - `ClientBuilder::base_url`: another address unless it is given
    "#);
    insta::assert_snapshot!(told(&[("      parameters:\n", "      parameters:\n        - {name: Api-Date, in: header, required: true, description: Version., schema: {type: string}}\n"), ("      summary: Starts a call\n", "      summary: Starts a call\n      parameters:\n        - {name: Api-Date, in: header, required: true, description: Version., schema: {type: string}}\n"), ("[errors]", "[[headers]]\nname = \"Api-Date\"\nsetter = \"api_date\"\ndefault = \"2024-01-01\"\ndoc = \"Version of the API.\"\nreason = \"every operation wants it\"\n\n[errors]")]), @r#"
    ## Behaviour

    - `ClientBuilder::api_date`: a new header

    -----
    ## Breaking

    - `ClientBuilder::api_date`: no such header is sent any more
    "#);
    let token = "[[other_credentials]]\nscheme = \"token\"\nsetter = \"token\"\narguments = [\"token\"]\nenv = [\"SAMPLE_TOKEN\"]\n\n[errors]";
    insta::assert_snapshot!(told(&[("  - key: []\n", "  - key: []\n  - token: []\n"), ("  securitySchemes:\n", "  securitySchemes:\n    token: {type: http, scheme: bearer}\n"), ("[errors]", token)]), @r#"
    ## Additive

    - `ClientBuilder::token`: another credential, instead of the one there was

    -----
    ## Breaking

    - `ClientBuilder::token`: no such credential is taken any more
    "#);
}

#[test]
fn what_is_sent_together() {
    let spec = [
        ("  - key: []\n", "  - key: []\n    app: []\n"),
        (
            "  securitySchemes:\n",
            "  securitySchemes:\n    app: {type: apiKey, in: header, name: X-App}\n",
        ),
    ];
    let app = "[[credentials.with]]\nscheme = \"app\"\nsetter = \"app_key\"\narguments = [\"app\"]\nenv = [\"SAMPLE_APP_KEY\"]\n\n[errors]";
    insta::assert_snapshot!(told(&[spec[0], spec[1], ("[errors]", app)]), @r#"
    ## Breaking

    - `ClientBuilder::app_key`: it must be given together with `api_key`

    -----
    ## Breaking

    - `ClientBuilder::app_key`: it is not sent together with `api_key` any more
    "#);
    insta::assert_snapshot!(told(&[("in: header, name: X-Api-Key", "in: query, name: api_key")]), @r#"
    ## Behaviour

    - `ClientBuilder::api_key`: it is sent as the parameter `api_key` of the query, not as the header `X-Api-Key`

    -----
    ## Behaviour

    - `ClientBuilder::api_key`: it is sent as the header `X-Api-Key`, not as the parameter `api_key` of the query
    "#);
}

#[derive(Parser)]
struct CommandLine {
    #[command(flatten)]
    arguments: Arguments,
}

/// `--fail-on` takes in what asks more of users than it says.
#[test]
fn a_change_fails_on_demand() {
    let folder = TempDir::new().unwrap();
    let [old, new] = ["old", "new"].map(|name| folder.path().join(name));
    write(&old, &[]);
    write(&new, &[("maximum: 100", "maximum: 50")]);
    let succeeds = |words: &[&str]| {
        let folders = [&old, &new].map(|folder| folder.display().to_string());
        let words = words.iter().map(|word| (*word).to_owned());
        let words = ["diff".to_owned()].into_iter().chain(folders).chain(words);
        let arguments = CommandLine::try_parse_from(words).unwrap().arguments;
        run(&arguments, &mut Vec::new()).unwrap()
    };
    assert!(succeeds(&[]));
    assert!(succeeds(&["--fail-on", "breaking"]));
    assert!(!succeeds(&["--fail-on", "behaviour"]));
    assert!(!succeeds(&["--fail-on", "docs"]));
}

/// The spec of a provider of this workspace, as it was in a revision.
#[test]
fn a_revision_is_read_from_git() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let has_history = Command::new("git")
        .args(["cat-file", "-e", "HEAD:specs/diga/openapi.yaml"])
        .current_dir(&root)
        .output()
        .is_ok_and(|output| output.status.success());
    if !has_history {
        // What was unpacked of an archive has no revisions.
        return;
    }
    let head: Source = "HEAD:specs/diga".parse().unwrap();
    assert_eq!(compare(&head, &head).unwrap().changes(), []);
    let missing: Source = "HEAD:specs/acme".parse().unwrap();
    let error = format!("{:#}", compare(&missing, &head).unwrap_err());
    assert!(
        error.starts_with("HEAD:specs/acme/openapi.yaml: there is no spec: "),
        "{error}"
    );
}
