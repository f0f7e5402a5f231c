//! How long code generation takes: the specs of the workspace, and made-up ones of growing size, to show how it grows.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Result, anyhow};

use crate::codegen;

/// How often each is done; the first time warms caches and is not counted.
const TIMES: usize = 7;
/// How many operations the made-up specs have.
const OPERATIONS: [usize; 3] = [10, 100, 1000];

/// What was generated, and how long it took, sorted.
pub struct Generation {
    pub title: String,
    pub times: Vec<Duration>,
}

impl Generation {
    pub fn median(&self) -> Duration {
        self.times[self.times.len() / 2]
    }
}

pub fn measure(root: &Path) -> Result<Vec<Generation>> {
    let specs = root.join("specs");
    let providers = codegen::providers(&specs).map_err(told)?;
    let mut measured = vec![timed(
        format!("the {} specs of this workspace", providers.len()),
        || {
            for provider in &providers {
                codegen::render(&specs, provider).map_err(told)?;
            }
            Ok(())
        },
    )?];
    for operations in OPERATIONS {
        let (spec, settings) = made_up(operations);
        let read = |name: &str| match name {
            "openapi.yaml" => Ok(spec.clone()),
            "sdk.toml" => Ok(settings.clone()),
            "examples/thing.json" => Ok("{\"id\": \"t1\", \"size\": 3}".to_owned()),
            other => Err(std::io::Error::other(format!("there is no {other}"))),
        };
        measured.push(timed(format!("{operations} operations"), || {
            codegen::render_from("made_up", &read).map_err(told)?;
            Ok(())
        })?);
    }
    Ok(measured)
}

fn timed(title: String, mut run: impl FnMut() -> Result<()>) -> Result<Generation> {
    run()?;
    let mut times = Vec::new();
    for _ in 0..TIMES {
        let start = Instant::now();
        run()?;
        times.push(start.elapsed());
    }
    times.sort_unstable();
    let generation = Generation { title, times };
    println!("codegen, {}: {:?}", generation.title, generation.median());
    Ok(generation)
}

fn told(problems: codegen::Problems) -> anyhow::Error {
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    anyhow!("{}", told.join("\n"))
}

/// A spec of so many operations, each with a schema of its own.
fn made_up(operations: usize) -> (String, String) {
    use std::fmt::Write as _;

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
