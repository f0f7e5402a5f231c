//! Runs progenitor over the lowered spec through its official settings and hands back what it wrote, trimmed.

pub mod lower;
mod trim;

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Once;

use openapiv3::OpenAPI;
use proc_macro2::TokenStream;
use progenitor_impl::{GenerationSettings, Generator, HooksMode, InterfaceStyle, TypeImpl};
use quote::quote;

use crate::problem::Problem;
use crate::spec::{DOCUMENT, Loaded};
use lower::Lowered;
pub use trim::trim;

/// The version of progenitor that the manifest pins; named in the first line of every generated file.
pub const PROGENITOR_VERSION: &str = "0.15.1";

/// progenitor's output, to be [`trim`]med item by item.
pub fn generate(loaded: &Loaded, lowered: &Lowered) -> Result<TokenStream, Problem> {
    let mut settings = settings(lowered, "super::types");
    settings
        .with_hooks(HooksMode::Expected)
        .with_inner_type(quote!(rt::Call));
    run(loaded, &settings, &lowered.spec)
}

/// What progenitor makes of the document by itself.
pub fn plain(loaded: &Loaded) -> Result<String, Problem> {
    let mut settings = GenerationSettings::new();
    settings.with_interface(InterfaceStyle::Positional);
    let spec = serde_json::to_string(loaded.document.root())
        .and_then(|json| serde_json::from_str(&json))
        .map_err(|error| unreadable(loaded, format!("this is not OpenAPI 3.0: {error}")))?;
    as_written(loaded, run(loaded, &settings, &spec)?)
}

/// What progenitor makes of the same document as [`generate`], over its own runtime, with the types that are at `types`.
pub fn untrimmed(loaded: &Loaded, lowered: &Lowered, types: &str) -> Result<String, Problem> {
    as_written(
        loaded,
        run(loaded, &settings(lowered, types), &lowered.spec)?,
    )
}

fn run(
    loaded: &Loaded,
    settings: &GenerationSettings,
    spec: &OpenAPI,
) -> Result<TokenStream, Problem> {
    // progenitor reports some constructs by panicking. The checks know those; this is for the ones they do not.
    quietly(|| Generator::new(settings).generate_tokens(spec))
        .map_err(|panic| unreadable(loaded, format!("progenitor cannot read the spec: {panic}")))?
        .map_err(|error| unreadable(loaded, format!("progenitor refuses the spec: {error}")))
}

fn as_written(loaded: &Loaded, tokens: TokenStream) -> Result<String, Problem> {
    let broken = |error| format!("progenitor wrote code that does not parse: {error}");
    let file = syn::parse2(tokens).map_err(|error| unreadable(loaded, broken(error)))?;
    Ok(prettyplease::unparse(&file))
}

fn unreadable(loaded: &Loaded, what: String) -> Problem {
    let fix =
        "write the part that it names in a simpler form, and add a check that finds it earlier";
    Problem::of_file(loaded.project.shown.join(DOCUMENT), what, fix)
}

fn settings(lowered: &Lowered, types: &str) -> GenerationSettings {
    let mut settings = GenerationSettings::new();
    settings.with_interface(InterfaceStyle::Positional);
    for (schema, stand_in) in &lowered.replacements {
        settings.with_replacement(
            schema,
            format!("{types}::{stand_in}"),
            [TypeImpl::Display, TypeImpl::FromStr].into_iter(),
        );
    }
    settings
}

thread_local! {
    /// Whether a panic of this thread is caught and reported as a problem.
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// Runs `work`; a panic becomes its message instead of a backtrace on the terminal. The hook is one for the process, so it
/// is installed once and looks at who panics.
fn quietly<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if !QUIET.get() {
                usual(panic);
            }
        }));
    });
    QUIET.set(true);
    let outcome = catch_unwind(AssertUnwindSafe(work));
    QUIET.set(false);
    outcome.map_err(|payload| match payload.downcast::<String>() {
        Ok(text) => *text,
        Err(payload) => payload.downcast_ref::<&str>().map_or_else(
            || "it panicked without a message".to_owned(),
            |text| (*text).to_owned(),
        ),
    })
}
