//! Captured answers in, a report and a patch out. The answers carry a planted word in every text: it must come out nowhere.

#![allow(clippy::unwrap_used, reason = "a test")]

use std::cell::Cell;
use std::fs;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::rc::Rc;

use callslip_codegen::Project;
use callslip_codegen::drift::read::{Bodies, Form};
use callslip_codegen::drift::{Arguments, Source, Survey, Target};
use clap::Parser;
use serde_json::{Value, json};
use tempfile::TempDir;

/// In every text of every answer, except where a test says otherwise.
const PLANTED: &str = "pl4nted says Ada";

#[derive(Parser)]
struct CommandLine {
    provider: String,
    #[command(flatten)]
    arguments: Arguments,
}

/// A workspace with a copy of one provider's spec.
struct Workspace(TempDir);

struct Printed {
    out: String,
    err: String,
    /// Whether the command succeeds.
    success: bool,
}

impl Workspace {
    fn of(provider: &str) -> Self {
        let folder = TempDir::new().unwrap();
        let from = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../specs")
            .join(provider);
        copy(&from, &folder.path().join("specs").join(provider));
        Self(folder)
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn project(&self, provider: &str) -> anyhow::Result<Project> {
        let command = format!("cargo xtask codegen {provider}");
        Project::of_workspace(self.path(), provider, command)
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path().join(name);
        fs::write(&path, text).unwrap();
        path
    }

    fn lines(&self, name: &str, bodies: &[Value]) -> PathBuf {
        let text: String = bodies.iter().map(|body| format!("{body}\n")).collect();
        self.file(name, &text)
    }

    /// Replaces a part of a file of the spec.
    fn edit(&self, name: &str, part: &str, with: &str) {
        let path = self.path().join("specs").join(name);
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(text.matches(part).count(), 1, "{part}");
        fs::write(path, text.replace(part, with)).unwrap();
    }

    fn run(&self, words: &[&str], files: &[&PathBuf]) -> anyhow::Result<Printed> {
        let words = ["drift"].iter().chain(words).map(|word| (*word).to_owned());
        let files = files.iter().map(|file| file.display().to_string());
        let command = CommandLine::try_parse_from(words.chain(files))?;
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let project = self.project(&command.provider)?;
        let success =
            callslip_codegen::drift::run(&project, command.arguments, &mut out, &mut err)?;
        let root = format!("{}/", self.path().display());
        Ok(Printed {
            out: String::from_utf8(out).unwrap().replace(&root, ""),
            err: String::from_utf8(err).unwrap().replace(&root, ""),
            success,
        })
    }

    fn patch(&self, provider: &str, file: &PathBuf) -> Printed {
        self.run(&[provider, "--patch", "--date", "2026-07-22"], &[file])
            .unwrap()
    }

    fn failure(&self, words: &[&str], files: &[&PathBuf]) -> String {
        match self.run(words, files) {
            Ok(printed) => panic!("it worked: {}", printed.out),
            Err(error) => format!("{error:#}").replace(&self.path().display().to_string(), "…"),
        }
    }

    /// Applies a patch as a person would, and makes code of the result, which the checks come before.
    fn apply(&self, provider: &str, patch: &str) {
        self.patched(patch);
        if let Err(problems) = self.project(provider).unwrap().render() {
            let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
            panic!("{}\n{patch}", lines.join("\n"));
        }
    }

    fn patched(&self, patch: &str) {
        let file = self.file("proposed.patch", patch);
        let done = Command::new("git")
            .args(["apply", "--whitespace=nowarn"])
            .arg(&file)
            .current_dir(self.path())
            // Inside a repository, git would look for the files from its root.
            .env("GIT_CEILING_DIRECTORIES", self.path().parent().unwrap())
            .output()
            .unwrap();
        assert!(
            done.status.success(),
            "{}\n{patch}",
            String::from_utf8_lossy(&done.stderr)
        );
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// A call that differs in nothing from the spec.
fn call() -> Value {
    json!({
        "id": "3c90c3cc-0d44-4b50-8888-8dd25736052a",
        "agent_id": null,
        "status": "dialing",
        "type": "inbound",
        "contact": {
            "id": "3c90c3cc-0d44-4b50-8888-8dd25736052a",
            "created_date": "2023-11-07T05:31:56Z",
            "identifier": PLANTED,
            "contact_type": "call"
        },
        "phone_id": "3c90c3cc-0d44-4b50-8888-8dd25736052a",
        "created_date": "2023-11-07T05:31:56Z",
        "recording_url": PLANTED,
        "duration": 123,
        "end_reason": PLANTED,
        "dynamic_variables": {PLANTED: PLANTED}
    })
}

/// A call with changes at places, by pointer; a field that is set to `"gone"` is taken away.
fn call_with(changes: &[(&str, Value)]) -> Value {
    let mut body = call();
    for (pointer, value) in changes {
        let (parent, field) = pointer.rsplit_once('/').unwrap();
        let parent = body.pointer_mut(parent).unwrap().as_object_mut().unwrap();
        if value == "gone" {
            parent.remove(field).unwrap();
        } else {
            parent.insert(field.to_owned(), value.clone());
        }
    }
    body
}

/// What services do to their documents.
fn drifted() -> Vec<Value> {
    vec![
        call(),
        call_with(&[
            ("/status", json!("voicemail")),
            ("/hangup_by", json!(PLANTED)),
            ("/cost", json!(1)),
            ("/contact/tags", json!([PLANTED])),
            ("/contact/identifier", json!(null)),
            ("/duration", json!(PLANTED)),
        ]),
        call_with(&[
            ("/status", json!("voicemail")),
            ("/hangup_by", json!(null)),
            ("/cost", json!(0.25)),
            ("/type", json!(PLANTED)),
            (
                "/contact",
                json!({"identifier": PLANTED, PLANTED: PLANTED, "contact_type": "sms"}),
            ),
            ("/agent_id", json!("gone")),
        ]),
        call_with(&[
            ("/contact/contact_type", json!("sms")),
            ("/metadata", json!({"who": PLANTED})),
            ("/mixed", json!(PLANTED)),
            ("/only_null", json!(null)),
            ("/created_date", json!(null)),
        ]),
        call_with(&[
            ("/mixed", json!(1)),
            ("/on", json!(true)),
            ("/type", json!("no")),
        ]),
        call_with(&[("/type", json!("no")), ("/status", json!("once"))]),
    ]
}

#[test]
fn the_report_says_where_and_how_often() {
    let workspace = Workspace::of("diga");
    let file = workspace.lines("calls.jsonl", &drifted());
    let printed = workspace.run(&["diga"], &[&file]).unwrap();
    assert_eq!(printed.err, "");
    insta::assert_snapshot!(printed.out, @r#"
    diga get_call: 6 bodies compared, from 1 file

    FIELD                  KIND              EXPECTED                                          SEEN     TIMES  BODIES
    /agent_id              missing_required  uuid                                              nothing      1  1 of 6
    /contact/contact_type  unknown_value     one of call, web                                  string       2  2 of 6
    /contact/created_date  missing_required  date-time                                         nothing      1  1 of 6
    /contact/id            missing_required  uuid                                              nothing      1  1 of 6
    /contact/identifier    null              string                                            null         1  1 of 6
    /contact/tags          unknown_field     no such field                                     array        1  1 of 6
    /contact/…             unknown_field     no such field                                     string       1  1 of 6
    /cost                  unknown_field     no such field                                     number       2  2 of 6
    /created_date          null              date-time                                         null         1  1 of 6
    /duration              wrong_type        integer                                           string       1  1 of 6
    /hangup_by             unknown_field     no such field                                     null         1  1 of 6
    /hangup_by             unknown_field     no such field                                     string       1  1 of 6
    /metadata              unknown_field     no such field                                     object       1  1 of 6
    /mixed                 unknown_field     no such field                                     number       1  1 of 6
    /mixed                 unknown_field     no such field                                     string       1  1 of 6
    /on                    unknown_field     no such field                                     boolean      1  1 of 6
    /only_null             unknown_field     no such field                                     null         1  1 of 6
    /status                unknown_value     one of dialing, in_progress, completed, failed,…  string       3  3 of 6
    /type                  unknown_value     one of inbound, outbound                          string       3  3 of 6
    "#);
}

#[test]
fn the_patch_says_what_the_spec_should() {
    let workspace = Workspace::of("diga");
    let file = workspace.lines("calls.jsonl", &drifted());
    let report = workspace.run(&["diga"], &[&file]).unwrap().out;
    let printed = workspace.patch("diga", &file);
    let remarks = printed.err.strip_prefix(&report).unwrap();
    insta::assert_snapshot!(remarks, @r#"

    Left out, the new property Call.mixed: it was seen as string and integer.
    Left out, the new property Call.only_null: it was seen as only null.
    Left out, new properties of Contact in 1 of 6 answers: their names may be data.
    Left out, new values of CallDirection in 1 of 6 answers: they do not look like words of the service, or are personal.
    Left out, new values of CallStatus: 1 that came in one answer only.
    Before you take the new properties: decide which of them belong under [redact].
    Wrong types, doubled fields and null in lists are for a person to decide; no patch has them.
    13 changes proposed. After `git apply`, run: cargo xtask codegen diga
    "#);
    // How far down a spec it is changes with every operation that the spec gets.
    insta::with_settings!({ filters => [("@@ .* @@", "@@ … @@")] }, {
    insta::assert_snapshot!(printed.out, @r#"
    --- a/specs/diga/openapi.yaml
    +++ b/specs/diga/openapi.yaml
    @@ … @@
             created_date:
               type: string
               format: date-time
    +          nullable: true
               description: When the call was created (ISO 8601).
             recording_url:
               type: string
    @@ … @@
               description: Values that the agent's prompt was filled with for this call.
               x-source: provider's OpenAPI file of 22 July 2026; not in the source document
               additionalProperties: {}
    +        cost:
    +          type: number
    +          format: double
    +          description: Not documented.
    +          x-source: seen in 2 of 6 captured answers on 2026-07-22
    +        hangup_by:
    +          type: string
    +          nullable: true
    +          description: Not documented.
    +          x-source: seen in 2 of 6 captured answers on 2026-07-22
    +        metadata:
    +          type: object
    +          description: Not documented.
    +          x-source: seen in 1 of 6 captured answers on 2026-07-22
    +          additionalProperties: {}
    +        'on':
    +          type: boolean
    +          description: Not documented.
    +          x-source: seen in 1 of 6 captured answers on 2026-07-22
         CallStatus:
           type: string
           description: >-
    @@ … @@
             - transferred
             - no_answer
             - in_queue
    +        - voicemail
           x-enum-descriptions:
             dialing: The number is being dialled.
             in_progress: The call is going on.
    @@ … @@
             in_queue: The call waits in a queue.
           x-enum-sources:
             in_queue: provider's OpenAPI file of 22 July 2026; not in the source document
    +        voicemail: seen in 2 of 6 captured answers on 2026-07-22
         CallDirection:
           type: string
           description: Direction of a call.
           enum:
             - inbound
             - outbound
    +        - 'no'
           x-enum-descriptions:
             inbound: The contact called.
             outbound: The agent called.
    +      x-enum-sources:
    +        'no': seen in 2 of 6 captured answers on 2026-07-22
         Contact:
           type: object
           description: The other party of a call.
    @@ … @@
               description: When the contact was first seen (ISO 8601).
             identifier:
               type: string
    +          nullable: true
               description: Phone number of the contact, or an identifier of its browser, depending on the channel.
             contact_type:
               description: Channel by which the contact is reached.
               allOf:
                 - $ref: '#/components/schemas/ContactType'
    +        tags:
    +          type: array
    +          description: Not documented.
    +          x-source: seen in 1 of 6 captured answers on 2026-07-22
    +          items: {}
         ContactType:
           type: string
           description: Channel by which a contact is reached.
           enum:
             - call
             - web
    +        - sms
           x-enum-descriptions:
             call: By phone.
             web: By browser.
           x-enum-sources:
             web: provider's OpenAPI file of 20 November 2025; the source document's example shows only call
    +        sms: seen in 2 of 6 captured answers on 2026-07-22
         CallList:
           type: object
           description: A page of calls.
    --- a/specs/diga/sdk.toml
    +++ b/specs/diga/sdk.toml
    @@ … @@
     
     [relax]
     "Call.phone_id" = "The service has sent `phone_register_id` instead since March 2026 (provider's OpenAPI file)."
    +"Call.agent_id" = "Seen without it in 1 of 6 captured answers on 2026-07-22; say why."
    +"Contact.created_date" = "Seen without it in 1 of 6 captured answers on 2026-07-22; say why."
    +"Contact.id" = "Seen without it in 1 of 6 captured answers on 2026-07-22; say why."
     
     [[aliases]]
     schema = "Call"
    "#);
    });
    workspace.apply("diga", &printed.out);

    // With the patch, only what it leaves out is still drift.
    let printed = workspace.run(&["diga"], &[&file]).unwrap();
    insta::assert_snapshot!(printed.out, @r#"
    diga get_call: 6 bodies compared, from 1 file

    FIELD                  KIND              EXPECTED                                          SEEN     TIMES  BODIES
    /agent_id              missing_required  uuid                                              nothing      1  1 of 6
    /contact/created_date  missing_required  date-time                                         nothing      1  1 of 6
    /contact/id            missing_required  uuid                                              nothing      1  1 of 6
    /contact/…             unknown_field     no such field                                     string       1  1 of 6
    /duration              wrong_type        integer                                           string       1  1 of 6
    /mixed                 unknown_field     no such field                                     number       1  1 of 6
    /mixed                 unknown_field     no such field                                     string       1  1 of 6
    /only_null             unknown_field     no such field                                     null         1  1 of 6
    /status                unknown_value     one of dialing, in_progress, completed, failed,…  string       1  1 of 6
    /type                  unknown_value     one of inbound, outbound, no                      string       1  1 of 6
    "#);
}

#[test]
fn no_value_comes_out() {
    let workspace = Workspace::of("diga");
    let planted = "plantedWord";
    let mut bodies = drifted();
    for _ in 0..2 {
        // A word that could pass for one of the service, everywhere but in an enum that may be shown.
        bodies.push(call_with(&[
            ("/id", json!(planted)),
            ("/agent_id", json!(planted)),
            (
                "/contact",
                json!({"identifier": planted, "contact_type": planted, "new": planted}),
            ),
            ("/created_date", json!(planted)),
            ("/duration", json!(planted)),
            ("/end_reason", json!(planted)),
            ("/dynamic_variables", json!({planted: {planted: planted}})),
            ("/new", json!({planted: [planted]})),
        ]));
    }
    workspace.edit(
        "diga/sdk.toml",
        "\"Contact.identifier\",",
        "\"Contact.identifier\", \"Contact.contact_type\",",
    );
    let mut text: String = bodies.iter().map(|body| format!("{body}\n")).collect();
    text.push_str("{\"id\": \"plantedWord\n");
    let file = workspace.file("calls.jsonl", &text);
    let report = workspace.run(&["diga"], &[&file]).unwrap().out;
    let patch = workspace.patch("diga", &file);
    for printed in [&report, &patch.out, &patch.err] {
        assert!(!printed.contains("planted"), "{printed}");
        assert!(
            !printed.contains("pl4nted") && !printed.contains("Ada"),
            "{printed}"
        );
    }
    assert!(
        report.contains("1 body is not JSON:\n  calls.jsonl:9\n"),
        "{report}"
    );
    assert!(
        patch.out.contains("+        - voicemail\n"),
        "{}",
        patch.out
    );
    assert!(!patch.out.contains("once"), "{}", patch.out);
    assert!(
        patch
            .err
            .contains("Left out, new values of ContactType in 4 of 8 answers"),
        "{}",
        patch.err
    );
}

/// Examples that are as long are not tried.
const LONG: usize = 3_000;

/// Everything at once that a document can be wrong about, made of the examples of the first two operations
/// of each provider: mostly a record and a list.
#[test]
fn patches_apply_to_every_spec() {
    let specs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../specs");
    std::thread::scope(|scope| {
        for provider in callslip_codegen::providers(&specs).unwrap() {
            let specs = &specs;
            scope.spawn(move || {
                // Each change is tried by itself on the whole document: of a record with hundreds of properties that is a minute.
                let examples = examples(&specs.join(&provider)).into_iter();
                let mut examples = examples.filter(|(_, it)| it.to_string().len() < LONG);
                let (operation, example) = examples.next().unwrap();
                patch_applies(&provider, &operation, &example, Workspace::apply);
                // Code is made of one of them: that takes its time.
                if let Some((operation, example)) = examples.next() {
                    let apply =
                        |workspace: &Workspace, _: &str, patch: &str| workspace.patched(patch);
                    patch_applies(&provider, &operation, &example, apply);
                }
            });
        }
    });
}

/// The operations of a spec, each with its example.
fn examples(spec: &Path) -> Vec<(String, Value)> {
    let text = fs::read_to_string(spec.join("openapi.yaml")).unwrap();
    let operations = text
        .lines()
        .filter_map(|line| line.trim().strip_prefix("operationId: "));
    operations
        .filter_map(|operation| {
            let file = spec.join(format!("examples/{operation}.json"));
            let example = fs::read_to_string(file).ok()?;
            Some((
                operation.to_owned(),
                serde_json::from_str(&example).unwrap(),
            ))
        })
        .collect()
}

fn patch_applies(
    provider: &str,
    operation: &str,
    example: &Value,
    apply: impl Fn(&Workspace, &str, &str),
) {
    let workspace = Workspace::of(provider);
    let propose = |file| {
        let words = [
            provider,
            "--operation",
            operation,
            "--patch",
            "--date",
            "2026-07-22",
        ];
        workspace.run(&words, &[file]).unwrap()
    };
    let bodies = [
        each_object(example, &|object| {
            for value in object.values_mut().filter(|value| !value.is_object()) {
                *value = Value::Null;
            }
        }),
        each_object(example, &|object| {
            object.retain(|_, value| value.is_object() || value.is_array());
        }),
        each_object(example, &|object| {
            object.insert("brand_new".to_owned(), json!({"text": PLANTED}));
        }),
        json!({}),
    ];
    let file = workspace.lines("bodies", &bodies);
    let patch = propose(&file);
    assert!(
        patch.out.contains("brand_new:"),
        "{provider} {operation}: {}",
        patch.out
    );
    assert!(
        !patch.err.contains("form that is not edited"),
        "{}",
        patch.err
    );
    apply(&workspace, provider, &patch.out);
    let again = propose(&file);
    assert_eq!(again.out, "", "{}", again.err);
}

fn each_object(value: &Value, change: &dyn Fn(&mut serde_json::Map<String, Value>)) -> Value {
    match value {
        Value::Object(object) => {
            let mut object = object
                .iter()
                .map(|(name, value)| (name.clone(), each_object(value, change)))
                .collect();
            change(&mut object);
            Value::Object(object)
        }
        Value::Array(items) => items.iter().map(|item| each_object(item, change)).collect(),
        other => other.clone(),
    }
}

/// Other ways to write the same YAML, and line endings of another system.
#[test]
fn the_forms_of_the_author_are_kept() {
    let workspace = Workspace::of("diga");
    workspace.edit(
        "diga/openapi.yaml",
        "      enum:\n        - inbound\n        - outbound\n",
        "      enum: [inbound, outbound]\n",
    );
    workspace.edit(
        "diga/openapi.yaml",
        "      enum:\n        - call\n        - web\n",
        "      enum:\n      - call\n      - web\n",
    );
    workspace.edit(
        "diga/openapi.yaml",
        "      x-enum-sources:\n        web: provider's OpenAPI file of 20 November 2025; the source document's example shows only call\n",
        "      x-enum-sources: {web: the provider's OpenAPI file}\n",
    );
    workspace.edit(
        "diga/openapi.yaml",
        "        created_date:\n          type: string\n          format: date-time\n          description: When the call was created (ISO 8601).\n",
        "        created_date: {type: string, format: date-time, description: When.}\n",
    );
    workspace.edit(
        "diga/sdk.toml",
        "[relax]\n\"Call.phone_id\" = \"The",
        "[relax]\n\"Call.phone_id\" = \"\"\"\nThe",
    );
    workspace.edit(
        "diga/sdk.toml",
        "(provider's OpenAPI file).\"",
        "(provider's OpenAPI file).\"\"\"",
    );
    for name in ["openapi.yaml", "sdk.toml"] {
        let path = workspace.path().join("specs/diga").join(name);
        let text = fs::read_to_string(&path).unwrap();
        fs::write(path, text.replace('\n', "\r\n")).unwrap();
    }
    let mut bodies = drifted();
    bodies.push(call_with(&[("/agent_id", json!("gone"))]));
    let file = workspace.lines("calls.jsonl", &bodies);
    let patch = workspace.patch("diga", &file);
    assert!(
        !patch.err.contains("form that is not edited"),
        "{}",
        patch.err
    );
    let changed = |line: &&str| line.starts_with('+') && !line.starts_with("+++");
    let lines: Vec<_> = patch.out.split_inclusive('\n').filter(changed).collect();
    assert!(lines.iter().all(|line| line.ends_with("\r\n")), "{lines:?}");
    for wanted in [
        "+      enum: [inbound, outbound, 'no']\r\n",
        "+      - sms\r\n",
        "+      x-enum-sources: {web: the provider's OpenAPI file, sms: seen in 2 of 7 captured answers on 2026-07-22}\r\n",
        "+        created_date: {type: string, format: date-time, description: When., nullable: true}\r\n",
        "+\"Call.agent_id\" = \"Seen without it in 2 of 7 captured answers on 2026-07-22; say why.\"\r\n",
    ] {
        assert!(lines.contains(&wanted), "{wanted} {lines:?}");
    }
    workspace.apply("diga", &patch.out);
}

/// A null that the reference refuses is an alternative to it, so that other tools take it as well.
#[test]
fn null_in_the_place_of_a_reference() {
    let workspace = Workspace::of("diga");
    let bodies = [
        call_with(&[("/contact", Value::Null)]),
        call_with(&[("/contact", Value::Null)]),
        call_with(&[("/type", Value::Null)]),
        call_with(&[("/type", Value::Null)]),
    ];
    let file = workspace.lines("calls.jsonl", &bodies);
    let patch = workspace.patch("diga", &file);
    for (kind, reference) in [("object", "Contact"), ("string", "CallDirection")] {
        let wanted = format!(
            "+          type: {kind}\n+          nullable: true\n+          anyOf:\n             - $ref: '#/components/schemas/{reference}'\n+            - enum: [null]\n"
        );
        assert!(patch.out.contains(&wanted), "{wanted} {}", patch.out);
    }
    workspace.apply("diga", &patch.out);
}

/// A field belongs to the schema of the variant that the tag of the same object names.
#[test]
fn in_a_union_the_tag_says_which_schema() {
    let workspace = Workspace::of("highlevel");
    let example = workspace
        .path()
        .join("specs/highlevel/examples/get_call_log.json");
    let example: Value = serde_json::from_str(&fs::read_to_string(example).unwrap()).unwrap();
    let log = |change: &dyn Fn(&mut Vec<Value>)| {
        let mut log = example.clone();
        change(log["executedCallActions"].as_array_mut().unwrap());
        log
    };
    let first = log(&|actions| actions[0]["brandNew"] = json!(3));
    let invented = log(&|actions| actions[1]["actionType"] = json!("INVENTED"));
    let file = workspace.lines("first.jsonl", &[first, invented]);
    let patch = workspace.patch("highlevel", &file);
    assert_eq!(patch.out.matches("brandNew").count(), 1, "{}", patch.out);
    assert!(!patch.out.contains("INVENTED") && !patch.err.contains("INVENTED"));
    assert!(
        patch.err.contains("Left out, new variants of"),
        "{}",
        patch.err
    );

    workspace.apply("highlevel", &patch.out);
    let of_another = log(&|actions| actions[1]["brandNew"] = json!(3));
    let other = workspace.lines("other.jsonl", &[of_another]);
    let is_new = |file: &PathBuf| {
        let printed = workspace.run(&["highlevel"], &[file]).unwrap();
        printed.out.contains("brandNew")
    };
    assert!(!is_new(&file), "the first variant has the field now");
    assert!(is_new(&other), "the others do not");
}

#[test]
fn files_may_have_several_forms() {
    let workspace = Workspace::of("diga");
    let one = call_with(&[("/new", json!(1))]);
    let pretty = serde_json::to_string_pretty(&one).unwrap();
    let files = [
        workspace.file("one.json", &one.to_string()),
        workspace.file("pretty.json", &format!("\n\n{pretty}\n")),
        workspace.file("list.json", &format!("[{pretty},\n {one}]")),
        workspace.file("mark.json", &format!("\u{feff}{one}\n")),
        workspace.file("lines", &format!("{one}\r\n\r\n{one}")),
        workspace.file("lines.ndjson", &format!("{{\n{one}\n[]]\n")),
        workspace.file("broken-list.json", &format!("[\n{one},\n{{]]\n")),
    ];
    let files: Vec<&PathBuf> = files.iter().collect();
    let printed = workspace
        .run(&["diga", "--operation", "get_call"], &files)
        .unwrap();
    insta::assert_snapshot!(printed.out, @r#"
    diga get_call: 9 bodies compared, from 7 files
    3 bodies are not JSON:
      lines.ndjson:1
      lines.ndjson:3
      broken-list.json:3

    FIELD  KIND           EXPECTED       SEEN    TIMES  BODIES
    /new   unknown_field  no such field  number      9  9 of 9
    "#);
}

#[test]
fn what_cannot_be_done_is_said() {
    let workspace = Workspace::of("diga");
    let file = workspace.lines("calls.jsonl", &[call()]);
    let empty = workspace.file("empty.json", "");
    let missing = workspace.path().join("missing.json");
    insta::assert_snapshot!(workspace.failure(&["acme"], &[&file]), @"there is no specs/acme/openapi.yaml; the providers are: diga");
    insta::assert_snapshot!(workspace.failure(&["diga", "--operation", "get_cal"], &[&file]), @"diga has no operation `get_cal`; it has: get_call, list_calls, create_call, list_call_messages, bulk_delete_calls, watch_concurrency, get_recording, download_recordings, list_call_logs, get_call_trace");
    insta::assert_snapshot!(workspace.failure(&["diga"], &[&empty]), @"there is no JSON body in these files");
    insta::assert_snapshot!(workspace.failure(&["diga"], &[&missing]), @"…/missing.json: it cannot be read: No such file or directory (os error 2)");
    assert!(
        workspace
            .failure(&["diga", "--patch", "--date", "soon"], &[&file])
            .contains("2026-07-22")
    );
    workspace.edit(
        "diga/openapi.yaml",
        "summary: Get one call",
        "sumary: Get one call",
    );
    insta::assert_snapshot!(workspace.failure(&["diga"], &[&file]), @"specs/diga/openapi.yaml:23: /paths/~1v1~1call~1{id}/get/sumary: OpenAPI 3.0.3 does not know the key `sumary` in an operation; did you mean `summary`?");
}

#[test]
fn a_body_that_is_too_long_is_named_with_its_line() {
    let long = format!("\n{{\"a\":1}}\n\"{}\"\n", "x".repeat(200));
    let too_long = |name: &str, text: &str| {
        let mut bodies = Bodies::with_cap(name, text.as_bytes(), false, 100)?;
        while bodies.next_body()?.is_some() {}
        anyhow::Ok(bodies.form())
    };
    let failure = |name: &str, text: &str| too_long(name, text).unwrap_err().to_string();
    assert!(failure("a.jsonl", &long).starts_with("a.jsonl:3: a body is longer than "));
    assert!(failure("a.json", &long).starts_with("a.json:3: "));
    assert!(failure("a.json", &format!("[1,\n\"{}\"]", "x".repeat(200))).starts_with("a.json:2: "));
    assert!(
        failure("a.json", &format!("{{\n\"a\": \"{}\"}}", "x".repeat(200)))
            .starts_with("a.json:1: ")
    );
    assert_eq!(too_long("a", "{\"a\":\n1}").unwrap(), Form::Document);
    assert_eq!(too_long("a", "[\n1]").unwrap(), Form::List);
    assert_eq!(too_long("a.jsonl", "[1]").unwrap(), Form::Lines);
}

/// With `--fail` the command is for machines; errors of the command are errors in any case.
#[test]
fn drift_fails_on_demand() {
    let workspace = Workspace::of("diga");
    let right = workspace.lines("right.jsonl", &[call()]);
    let drifted = workspace.lines("drifted.jsonl", &[call(), call_with(&[("/new", json!(1))])]);
    let broken = workspace.file("broken.jsonl", &format!("{}\n{{\n", call()));
    let succeeds = |words: &[&str], file| workspace.run(words, &[file]).unwrap().success;
    assert!(succeeds(&["diga", "--fail"], &right));
    assert!(!succeeds(&["diga", "--fail"], &drifted));
    assert!(!succeeds(&["diga", "--fail"], &broken));
    assert!(!succeeds(&["diga", "--fail", "--patch"], &drifted));
    assert!(succeeds(&["diga"], &drifted));
}

/// An error among captured answers is compared with what the operation documents as its error.
#[test]
fn errors_are_told_from_successes() {
    let workspace = Workspace::of("diga");
    let bodies = [
        call(),
        json!({"status": "error", "error_code": PLANTED, "message": PLANTED}),
        json!({"status": "error", "error_code": PLANTED, "message": 7, "trace": PLANTED}),
        // Of nothing, nothing says that it is an error.
        json!({}),
    ];
    let file = workspace.lines("calls.jsonl", &bodies);
    let printed = workspace.run(&["diga"], &[&file]).unwrap();
    insta::assert_snapshot!(printed.out, @r#"
    diga get_call: 4 bodies compared, from 1 file

    FIELD          KIND              EXPECTED   SEEN     TIMES  BODIES
    /agent_id      missing_required  uuid       nothing      1  1 of 2
    /contact       missing_required  object     nothing      1  1 of 2
    /created_date  missing_required  date-time  nothing      1  1 of 2
    /id            missing_required  uuid       nothing      1  1 of 2
    /phone_id      missing_required  uuid       nothing      1  1 of 2
    /status        missing_required  string     nothing      1  1 of 2
    /type          missing_required  string     nothing      1  1 of 2

    2 bodies are errors, compared with ErrorBody:
    FIELD     KIND           EXPECTED       SEEN    TIMES  BODIES
    /message  wrong_type     string         number      1  1 of 2
    /trace    unknown_field  no such field  string      1  1 of 2
    "#);
    let patch = workspace.patch("diga", &file);
    assert!(patch.out.contains("+        trace:\n"), "{}", patch.out);
    workspace.apply("diga", &patch.out);
}

/// Where the envelope has a flag, it decides.
#[test]
fn the_flag_of_an_envelope_tells_errors() {
    let workspace = Workspace::of("credira");
    let bodies = [
        json!({"success": false, "new": 1}),
        json!({"success": true, "error": PLANTED}),
    ];
    let file = workspace.lines("calls.jsonl", &bodies);
    let source = Source::read(&workspace.project("credira").unwrap()).unwrap();
    let target = Target::find(&source, Some("get_call")).unwrap();
    let mut survey = Survey::new(&target, false);
    survey
        .file("calls.jsonl", BufReader::new(fs::File::open(file).unwrap()))
        .unwrap();
    assert_eq!((survey.bodies(), survey.errors()), (2, 1));
}

#[test]
fn webhooks_are_compared_where_their_payload_is() {
    let workspace = Workspace::of("highlevel");
    let example = workspace
        .path()
        .join("specs/highlevel/examples/webhook-voice-ai-call-end.json");
    let payload: Value = serde_json::from_str(&fs::read_to_string(example).unwrap()).unwrap();
    let mut drifted = payload.clone();
    drifted["duration"] = json!(PLANTED);
    let words = ["highlevel", "--webhook", "voice_ai_call_end", "--fail"];
    let file = workspace.lines("right.jsonl", &[payload.clone(), json!({"data": payload})]);
    let printed = workspace.run(&words, &[&file]).unwrap();
    assert!(printed.success, "{}", printed.out);
    let file = workspace.lines("drifted.jsonl", &[json!({"data": drifted})]);
    let printed = workspace.run(&words, &[&file]).unwrap();
    insta::assert_snapshot!(printed.out, @r#"
    highlevel webhook voice_ai_call_end: 1 body compared, from 1 file

    FIELD      KIND        EXPECTED  SEEN    TIMES  BODIES
    /duration  wrong_type  number    string      1  1 of 1
    "#);
    assert!(!printed.success);

    let failure = |words: &[&str]| workspace.failure(words, &[&file]);
    insta::assert_snapshot!(failure(&["highlevel", "--webhook", "call_end"]), @"highlevel has no webhook `call_end`; it has: voice_ai_call_end");
    assert!(
        failure(&["highlevel", "--webhook", "a", "--operation", "b"])
            .contains("cannot be used with")
    );
    let workspace = Workspace::of("diga");
    insta::assert_snapshot!(workspace.failure(&["diga", "--webhook", "call_end"], &[&file]), @"diga has no webhook `call_end`, and no other");
}

/// A property that the spec says is on its way out may be gone.
#[test]
fn what_is_deprecated_may_be_absent() {
    let workspace = Workspace::of("diga");
    let file = workspace.lines("calls.jsonl", &[call_with(&[("/agent_id", json!("gone"))])]);
    let words = ["diga", "--fail"];
    assert!(!workspace.run(&words, &[&file]).unwrap().success);
    workspace.edit(
        "diga/openapi.yaml",
        "          description: Identifier of the agent on this call. Can be null.\n",
        "          description: Identifier of the agent on this call. Can be null.\n          deprecated: true\n",
    );
    let printed = workspace.run(&words, &[&file]).unwrap();
    assert!(printed.success, "{}", printed.out);
}

/// A new property that is a record becomes a schema; one that may be keyed by data stays free-form.
#[test]
fn records_become_schemas() {
    let workspace = Workspace::of("diga");
    let body = |costs: Value, labels: Value| call_with(&[("/costs", costs), ("/labels", labels)]);
    let bodies = [
        body(
            json!({"total": 0.5, "currency": PLANTED, "parts": {"llm": 1, "tts": 2}, "once": 1}),
            json!({"ada": PLANTED}),
        ),
        body(
            json!({"total": 1, "currency": PLANTED, "parts": {"llm": 1, "tts": 2}}),
            json!({"bob": PLANTED, "eve": PLANTED}),
        ),
        body(
            json!({"total": 1, "currency": null, "parts": null}),
            json!({"bob": PLANTED, "eve": PLANTED}),
        ),
    ];
    let file = workspace.lines("calls.jsonl", &bodies);
    let patch = workspace.patch("diga", &file);
    insta::with_settings!({ filters => [("@@ .* @@", "@@ … @@")] }, {
    insta::assert_snapshot!(patch.out, @r#"
    --- a/specs/diga/openapi.yaml
    +++ b/specs/diga/openapi.yaml
    @@ … @@
               description: Values that the agent's prompt was filled with for this call.
               x-source: provider's OpenAPI file of 22 July 2026; not in the source document
               additionalProperties: {}
    +        costs:
    +          description: Not documented.
    +          x-source: seen in 3 of 3 captured answers on 2026-07-22
    +          allOf:
    +            - $ref: '#/components/schemas/CallCosts'
    +        labels:
    +          type: object
    +          description: Not documented.
    +          x-source: seen in 3 of 3 captured answers on 2026-07-22
    +          additionalProperties: {}
         CallStatus:
           type: string
           description: >-
    @@ … @@
               type: string
               description: What is wrong, as a short name.
               x-source: provider's OpenAPI file of 20 November 2025 and later; not in the source document
    +    CallCosts:
    +      type: object
    +      description: Not documented.
    +      properties:
    +        currency:
    +          type: string
    +          nullable: true
    +          description: Not documented.
    +          x-source: seen in 3 of 3 captured answers on 2026-07-22
    +        parts:
    +          type: object
    +          nullable: true
    +          description: Not documented.
    +          x-source: seen in 3 of 3 captured answers on 2026-07-22
    +          anyOf:
    +            - $ref: '#/components/schemas/CallCostsParts'
    +            - enum: [null]
    +        total:
    +          type: number
    +          format: double
    +          description: Not documented.
    +          x-source: seen in 3 of 3 captured answers on 2026-07-22
    +    CallCostsParts:
    +      type: object
    +      description: Not documented.
    +      properties:
    +        llm:
    +          type: integer
    +          format: int64
    +          description: Not documented.
    +          x-source: seen in 2 of 3 captured answers on 2026-07-22
    +        tts:
    +          type: integer
    +          format: int64
    +          description: Not documented.
    +          x-source: seen in 2 of 3 captured answers on 2026-07-22
    "#);
    });
    assert!(!patch.err.contains("bob"), "{}", patch.err);
    workspace.apply("diga", &patch.out);
    let printed = workspace.run(&["diga"], &[&file]).unwrap();
    insta::assert_snapshot!(printed.out, @r#"
    diga get_call: 3 bodies compared, from 1 file

    FIELD        KIND           EXPECTED       SEEN    TIMES  BODIES
    /costs/once  unknown_field  no such field  number      1  1 of 3
    "#);
}

/// Makes a stream of the same line, and counts what was asked of it.
struct Endless {
    line: Vec<u8>,
    left: usize,
    at: usize,
    made: Rc<Cell<usize>>,
}

impl Endless {
    fn new(line: &Value, count: usize, made: &Rc<Cell<usize>>) -> Self {
        Self {
            line: format!("{line}\n").into_bytes(),
            left: count,
            at: 0,
            made: Rc::clone(made),
        }
    }
}

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.left == 0 {
            return Ok(0);
        }
        let rest = &self.line[self.at..];
        let length = rest.len().min(buffer.len());
        buffer[..length].copy_from_slice(&rest[..length]);
        self.at += length;
        if self.at == self.line.len() {
            self.at = 0;
            self.left -= 1;
        }
        self.made.set(self.made.get() + length);
        Ok(length)
    }
}

#[test]
fn a_large_stream_is_read_one_body_at_a_time() {
    const BUFFER: usize = 8 << 10;
    let line = call_with(&[
        ("/end_reason", json!(PLANTED.repeat(6_000))),
        ("/status", json!("voicemail")),
        ("/new", json!([1, 2, 3])),
    ]);
    let length = line.to_string().len() + 1;
    let count = (50 << 20) / length + 1;

    let made = Rc::new(Cell::new(0));
    let reader = BufReader::with_capacity(BUFFER, Endless::new(&line, count, &made));
    let mut bodies = Bodies::new("stream.jsonl", reader, false).unwrap();
    let mut seen = 0;
    while let Some(body) = bodies.next_body().unwrap() {
        seen += 1;
        assert_eq!((body.line, body.bytes.len()), (seen, length - 1));
        // Nothing is read ahead but what the reader itself holds.
        assert!(made.get() <= seen * length + BUFFER);
    }
    assert_eq!(seen, count);
    assert!(made.get() >= 50 << 20);

    let workspace = Workspace::of("diga");
    let source = Source::read(&workspace.project("diga").unwrap()).unwrap();
    let target = Target::find(&source, None).unwrap();
    let mut survey = Survey::new(&target, true);
    let reader = BufReader::with_capacity(BUFFER, Endless::new(&line, count, &made));
    survey.file("stream.jsonl", reader).unwrap();
    assert_eq!(survey.bodies(), count as u64);
    assert_eq!(survey.findings().count(), 2);
    assert!(survey.to_string().len() < 1000, "{survey}");
}
