//! Measures the wall time of code generation: the specs of this workspace, and made-up ones of growing size, to show how it
//! grows. Everything is done that `cargo xtask codegen` does (load, check, lower, generate, emit), but nothing is written.

#![allow(missing_docs, reason = "the harness makes items without docs")]

use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;

use callslip_codegen::{Problems, Project, side_by_side};
use criterion::{Criterion, SamplingMode, criterion_group, criterion_main};

/// How many operations the made-up specs have.
const OPERATIONS: [usize; 3] = [10, 100, 1000];

fn specs(criterion: &mut Criterion) {
    let specs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs");
    let providers = callslip_codegen::providers(&specs).expect("the specs");
    let project = |name: &String| Project::named(&specs, name, String::new());
    let projects: Vec<_> = providers.iter().map(project).collect();
    let mut group = criterion.benchmark_group("code generation");
    group
        .sampling_mode(SamplingMode::Flat)
        .sample_size(10)
        .measurement_time(Duration::from_secs(8));
    group.bench_function("the specs of this workspace", |bencher| {
        bencher.iter(|| {
            for files in side_by_side(&projects, Project::render) {
                files.unwrap_or_else(|problems| refuse(&problems));
            }
        });
    });
    for operations in OPERATIONS {
        let (spec, settings) = made_up(operations);
        let read = |name: &str| match name {
            "openapi.yaml" => Ok(spec.clone()),
            "sdk.toml" => Ok(settings.clone()),
            "examples/thing.json" => Ok("{\"id\": \"t1\", \"size\": 3}".to_owned()),
            other => Err(std::io::Error::other(format!("there is no {other}"))),
        };
        group.bench_function(format!("made up, {operations} operations"), |bencher| {
            bencher.iter(|| {
                let project = Project::named("".as_ref(), "made_up", String::new());
                project
                    .render_from(&read)
                    .unwrap_or_else(|problems| refuse(&problems))
            });
        });
    }
    group.finish();
}

fn refuse(problems: &Problems) -> ! {
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    panic!("nothing is generated:\n{}", told.join("\n"));
}

/// A spec of so many operations, each with a schema of its own.
fn made_up(operations: usize) -> (String, String) {
    let mut spec = String::from(
        "openapi: 3.0.3\ninfo: {title: Made up, version: 0.1.0}\nservers:\n  - url: https://api.example\nsecurity:\n  - key: []\npaths:\n",
    );
    let mut schemas = String::new();
    let mut settings = String::from(
        "[sdk]\nname = \"made_up\"\ntitle = \"Made up\"\nsummary = \"Made up\"\ndocument = \"none\"\n\n[server]\n\
         default = \"https://api.example\"\nreason = \"Made up.\"\n\n[credentials]\nscheme = \"key\"\nsetter = \"api_key\"\n\
         arguments = [\"key\"]\nenv = [\"MADE_UP_API_KEY\"]\n\n[errors]\n",
    );
    for number in 0..operations {
        // Writing to a String cannot fail.
        let _ = write!(
            spec,
            "  /things{number}/{{id}}:\n    get:\n      operationId: get_thing_{number}\n      summary: Reads a thing\n      parameters:\n        \
             - {{name: id, in: path, required: true, description: Which., example: t1, schema: {{type: string, minLength: 1}}}}\n      responses:\n        \
             '200':\n          description: The thing.\n          content:\n            application/json:\n              \
             schema: {{$ref: '#/components/schemas/Thing{number}'}}\n              examples:\n                \
             thing: {{summary: A thing., externalValue: examples/thing.json}}\n        \
             4XX:\n          description: Refused.\n"
        );
        let _ = write!(
            schemas,
            "    Thing{number}:\n      type: object\n      description: A thing.\n      required: [id]\n      properties:\n        \
             id: {{type: string, description: Which.}}\n        size: {{type: integer, format: int64, description: How large.}}\n"
        );
        let _ = write!(
            settings,
            "\n[operations.get_thing_{number}]\npaging = \"none\"\n"
        );
    }
    spec.push_str("components:\n  securitySchemes:\n    key: {type: apiKey, in: header, name: X-Api-Key}\n  schemas:\n");
    spec.push_str(&schemas);
    (spec, settings)
}

criterion_group!(benches, specs);
criterion_main!(benches);
