//! Clients that the command line has something to say about.

use crate::failure::Failure;
use crate::provider::Provider;

/// HighLevel's client of the environment, speaking the version of the API that the command line names.
pub fn highlevel(api_version: Option<String>) -> Result<callslip_highlevel::Client, Failure> {
    let builder = callslip_highlevel::ClientBuilder::from_env().map_err(Failure::configuration)?;
    let builder = match api_version {
        Some(version) => builder.api_version(version),
        None => builder,
    };
    builder.build().map_err(Failure::configuration)
}

/// Only one service is asked for a version: given for another, it would be without effect.
pub fn only_highlevel(provider: Provider, api_version: Option<&str>) -> Result<(), Failure> {
    if api_version.is_some() && provider != Provider::Highlevel {
        return Err(Failure::usage(format!(
            "--api-version: {} is not asked for a version of its API; only HighLevel is",
            provider.title()
        )));
    }
    Ok(())
}
