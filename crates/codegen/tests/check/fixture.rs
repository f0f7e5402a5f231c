//! A small spec that passes, for tests to break in one place.

use std::collections::BTreeMap;
use std::io;

use callslip_codegen::{Problems, Project};

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
  /calls/{id}:
    get:
      operationId: get_call
      summary: Reads one call
      parameters:
        - name: id
          in: path
          required: true
          description: Which call.
          example: c1
          schema: {type: string, minLength: 1}
        - name: Api-Date
          in: header
          required: true
          description: Version of the API.
          schema: {type: string}
      responses:
        '200':
          description: The call.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/CallResponse'}
              examples:
                call: {summary: A call., externalValue: examples/call.json}
        4XX:
          description: Refused.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/ErrorBody'}
              examples:
                404-not-found: {summary: None., externalValue: examples/error.json}
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Api-Key}
    basic: {type: http, scheme: basic}
  schemas:
    CallResponse:
      type: object
      description: The envelope.
      required: [success, call]
      properties:
        success: {type: boolean, description: Whether it went well.}
        call: {description: The call., allOf: [{$ref: '#/components/schemas/Call'}]}
    Call:
      type: object
      description: A call.
      required: [id]
      properties:
        id: {type: string, description: Which call.}
        status:
          description: Its state.
          allOf: [{$ref: '#/components/schemas/Status'}]
        started: {type: string, format: date-time, nullable: true, description: When it began.}
        parts:
          type: array
          description: Its parts.
          items: {$ref: '#/components/schemas/Part'}
        extra: {type: object, description: Anything., additionalProperties: {}}
    Status:
      type: string
      description: State of a call.
      enum: [done, failed]
      x-enum-sources: {failed: seen}
    Part:
      description: A part.
      oneOf:
        - $ref: '#/components/schemas/TalkPart'
        - $ref: '#/components/schemas/WaitPart'
      discriminator:
        propertyName: kind
        mapping:
          TALK: '#/components/schemas/TalkPart'
          WAIT: '#/components/schemas/WaitPart'
    TalkPart:
      type: object
      description: Talk.
      required: [kind]
      properties:
        kind: {type: string, description: Always `TALK`.}
        text: {type: string, description: What was said.}
    WaitPart:
      type: object
      description: A wait.
      required: [kind]
      properties:
        kind: {type: string, description: Always `WAIT`.}
        seconds: {type: integer, format: int64, description: How long.}
    ErrorBody:
      type: object
      description: What went wrong.
      properties:
        success: {type: boolean, description: Always false., x-source: made up}
        message:
          description: What went wrong.
          allOf: [{$ref: '#/components/schemas/Message'}]
    Message:
      description: One text or several.
      oneOf:
        - type: string
        - {type: array, items: {type: string}}
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

[[headers]]
name = "Api-Date"
setter = "api_date"
default = "2024-01-01"
doc = "Version of the API."
reason = "every operation wants it"

[errors]
code = []
message = ["/message", "/message/0"]
request_id = []
success_flag = "success"

[redact]
personal = ["TalkPart.text"]
secret = []

[relax]
"Call.id" = "left out at times"

[presume]
"Call.status" = "always there"

[operations.get_call]
paging = "none"
"#;

const CALL: &str = r#"{
  "success": true,
  "call": {
    "id": "c1",
    "status": "done",
    "started": null,
    "parts": [
      {"kind": "TALK", "text": "hello"},
      {"kind": "WAIT", "seconds": 3}
    ],
    "extra": {"any": 1}
  }
}
"#;

/// The files of a provider, good until a test changes them.
pub struct Case {
    spec: String,
    sdk: String,
    examples: BTreeMap<String, String>,
}

impl Case {
    pub fn good() -> Self {
        Self {
            spec: SPEC.to_owned(),
            sdk: SDK.to_owned(),
            examples: BTreeMap::from([
                ("examples/call.json".to_owned(), CALL.to_owned()),
                (
                    "examples/error.json".to_owned(),
                    "{\n  \"message\": [\"no such call\"]\n}\n".to_owned(),
                ),
            ]),
        }
    }

    /// Replaces the first such text of the spec.
    pub fn spec(mut self, from: &str, to: &str) -> Self {
        replace(&mut self.spec, from, to);
        self
    }

    /// Makes another text of the spec.
    pub fn whole_spec(mut self, change: impl Fn(&str) -> String) -> Self {
        self.spec = change(&self.spec);
        self
    }

    /// Makes another text of the settings.
    pub fn whole_sdk(mut self, change: impl Fn(&str) -> String) -> Self {
        self.sdk = change(&self.sdk);
        self
    }

    /// Replaces the first such text of the settings.
    pub fn sdk(mut self, from: &str, to: &str) -> Self {
        replace(&mut self.sdk, from, to);
        self
    }

    /// Replaces the first such text of the example of a call.
    pub fn call(mut self, from: &str, to: &str) -> Self {
        if let Some(text) = self.examples.get_mut("examples/call.json") {
            replace(text, from, to);
        }
        self
    }

    /// Adds or replaces an example file.
    pub fn example(mut self, name: &str, text: &str) -> Self {
        self.examples.insert(name.to_owned(), text.to_owned());
        self
    }

    /// Takes a line of the spec away, or replaces what stands behind its colon.
    pub fn damage_spec(mut self, line: usize, value: Option<&str>) -> Self {
        damage(&mut self.spec, line, ": ", value);
        self
    }

    /// The same with a line of the settings.
    pub fn damage_sdk(mut self, line: usize, value: Option<&str>) -> Self {
        damage(&mut self.sdk, line, " = ", value);
        self
    }

    pub fn spec_lines(&self) -> usize {
        self.spec.lines().count()
    }

    /// Every message, one a line.
    pub fn told(self) -> String {
        self.problems()
            .iter()
            .map(|problem| format!("{problem}\n"))
            .collect()
    }

    pub fn problems(self) -> Problems {
        let read = |name: &str| match name {
            "openapi.yaml" => Ok(self.spec.clone()),
            "sdk.toml" => Ok(self.sdk.clone()),
            name => self
                .examples
                .get(name)
                .cloned()
                .ok_or_else(|| io::Error::from(io::ErrorKind::NotFound)),
        };
        let project = Project::named("".as_ref(), "sample", "callslip-codegen".to_owned());
        project.render_from(&read).err().unwrap_or_default()
    }
}

fn damage(text: &mut String, line: usize, separator: &str, value: Option<&str>) {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let line = line % lines.len();
    match value {
        None => {
            lines.remove(line);
        }
        Some(value) => {
            let key = lines[line]
                .split(separator)
                .next()
                .unwrap_or_default()
                .trim_end_matches(':')
                .to_owned();
            lines[line] = format!("{key}{separator}{value}");
        }
    }
    *text = lines.join("\n");
}

fn replace(text: &mut String, from: &str, to: &str) {
    assert!(text.contains(from), "the fixture has no {from:?}");
    *text = text.replacen(from, to, 1);
}
