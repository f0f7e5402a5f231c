//! The services that a lake can be filled from.

mod diga;
mod highlevel;

use std::collections::BTreeMap;

use callslip_calls::{AsCall, Call};
use callslip_core::rt::List;
use callslip_core::{BuildError, Doubt, ItemStream, Proof};

use crate::error::LakeError;
use crate::settings::SourceSettings;
use crate::source::{Listed, Source, SourceError};

/// Opens a source: its credential and its address come from the environment.
pub fn open(name: &str, settings: &SourceSettings) -> Result<Box<dyn Source>, LakeError> {
    Ok(match provider(name, settings)? {
        Known::Diga => Box::new(diga::Diga::open(name)?),
        Known::HighLevel => {
            let location = settings.values.get("location_id").cloned();
            Box::new(highlevel::HighLevel::open(
                name,
                location.unwrap_or_default(),
            )?)
        }
    })
}

/// Whether a source can be opened as far as its settings say. Nothing of the environment is looked at.
pub fn check(name: &str, settings: &SourceSettings) -> Result<(), LakeError> {
    provider(name, settings).map(drop)
}

enum Known {
    Diga,
    HighLevel,
}

fn provider(name: &str, settings: &SourceSettings) -> Result<Known, LakeError> {
    let (provider, wants): (_, &[&str]) = match settings.provider.as_str() {
        "diga" => (Known::Diga, &[]),
        "highlevel" => (Known::HighLevel, &["location_id"]),
        other => {
            return Err(LakeError::Settings(format!(
                "source {name}: calls of `{other}` are not read into a lake; those of diga and highlevel are"
            )));
        }
    };
    keys(name, &settings.values, wants)?;
    Ok(provider)
}

fn keys(name: &str, values: &BTreeMap<String, String>, wants: &[&str]) -> Result<(), LakeError> {
    let absent = wants.iter().find(|key| !values.contains_key(**key));
    if let Some(key) = absent {
        return Err(LakeError::Settings(format!(
            "source {name} wants {key}: give it as NAME=PROVIDER:{key}=VALUE"
        )));
    }
    match values.keys().find(|key| !wants.contains(&key.as_str())) {
        Some(key) => Err(LakeError::Settings(format!(
            "source {name} knows no {key}: leave it out"
        ))),
        None => Ok(()),
    }
}

fn not_built(name: &str, error: &BuildError) -> LakeError {
    LakeError::Settings(format!("source {name}: {error}"))
}

/// Reads a list to its end.
async fn drain<L>(
    mut calls: ItemStream<L>,
    take: &mut (dyn FnMut(Call) + Send),
) -> Result<Listed, SourceError>
where
    L: List + Unpin,
    L::Item: AsCall,
{
    while let Some(call) = calls.next().await {
        take(Call::of_record(&call?));
    }
    let summary = calls.summary();
    let same = summary.total_at_start() == summary.total_at_end();
    Ok(Listed {
        total_met: *summary.proof() == Proof::TotalMet && same,
        ended: summary.is_complete(),
        missing: match summary.proof() {
            Proof::NotComplete(Doubt::Missing(missing)) => *missing,
            _ => 0,
        },
        set_aside: summary.set_aside(),
        requests: summary.requests(),
    })
}
