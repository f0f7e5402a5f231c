//! Specs in, SDK crates out. Data flows one way: load -> check -> lower -> generate -> emit -> store.

pub(crate) mod check;
mod emit;
mod generate;
pub(crate) mod load;
mod lower;
pub(crate) mod model;
mod names;
mod problem;
pub(crate) mod sdk_toml;
mod store;
mod yaml;

use std::path::{Path, PathBuf};

pub use problem::{Problem, Problems};
pub use store::{Difference, Mode};

/// Every provider that has a folder with a spec, in alphabetical order.
pub fn providers(specs: &Path) -> Result<Vec<String>, Problems> {
    let entries = std::fs::read_dir(specs).map_err(|error| vec![unreadable(specs, &error)])?;
    let mut names: Vec<String> = entries
        .filter_map(Result::ok)
        .filter(|entry| entry.path().join("openapi.yaml").is_file())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    names.sort();
    Ok(names)
}

/// Everything that is generated for one provider: path below the workspace -> content.
pub fn render(specs: &Path, provider: &str) -> Result<emit::Files, Problems> {
    let folder = specs.join(provider);
    render_from(provider, &|name| std::fs::read_to_string(folder.join(name)))
}

/// The same from files that may come from anywhere: `openapi.yaml`, `sdk.toml`, examples.
pub fn render_from(
    provider: &str,
    read: &dyn Fn(&str) -> std::io::Result<String>,
) -> Result<emit::Files, Problems> {
    let loaded = load::assemble(provider, read)?;
    let problems = check::check(&loaded);
    if !problems.is_empty() {
        return Err(problems);
    }
    let files = (|| {
        let api = model::build(&loaded)?;
        let lowered = lower::lower(&loaded, &api)?;
        let generated = generate::generate(&loaded, &lowered)?;
        emit::emit(&loaded, &api, generated)
    })();
    files.map_err(|problem| vec![problem])
}

/// What [`run`] says of each provider, in their order. Providers share nothing, so they are done side by side.
pub fn run_all(
    root: &Path,
    providers: &[String],
    mode: Mode,
) -> Vec<Result<Vec<Difference>, Problems>> {
    side_by_side(providers, |provider| run(root, provider, mode))
}

/// The same of [`render`].
pub fn render_all(specs: &Path, providers: &[String]) -> Vec<Result<emit::Files, Problems>> {
    side_by_side(providers, |provider| render(specs, provider))
}

fn side_by_side<T: Send>(providers: &[String], work: impl Fn(&str) -> T + Sync) -> Vec<T> {
    std::thread::scope(|scope| {
        let work = &work;
        let started: Vec<_> = providers
            .iter()
            .map(|provider| scope.spawn(move || work(provider)))
            .collect();
        let ended = started.into_iter().map(|thread| thread.join());
        ended
            .map(|done| done.unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    })
}

/// Renders one provider and stores it, or compares it with what is there.
pub fn run(root: &Path, provider: &str, mode: Mode) -> Result<Vec<Difference>, Problems> {
    let shown = match mode {
        Mode::Write => show_examples(root, provider)?,
        Mode::Check => None,
    };
    let files = render(&root.join("specs"), provider)?;
    let folder = PathBuf::from(format!("crates/{provider}/src/generated"));
    let differences = store::store(root, &folder, &files, mode)
        .map_err(|(path, error)| vec![unreadable(&path, &error)])?;
    Ok(shown.into_iter().chain(differences).collect())
}

/// Writes the bodies of examples into the spec, where other tools see them.
fn show_examples(root: &Path, provider: &str) -> Result<Option<Difference>, Problems> {
    let path = Path::new("specs").join(provider).join("openapi.yaml");
    let full = root.join(&path);
    // That it cannot be read is told with everything else.
    let Ok(text) = std::fs::read_to_string(&full) else {
        return Ok(None);
    };
    let folder = root.join("specs").join(provider);
    let shown = load::visible(&text, &|name| std::fs::read_to_string(folder.join(name)));
    if shown == text.replace("\r\n", "\n") {
        return Ok(None);
    }
    std::fs::write(&full, shown).map_err(|error| vec![unreadable(&path, &error)])?;
    Ok(Some(Difference {
        path,
        excerpt: String::new(),
    }))
}

fn unreadable(path: &Path, error: &std::io::Error) -> Problem {
    Problem {
        file: path.to_owned(),
        line: None,
        pointer: None,
        what: format!("it cannot be read or written: {error}"),
        fix: "check that the path exists and that you may use it".to_owned(),
    }
}
