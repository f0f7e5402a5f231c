//! Mistakes as people make them in the documents of a provider. Each ends in exactly one message, which says where, what and what to
//! do, or in code that generates; nothing panics and nothing goes on forever. All messages stand in one file, to be read as a whole.

use std::fmt::Write as _;
use std::path::Path;

use callslip_codegen::import::{Options, import};
use callslip_codegen::{EXTENSIONS, Problem};

use crate::fixture::Case;

/// A mistake: what it is called, and what it makes of the good documents.
type Mistake = (&'static str, Case);

/// Text of the spec in the place of other text.
fn spec(name: &'static str, from: &str, to: &str) -> Mistake {
    (name, Case::good().spec(from, to))
}

/// The same in the settings.
fn sdk(name: &'static str, from: &str, to: &str) -> Mistake {
    (name, Case::good().sdk(from, to))
}

/// The same in the example of a call.
fn call(name: &'static str, from: &str, to: &str) -> Mistake {
    (name, Case::good().call(from, to))
}

/// The whole spec, changed.
fn whole(name: &'static str, change: impl Fn(&str) -> String) -> Mistake {
    (name, Case::good().whole_spec(change))
}

/// A component beside the others.
fn component(name: &'static str, text: &str) -> Mistake {
    spec(name, "    Status:\n", &format!("{text}\n    Status:\n"))
}

/// A property of a call in the place of its id.
fn property(name: &'static str, text: &str) -> Mistake {
    spec(name, "id: {type: string, description: Which call.}", text)
}

/// A schema of the parameter in the path.
fn parameter(name: &'static str, text: &str) -> Mistake {
    spec(name, "schema: {type: string, minLength: 1}", text)
}

fn of_the_text() -> Vec<Mistake> {
    vec![
        spec("a tab as indentation", "  title: Sample", "\ttitle: Sample"),
        spec(
            "a line out of its column",
            "  title: Sample\n",
            "   title: Sample\n",
        ),
        spec(
            "a property out of its column",
            "        id: {type: string",
            "       id: {type: string",
        ),
        spec(
            "a key twice",
            "  title: Sample\n",
            "  title: Sample\n  title: Sample\n",
        ),
        spec(
            "a property twice",
            "        id: {type: string, description: Which call.}",
            "        id: {type: string, description: Which call.}\n        id: {type: string, description: Which call.}",
        ),
        spec(
            "a path twice",
            "components:\n",
            "  /calls/{id}:\n    get: {}\ncomponents:\n",
        ),
        spec(
            "a component twice",
            "    Message:\n",
            "    Call: {type: string, description: d}\n    Message:\n",
        ),
        spec(
            "no blank behind a colon",
            "  title: Sample",
            "  title:Sample",
        ),
        spec(
            "a colon in a text",
            "description: Which call.}",
            "description: Which: call.}",
        ),
        spec(
            "a colon in a plain text of a block",
            "summary: Reads one call",
            "summary: Reads: one call",
        ),
        spec(
            "a comma in a flow text",
            "description: Which call.}",
            "description: Which call, of all.}",
        ),
        spec(
            "a quote that does not end",
            "url: https://api.sample.example",
            "url: 'https://api.sample.example",
        ),
        spec(
            "a bracket that does not end",
            "      required: [id]",
            "      required: [id",
        ),
        spec(
            "a brace that does not end",
            "parameters:\n        - name: id",
            "x-source: {a: b\n      parameters:\n        - name: id",
        ),
        spec(
            "a hash in a text",
            "description: Which call.}",
            "description: Which #1 call.}",
        ),
        spec(
            "an at sign at the beginning",
            "summary: Reads one call",
            "summary: @reads one call",
        ),
        spec(
            "a star at the beginning",
            "summary: Reads one call",
            "summary: *reads one call",
        ),
        spec(
            "a percent sign at the beginning",
            "summary: Reads one call",
            "summary: %reads one call",
        ),
        spec("an anchor", "  title: Sample", "  title: &name Sample"),
        spec("an alias", "  title: Sample", "  title: *name"),
        spec(
            "a merge key",
            "  title: Sample\n",
            "  title: Sample\n  <<: {version: 0.2.0}\n",
        ),
        spec(
            "a tag of YAML",
            "  version: 0.1.0",
            "  version: !!str 0.1.0",
        ),
        spec("a second document", "components:\n", "---\ncomponents:\n"),
        spec(
            "yes for true",
            "          required: true",
            "          required: yes",
        ),
        spec(
            "a quoted truth value",
            "          required: true",
            "          required: 'true'",
        ),
        spec(
            "a version that is a number",
            "  version: 0.1.0",
            "  version: 1.0",
        ),
        spec("an enum of no", "enum: [done, failed]", "enum: [done, no]"),
        spec(
            "a number with a zero in front",
            "minLength: 1",
            "minLength: 01",
        ),
        spec("a response that is a number", "'200':", "200:"),
        spec(
            "an escape that YAML does not know",
            "description: Which call.}",
            "description: \"Which \\call.\"}",
        ),
        spec(
            "a text of several lines",
            "summary: Reads one call",
            "summary: >-\n        Reads\n        one call",
        ),
        spec(
            "names in other scripts",
            "description: Which call.}",
            "description: Який дзвінок – 通話 📞.}",
        ),
        spec(
            "a comment everywhere",
            "paths:\n",
            "# paths\npaths: # all\n",
        ),
        whole("an empty file", |_| String::new()),
        whole("only blanks", |_| "  \n\n".to_owned()),
        whole("only a comment", |_| "# to do\n".to_owned()),
        whole("a text", |_| "to do\n".to_owned()),
        whole("a list", |_| "- openapi: 3.0.3\n".to_owned()),
        whole("a number", |_| "3.0\n".to_owned()),
        whole("null", |_| "null\n".to_owned()),
        whole("a page of HTML", |_| {
            "<!DOCTYPE html>\n<html><body>Not found</body></html>\n".to_owned()
        }),
        whole("half of the file", |text| {
            text.split_at(text.len() / 2).0.to_owned()
        }),
        whole("a file that breaks off in a value", |text| {
            let end = text.find("led: seen}").unwrap_or_default();
            text.split_at(end).0.to_owned()
        }),
        whole("a conflict of git", |text| {
            text.replace(
                "  title: Sample\n",
                "<<<<<<< HEAD\n  title: Sample\n=======\n  title: Other\n>>>>>>> theirs\n",
            )
        }),
        whole("line ends of Windows", |text| text.replace('\n', "\r\n")),
        whole("line ends of an old Mac", |text| text.replace('\n', "\r")),
        whole("a byte order mark", |text| format!("\u{feff}{text}")),
        whole("no line end at the end", |text| text.trim_end().to_owned()),
        whole("a document marker first", |text| format!("---\n{text}")),
        whole("a NUL", |text| text.replace("Reads one", "Reads\0one")),
        whole("brackets without an end", |text| {
            format!("{text}x-deep: {}", "[".repeat(10_000))
        }),
        whole("brackets in brackets", |text| {
            format!("{text}x-deep: {}{}\n", "[".repeat(90), "]".repeat(90))
        }),
        whole("JSON that is no OpenAPI", |_| "{\"a\": [1, 2]}".to_owned()),
        whole("JSON that breaks off", |_| {
            "{\"openapi\": \"3.0.3\", \"info\": {".to_owned()
        }),
        whole("10 MB of text", |text| {
            text.replace("A call.\n", &format!("{}.\n", "word ".repeat(2_000_000)))
        }),
        whole("ten thousand components that nothing uses", |text| {
            let mut text = text.to_owned();
            for at in 0..10_000 {
                let _ = writeln!(
                    text,
                    "    Unused{at}: {{type: object, description: d, properties: {{a: {{type: string, description: d}}}}}}"
                );
            }
            text
        }),
        whole("schemas in schemas", |text| {
            let deep = format!(
                "{}{{type: string, description: d}}{}",
                "{type: array, description: d, items: ".repeat(60),
                "}".repeat(60)
            );
            text.replace(
                "id: {type: string, description: Which call.}",
                &format!("id: {deep}"),
            )
        }),
    ]
}

fn of_the_document() -> Vec<Mistake> {
    vec![
        spec("OpenAPI 3.1", "openapi: 3.0.3", "openapi: 3.1.0"),
        spec("Swagger 2", "openapi: 3.0.3", "swagger: '2.0'"),
        spec("no version of OpenAPI", "openapi: 3.0.3\n", ""),
        spec(
            "a version that is no text",
            "openapi: 3.0.3",
            "openapi: 3.0",
        ),
        spec("no info", "info:\n  title: Sample\n  version: 0.1.0\n", ""),
        spec("no title", "  title: Sample\n", ""),
        spec("no version", "  version: 0.1.0\n", ""),
        spec(
            "no servers",
            "servers:\n  - url: https://api.sample.example\n",
            "",
        ),
        spec(
            "two servers",
            "  - url: https://api.sample.example\n",
            "  - url: https://api.sample.example\n  - url: https://eu.sample.example\n",
        ),
        spec(
            "a server without a scheme",
            "  - url: https://api.sample.example",
            "  - url: api.sample.example",
        ),
        spec(
            "another server than the settings",
            "  - url: https://api.sample.example",
            "  - url: https://api.simple.example",
        ),
        spec("paths misspelt", "paths:\n", "pahts:\n"),
        spec("components misspelt", "components:\n", "component:\n"),
        spec("schemas misspelt", "  schemas:\n", "  schema:\n"),
        spec("a path without a slash", "  /calls/{id}:", "  calls/{id}:"),
        spec(
            "a path with a query",
            "  /calls/{id}:",
            "  /calls/{id}?full=1:",
        ),
        spec(
            "a path with a slash at the end",
            "  /calls/{id}:",
            "  /calls/{id}/:",
        ),
        spec(
            "a path without its parameter",
            "  /calls/{id}:",
            "  /calls:",
        ),
        spec(
            "a path with another parameter",
            "  /calls/{id}:",
            "  /calls/{call_id}:",
        ),
        spec(
            "a brace that stands alone in a path",
            "  /calls/{id}:",
            "  /calls/{id:",
        ),
        spec("a colon parameter", "  /calls/{id}:", "  /calls/:id:"),
        spec("a method in capitals", "    get:\n", "    GET:\n"),
        spec("a method that is none", "    get:\n", "    fetch:\n"),
        spec("no operationId", "      operationId: get_call\n", ""),
        spec(
            "an operationId in camel case",
            "operationId: get_call",
            "operationId: getCall",
        ),
        spec(
            "an operationId with a blank",
            "operationId: get_call",
            "operationId: get call",
        ),
        spec(
            "an operationId that is a keyword",
            "operationId: get_call",
            "operationId: match",
        ),
        spec(
            "operationId misspelt",
            "operationId: get_call",
            "operationID: get_call",
        ),
        spec("no summary", "      summary: Reads one call\n", ""),
        spec("no responses", "      responses:\n", "      respones:\n"),
        spec(
            "a success of another class",
            "        '200':\n",
            "        '302':\n",
        ),
        spec(
            "a response without a description",
            "          description: The call.\n",
            "",
        ),
        spec(
            "a media type misspelt",
            "            application/json:\n",
            "            aplication/json:\n",
        ),
        spec(
            "XML",
            "            application/json:\n",
            "            application/xml:\n",
        ),
        spec(
            "content without a schema",
            "              schema: {$ref: '#/components/schemas/CallResponse'}\n",
            "",
        ),
        spec("a code that is none", "        4XX:", "        4xx:"),
        spec("a code out of range", "        4XX:", "        '999':"),
    ]
}

fn of_operations_and_references() -> Vec<Mistake> {
    vec![
        spec("in misspelt", "          in: path", "          in: paht"),
        spec(
            "a parameter of the body",
            "          in: path",
            "          in: body",
        ),
        spec("no in", "          in: path\n", ""),
        spec(
            "no name",
            "        - name: id\n          in: path",
            "        - in: path",
        ),
        spec(
            "a parameter of the path that is optional",
            "          required: true\n          description: Which call.",
            "          required: false\n          description: Which call.",
        ),
        spec(
            "a parameter without a description",
            "          description: Which call.\n",
            "",
        ),
        spec(
            "a parameter without a schema",
            "          schema: {type: string, minLength: 1}\n",
            "",
        ),
        spec(
            "no example of a required parameter",
            "          example: c1\n",
            "",
        ),
        spec(
            "an example that does not fit",
            "          example: c1",
            "          example: ''",
        ),
        parameter("a type misspelt", "schema: {type: sting, minLength: 1}"),
        parameter("a type in capitals", "schema: {type: String, minLength: 1}"),
        parameter(
            "a format of another type",
            "schema: {type: integer, format: date-time}",
        ),
        parameter(
            "a limit that is a text",
            "schema: {type: string, minLength: '1'}",
        ),
        parameter(
            "a limit below zero",
            "schema: {type: string, minLength: -1}",
        ),
        parameter(
            "limits that cross",
            "schema: {type: string, minLength: 5, maxLength: 2}",
        ),
        parameter(
            "a limit of another type",
            "schema: {type: string, minLength: 1, minimum: 1}",
        ),
        parameter(
            "a parameter that is an object",
            "schema: {type: object, description: d, properties: {a: {type: string, description: d}}}",
        ),
        parameter(
            "a default of another type",
            "schema: {type: string, minLength: 1, default: 1}",
        ),
        spec(
            "the same parameter twice",
            "        - name: Api-Date\n",
            "        - {name: id, in: path, required: true, description: d, example: c1, schema: {type: string, minLength: 1}}\n        - name: Api-Date\n",
        ),
        spec(
            "two parameters of one name in Rust",
            "        - name: Api-Date\n",
            "        - {name: callId, in: query, description: d, schema: {type: string}}\n        - {name: call_id, in: query, description: d, schema: {type: string}}\n        - name: Api-Date\n",
        ),
        spec(
            "a header that nobody owns",
            "        - name: Api-Date\n",
            "        - {name: Authorization, in: header, required: true, description: d, schema: {type: string}}\n        - name: Api-Date\n",
        ),
        spec("a reference misspelt", "schemas/Status'", "schemas/Staus'"),
        spec(
            "a reference in other capitals",
            "schemas/Status'",
            "schemas/status'",
        ),
        spec(
            "a reference without a hash",
            "$ref: '#/components/schemas/Status'",
            "$ref: '/components/schemas/Status'",
        ),
        spec(
            "a reference without a path",
            "$ref: '#/components/schemas/Status'",
            "$ref: 'Status'",
        ),
        spec(
            "a reference into another file",
            "$ref: '#/components/schemas/Status'",
            "$ref: 'status.yaml'",
        ),
        spec(
            "a reference of Swagger 2",
            "$ref: '#/components/schemas/Status'",
            "$ref: '#/definitions/Status'",
        ),
        spec(
            "a reference without quotes",
            "{$ref: '#/components/schemas/Status'}",
            "{$ref: #/components/schemas/Status}",
        ),
        spec(
            "a reference that is a number",
            "$ref: '#/components/schemas/Status'",
            "$ref: 1",
        ),
        spec(
            "ref without a dollar",
            "{$ref: '#/components/schemas/Status'}",
            "{ref: '#/components/schemas/Status'}",
        ),
        spec(
            "something beside a reference",
            "items: {$ref: '#/components/schemas/Part'}",
            "items: {$ref: '#/components/schemas/Part', description: d}",
        ),
        spec(
            "a component that is a reference",
            "    Status:\n",
            "    Other: {$ref: '#/components/schemas/Status'}\n    Status:\n",
        ),
        component(
            "a schema that is itself",
            "    Self: {description: d, allOf: [{$ref: '#/components/schemas/Self'}]}",
        ),
        component(
            "schemas that are each other",
            "    One: {description: d, allOf: [{$ref: '#/components/schemas/Two'}]}\n    Two: {description: d, allOf: [{$ref: '#/components/schemas/One'}]}",
        ),
        property(
            "a schema that holds itself",
            "id: {description: d, allOf: [{$ref: '#/components/schemas/Call'}]}",
        ),
        property(
            "a list of itself",
            "id: {type: array, description: d, items: {$ref: '#/components/schemas/Call'}}",
        ),
        component(
            "a component that nothing uses",
            "    Unused: {type: object, description: d, properties: {a: {type: string, description: d}}}",
        ),
        component(
            "names that are one in Rust",
            "    call: {type: object, description: d, properties: {a: {type: string, description: d}}}",
        ),
        component(
            "a name that Rust has",
            "    Vec: {type: object, description: d, properties: {a: {type: string, description: d}}}",
        ),
        component(
            "a name with a slash",
            "    a/b: {type: object, description: d, properties: {a: {type: string, description: d}}}",
        ),
        component(
            "a name in another script",
            "    Дзвінок: {type: object, description: d, properties: {a: {type: string, description: d}}}",
        ),
    ]
}

fn of_schemas() -> Vec<Mistake> {
    vec![
        property("no description", "id: {type: string}"),
        property(
            "an empty description",
            "id: {type: string, description: ''}",
        ),
        property("no type", "id: {description: Which call.}"),
        property(
            "two types",
            "id: {type: [string, integer], description: Which call.}",
        ),
        property(
            "a type of null",
            "id: {type: [string, 'null'], description: Which call.}",
        ),
        property(
            "nullable without a type",
            "id: {nullable: true, description: Which call.}",
        ),
        property(
            "nullable misspelt",
            "id: {type: string, nulable: true, description: Which call.}",
        ),
        property(
            "description misspelt",
            "id: {type: string, desciption: Which call.}",
        ),
        property(
            "a format that is unknown",
            "id: {type: string, format: datetime, description: Which call.}",
        ),
        property(
            "a list without items",
            "id: {type: array, description: Which call.}",
        ),
        property(
            "items without a list",
            "id: {type: string, items: {type: string}, description: Which call.}",
        ),
        property(
            "items that are a list",
            "id: {type: array, items: [{type: string}], description: Which call.}",
        ),
        property(
            "required at a property",
            "id: {type: string, required: true, description: Which call.}",
        ),
        property(
            "a const of 3.1",
            "id: {type: string, const: a, description: Which call.}",
        ),
        property(
            "an object in an object",
            "id: {type: object, description: d, properties: {a: {type: string, description: d}}}",
        ),
        property(
            "an enum in a property",
            "id: {type: string, enum: [a, b], description: Which call.}",
        ),
        property(
            "a name with a blank",
            "id: {type: string, description: Which call.}\n        'the id': {type: string, description: d, x-source: made up}",
        ),
        property(
            "a name that is a keyword",
            "id: {type: string, description: Which call.}\n        type: {type: string, description: d, x-source: made up}",
        ),
        property(
            "an empty name",
            "id: {type: string, description: Which call.}\n        '': {type: string, description: d, x-source: made up}",
        ),
        property(
            "names that are one field in Rust",
            "id: {type: string, description: d}\n        callId: {type: string, description: d, x-source: made up}\n        call_id: {type: string, description: d, x-source: made up}",
        ),
        spec(
            "required misspelt",
            "      required: [id]",
            "      requierd: [id]",
        ),
        spec(
            "something required that is not there",
            "      required: [id]",
            "      required: [id, uuid]",
        ),
        spec(
            "something required twice",
            "      required: [id]",
            "      required: [id, id]",
        ),
        spec(
            "required that is a text",
            "      required: [id]",
            "      required: id",
        ),
        spec(
            "properties misspelt",
            "      properties:\n        success: {type: boolean, description: Whether",
            "      property:\n        success: {type: boolean, description: Whether",
        ),
        spec(
            "properties that are a list",
            "      properties:\n        kind: {type: string, description: Always `TALK`.}\n",
            "      properties:\n        - kind: {type: string, description: Always `TALK`.}\n",
        ),
        spec("an enum without values", "enum: [done, failed]", "enum: []"),
        spec(
            "a value twice",
            "enum: [done, failed]",
            "enum: [done, failed, done]",
        ),
        spec(
            "values that are one in Rust",
            "enum: [done, failed]",
            "enum: [done, Done, failed]",
        ),
        spec(
            "a value that is a number",
            "enum: [done, failed]",
            "enum: [done, 1, failed]",
        ),
        spec(
            "an empty value",
            "enum: [done, failed]",
            "enum: [done, '', failed]",
        ),
        spec(
            "a value of sources that is none",
            "x-enum-sources: {failed: seen}",
            "x-enum-sources: {faild: seen}",
        ),
        spec(
            "a value that no example shows",
            "      x-enum-sources: {failed: seen}\n",
            "",
        ),
        spec(
            "a tag misspelt",
            "        propertyName: kind",
            "        propertyName: knd",
        ),
        spec("no tag", "        propertyName: kind\n", ""),
        spec(
            "no discriminator",
            "      discriminator:\n        propertyName: kind\n        mapping:\n          TALK: '#/components/schemas/TalkPart'\n          WAIT: '#/components/schemas/WaitPart'\n",
            "",
        ),
        spec(
            "a mapping without a variant",
            "          WAIT: '#/components/schemas/WaitPart'\n",
            "",
        ),
        spec(
            "a mapping to what is no variant",
            "          WAIT: '#/components/schemas/WaitPart'\n",
            "          WAIT: '#/components/schemas/Call'\n",
        ),
        spec(
            "a mapping misspelt",
            "          WAIT: '#/components/schemas/WaitPart'\n",
            "          WAIT: '#/components/schemas/WatPart'\n",
        ),
        spec(
            "a variant that is no reference",
            "        - $ref: '#/components/schemas/WaitPart'",
            "        - {type: object, description: d, properties: {kind: {type: string, description: d}}}",
        ),
        spec(
            "a tag that is not required",
            "      description: A wait.\n      required: [kind]\n",
            "      description: A wait.\n",
        ),
        spec(
            "anyOf for oneOf",
            "      description: A part.\n      oneOf:",
            "      description: A part.\n      anyOf:",
        ),
    ]
}

fn of_settings_and_examples() -> Vec<Mistake> {
    vec![
        sdk(
            "another name than the folder",
            "name = \"sample\"",
            "name = \"simple\"",
        ),
        sdk(
            "a name with a hyphen",
            "name = \"sample\"",
            "name = \"sam-ple\"",
        ),
        sdk("no quotes", "title = \"Sample\"", "title = Sample"),
        sdk(
            "a quote that does not end in a table",
            "title = \"Sample\"",
            "title = \"Sample",
        ),
        sdk(
            "a colon for an equals sign",
            "title = \"Sample\"",
            "title: \"Sample\"",
        ),
        sdk("a table that does not end", "[errors]", "[errors"),
        sdk("a table twice", "[errors]", "[sdk]\n[errors]"),
        sdk(
            "a key of settings twice",
            "title = \"Sample\"",
            "title = \"Sample\"\ntitle = \"Sample\"",
        ),
        sdk("a number for a text", "title = \"Sample\"", "title = 1"),
        sdk("a text for a list", "code = []", "code = \"/code\""),
        sdk("a list for a table", "[[headers]]", "[headers]"),
        sdk(
            "no table of the server",
            "[server]\ndefault = \"https://api.sample.example\"\n",
            "",
        ),
        sdk(
            "no address",
            "default = \"https://api.sample.example\"\n",
            "",
        ),
        sdk(
            "an address without a scheme",
            "default = \"https://api.sample.example\"",
            "default = \"api.sample.example\"",
        ),
        sdk(
            "another address than the spec",
            "default = \"https://api.sample.example\"",
            "default = \"https://api.simple.example\"",
        ),
        sdk(
            "a scheme that is none",
            "scheme = \"key\"",
            "scheme = \"kye\"",
        ),
        sdk(
            "a setter that Rust has",
            "setter = \"api_key\"",
            "setter = \"fn\"",
        ),
        sdk(
            "a setter that the builder has",
            "setter = \"api_key\"",
            "setter = \"timeout\"",
        ),
        sdk(
            "too many arguments",
            "arguments = [\"key\"]",
            "arguments = [\"key\", \"secret\"]\n",
        ),
        sdk(
            "too few variables",
            "env = [\"SAMPLE_API_KEY\"]",
            "env = []",
        ),
        sdk(
            "a variable in small letters",
            "env = [\"SAMPLE_API_KEY\"]",
            "env = [\"sample_api_key\"]",
        ),
        sdk(
            "a header that no operation has",
            "name = \"Api-Date\"",
            "name = \"Api-Dat\"",
        ),
        sdk(
            "a header without a reason",
            "reason = \"every operation wants it\"\n",
            "",
        ),
        sdk(
            "a pointer without a slash",
            "message = [\"/message\", \"/message/0\"]",
            "message = [\"message\"]",
        ),
        sdk(
            "a pointer that leads nowhere",
            "message = [\"/message\", \"/message/0\"]",
            "message = [\"/mesage\"]",
        ),
        sdk(
            "a flag that is none",
            "success_flag = \"success\"",
            "success_flag = \"succes\"",
        ),
        sdk(
            "a property misspelt",
            "personal = [\"TalkPart.text\"]",
            "personal = [\"TalkPart.txt\"]",
        ),
        sdk(
            "a schema misspelt",
            "personal = [\"TalkPart.text\"]",
            "personal = [\"TalkPrat.text\"]",
        ),
        sdk(
            "a schema without a property",
            "personal = [\"TalkPart.text\"]",
            "personal = [\"TalkPart\"]",
        ),
        sdk(
            "something personal twice",
            "personal = [\"TalkPart.text\"]",
            "personal = [\"TalkPart.text\", \"TalkPart.text\"]",
        ),
        sdk(
            "something relaxed that is optional",
            "\"Call.id\" = \"left out at times\"",
            "\"Call.started\" = \"left out at times\"",
        ),
        sdk(
            "something presumed that is required",
            "\"Call.status\" = \"always there\"",
            "\"CallResponse.success\" = \"always there\"",
        ),
        sdk("a reason that is empty", "\"left out at times\"", "\"\""),
        sdk(
            "an operation misspelt",
            "[operations.get_call]",
            "[operations.get_cal]",
        ),
        sdk(
            "a kind of paging that is none",
            "paging = \"none\"",
            "paging = \"all\"",
        ),
        sdk(
            "a list that is none",
            "paging = \"none\"",
            "paging = {kind = \"unpaged\", items = \"/call\"}",
        ),
        sdk(
            "a list that is not there",
            "paging = \"none\"",
            "paging = {kind = \"unpaged\", items = \"/calls\"}",
        ),
        sdk(
            "a parameter to go on by that is none",
            "paging = \"none\"",
            "paging = {kind = \"page\", items = \"/call/parts\", id = \"/kind\", page = \"pag\"}",
        ),
        (
            "settings that are empty",
            Case::good().whole_sdk(|_| String::new()),
        ),
        (
            "settings with line ends of Windows",
            Case::good().whole_sdk(|text| text.replace('\n', "\r\n")),
        ),
        (
            "settings with a byte order mark",
            Case::good().whole_sdk(|text| format!("\u{feff}{text}")),
        ),
        (
            "settings in JSON",
            Case::good().whole_sdk(|_| "{\"sdk\": {\"name\": \"sample\"}}".to_owned()),
        ),
        spec(
            "an example that is not there",
            "externalValue: examples/call.json",
            "externalValue: examples/cal.json",
        ),
        spec(
            "an example outside of the folder",
            "externalValue: examples/call.json",
            "externalValue: ../call.json",
        ),
        spec(
            "an example by a link",
            "externalValue: examples/call.json",
            "externalValue: https://sample.example/call.json",
        ),
        call(
            "an example that is no JSON",
            "\"success\": true,",
            "\"success\": true",
        ),
        call(
            "an example with a comma at the end",
            "\"extra\": {\"any\": 1}",
            "\"extra\": {\"any\": 1},",
        ),
        call(
            "an example with a comment",
            "\"success\": true,",
            "\"success\": true, // well",
        ),
        call("an example of another type", "\"id\": \"c1\"", "\"id\": 1"),
        call("an example with null", "\"id\": \"c1\"", "\"id\": null"),
        call(
            "an example without what is required",
            "  \"success\": true,\n",
            "",
        ),
        call(
            "an example with an unknown value",
            "\"status\": \"done\"",
            "\"status\": \"doen\"",
        ),
        call(
            "an example with an unknown property",
            "\"status\": \"done\"",
            "\"sttus\": \"done\"",
        ),
        call(
            "an example with an unknown variant",
            "\"kind\": \"WAIT\"",
            "\"kind\": \"WATI\"",
        ),
        call(
            "an example with a time that is none",
            "\"started\": null",
            "\"started\": \"yesterday\"",
        ),
        call(
            "an example with a key twice",
            "\"id\": \"c1\",",
            "\"id\": \"c1\", \"id\": \"c1\",",
        ),
        (
            "an example that is empty",
            Case::good().example("examples/call.json", ""),
        ),
        (
            "an example with a byte order mark",
            Case::good().example(
                "examples/error.json",
                "\u{feff}{\n  \"message\": [\"no such call\"]\n}\n",
            ),
        ),
        (
            "an example of an error that is a list",
            Case::good().example("examples/error.json", "[]\n"),
        ),
    ]
}

/// What becomes of documents of somebody else's, as they are: by name and bytes.
fn foreign() -> Vec<(&'static str, Vec<u8>)> {
    let good = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n  /a:\n    get: {responses: {'200': {description: d}}}\n";
    let json = r##"{"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {"/a": {"get": {"responses": {"200": {"description": "d", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}}}}}}, "components": {"schemas": {"A": {"type": "object", "properties": {"a": {"$ref": "#/components/schemas/A"}, "A": {"type": "string"}, "дзвінок": {"type": "string"}}}}}}"##;
    vec![
        ("a document of 3.1", good.into()),
        ("a document in JSON", json.into()),
        (
            "a document with line ends of Windows",
            good.replace('\n', "\r\n").into(),
        ),
        (
            "a document with a byte order mark",
            format!("\u{feff}{json}").into(),
        ),
        ("a document of 3.2", good.replace("3.1.0", "3.2.0").into()),
        ("a document of Swagger 2", "swagger: '2.0'\n".into()),
        ("a document that is empty", Vec::new()),
        (
            "a document in UTF-16",
            "\u{feff}openapi"
                .encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect(),
        ),
        (
            "a document in Latin-1",
            [good.as_bytes(), b"x-a: caf\xe9\n"].concat(),
        ),
        (
            "a document that is an archive",
            b"PK\x03\x04\x14\x00".to_vec(),
        ),
        (
            "a document that is a page",
            "<!DOCTYPE html>\n<html></html>\n".into(),
        ),
        (
            "a document without paths",
            "openapi: 3.0.0\ninfo: {title: T, version: '1'}\n".into(),
        ),
        (
            "a document of which an operation is a list",
            good.replace("{responses: {'200': {description: d}}}", "[]")
                .into(),
        ),
        (
            "a document whose reference leads nowhere",
            json.replace("schemas/A\"}}}", "schemas/B\"}}}").into(),
        ),
        (
            "a document that breaks off",
            json.split_at(json.len() / 2).0.into(),
        ),
        (
            "a document of 10 MB",
            good.replace(
                "description: d",
                &format!("description: {}", "d".repeat(10_000_000)),
            )
            .into(),
        ),
        (
            "a document that is deep",
            format!("{good}x-a: {}", "[".repeat(100_000)).into(),
        ),
    ]
}

/// One line a mistake, and what is wrong with how it ended.
fn ended(name: &str, problems: &[Problem], told: &mut String, bad: &mut Vec<String>) {
    let line = match problems {
        [] => "code".to_owned(),
        [problem] => {
            let is_placed = problem.line.is_some() || problem.file.extension().is_some();
            let says = problem.what.len() > 10
                && problem.fix.len() > 6
                && !problem.file.starts_with("crates");
            let text = problem.to_string();
            if !is_placed || !says || text.len() > 1000 {
                bad.push(format!("{name}: {text}"));
            }
            text
        }
        several => {
            let lines: Vec<_> = several.iter().take(5).map(ToString::to_string).collect();
            bad.push(format!(
                "{name}: {} messages:\n  {}",
                several.len(),
                lines.join("\n  ")
            ));
            lines.join("\n    ")
        }
    };
    let _ = writeln!(told, "{name}\n    {line}");
}

#[test]
fn each_mistake_ends_in_one_message_or_in_code() {
    let (mut told, mut bad) = (String::new(), Vec::new());
    let groups = [
        of_the_text(),
        of_the_document(),
        of_operations_and_references(),
        of_schemas(),
        of_settings_and_examples(),
    ];
    for (name, case) in groups.into_iter().flatten() {
        ended(name, &case.problems(), &mut told, &mut bad);
    }
    for (name, bytes) in foreign() {
        let options = Options {
            name: "sample".to_owned(),
            ..Options::default()
        };
        let outcome = import(&bytes, Path::new("their.yaml"), &options);
        ended(name, outcome.err().as_slice(), &mut told, &mut bad);
    }
    insta::assert_snapshot!(told);
    assert!(
        bad.is_empty(),
        "{} of them end badly:\n{}",
        bad.len(),
        bad.join("\n")
    );
}

/// A word with two letters in the wrong order, or one too many.
fn misspelt(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = letters.len() / 2;
    match letters.get(at.saturating_sub(1)) != letters.get(at) && letters.len() > 3 {
        true => letters.swap(at - 1, at),
        false => letters.extend(letters.last().copied()),
    }
    letters.into_iter().collect()
}

/// Of the page that is made of the code that reads the settings, so that a key that comes later is among them.
#[test]
fn each_misspelt_key_of_the_settings_is_known_again() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/spec.md");
    let page = std::fs::read_to_string(page).expect("the page");
    let page = page
        .split("## sdk.toml")
        .nth(1)
        .and_then(|page| page.split("## Extensions").next())
        .expect("its part");
    let mut section = String::new();
    let mut count = 0;
    let mut asked = |header: &str, key: &str, text: String| {
        let wrong = Case::good()
            .whole_sdk(|good| {
                if header == "paging" {
                    good.replace("\"none\"", &text)
                } else {
                    text.clone()
                }
            })
            .problems();
        let told: Vec<_> = wrong.iter().map(ToString::to_string).collect();
        let is_known_again = told.len() == 1
            && told.iter().all(|told| {
                told.contains(&format!("did you mean `{key}`?"))
                    && told.starts_with("specs/sample/sdk.toml:")
            });
        assert!(
            is_known_again,
            "{header} {key}: {text}\n{}",
            told.join("\n")
        );
        count += 1;
    };
    for line in page.lines() {
        if let Some(heading) = line
            .strip_prefix("### `")
            .and_then(|line| line.strip_suffix('`'))
        {
            section = heading.replace("NAME", "get_call");
            let name = heading.trim_matches(['[', ']']);
            if section.starts_with('[') && !name.contains('.') {
                asked("", name, format!("[{}]\n", misspelt(name)));
            }
            continue;
        }
        let keys = line
            .split('|')
            .nth(1)
            .map(|cell| cell.trim().trim_matches('`'))
            .filter(|cell| line.starts_with("| `") && !cell.is_empty());
        let Some(key) = keys else { continue };
        if section == "paging" && key == "kind" {
            continue;
        }
        if section == "paging" {
            let cells: Vec<&str> = line.split('|').collect();
            let listed = |at: usize| {
                cells
                    .get(at)
                    .into_iter()
                    .flat_map(|cell| cell.split(','))
                    .map(|key| key.trim().trim_matches('`').to_owned())
            };
            let required: Vec<_> = listed(3).collect();
            for wrong in required.iter().cloned().chain(listed(4)) {
                let others = required
                    .iter()
                    .filter(|other| **other != wrong)
                    .map(|other| format!(", {other} = \"/a\""));
                let text = format!(
                    "{{kind = \"{key}\", {} = \"/a\"{}}}",
                    misspelt(&wrong),
                    others.collect::<String>()
                );
                asked("paging", &wrong, text);
            }
            continue;
        }
        // Tables of a list of tables.
        let lists = [
            "[call.list.",
            "[call.record.recordings.",
            "[[other_credentials.",
        ];
        let header = match lists.iter().find(|list| section.starts_with(**list)) {
            Some(list) => format!("[[{}]]\n{section}", list.trim_matches(['[', '.'])),
            None => section.clone(),
        };
        asked(&header, key, format!("{header}\n{} = 1\n", misspelt(key)));
    }
    assert!(count > 90, "only {count} keys were found");
}

#[test]
fn each_misspelt_extension_is_known_again() {
    for (extension, ..) in EXTENSIONS {
        let wrong = misspelt(extension);
        let told = property(
            "",
            &format!("id: {{type: string, description: Which call., {wrong}: a}}"),
        )
        .1
        .told();
        assert!(
            told.contains(&format!("did you mean `{extension}`?")) && told.lines().count() == 1,
            "{told}"
        );
    }
}
