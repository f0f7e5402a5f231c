// Generated from the folders of specs/. Do not edit: run `cargo xtask codegen`.

//! The commands of every provider.

use clap::Subcommand;

use crate::context::Context;
use crate::failure::Failure;
use crate::row::Row;
use crate::words::Sdk;

mod credira;
mod diga;
mod highlevel;
mod liner;
mod retell;
mod twenty2;
mod vapi;

/// Whose calls are listed.
#[derive(Subcommand)]
#[command(subcommand_value_name = "PROVIDER", subcommand_help_heading = "Providers")]
pub enum List {
    /// Credira
    #[command(name = "credira")]
    Credira(Box<credira::List>),
    /// Diga
    #[command(name = "diga")]
    Diga(Box<diga::List>),
    /// HighLevel
    #[command(name = "highlevel")]
    HighLevel(Box<highlevel::List>),
    /// Liner
    #[command(name = "liner")]
    Liner(Box<liner::List>),
    /// Retell
    #[command(name = "retell")]
    Retell(Box<retell::List>),
    /// Twenty2
    #[command(name = "twenty2")]
    Twenty2(Box<twenty2::List>),
    /// Each of these providers whose credentials are in the environment.
    #[command(name = "all")]
    All(Box<crate::list::All>),
}

impl List {
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        match self {
            Self::Credira(arguments) => arguments.run(context).await,
            Self::Diga(arguments) => arguments.run(context).await,
            Self::HighLevel(arguments) => arguments.run(context).await,
            Self::Liner(arguments) => arguments.run(context).await,
            Self::Retell(arguments) => arguments.run(context).await,
            Self::Twenty2(arguments) => arguments.run(context).await,
            Self::All(arguments) => arguments.run(context).await,
        }
    }
}

/// Whose call is read.
#[derive(Subcommand)]
#[command(subcommand_value_name = "PROVIDER", subcommand_help_heading = "Providers")]
pub enum Get {
    /// Credira
    #[command(name = "credira")]
    Credira(Box<credira::Get>),
    /// Diga
    #[command(name = "diga")]
    Diga(Box<diga::Get>),
    /// HighLevel
    #[command(name = "highlevel")]
    HighLevel(Box<highlevel::Get>),
    /// Liner
    #[command(name = "liner")]
    Liner(Box<liner::Get>),
    /// Retell
    #[command(name = "retell")]
    Retell(Box<retell::Get>),
    /// Twenty2
    #[command(name = "twenty2")]
    Twenty2(Box<twenty2::Get>),
    /// Vapi
    #[command(name = "vapi")]
    Vapi(Box<vapi::Get>),
}

impl Get {
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        match self {
            Self::Credira(arguments) => arguments.run(context).await,
            Self::Diga(arguments) => arguments.run(context).await,
            Self::HighLevel(arguments) => arguments.run(context).await,
            Self::Liner(arguments) => arguments.run(context).await,
            Self::Retell(arguments) => arguments.run(context).await,
            Self::Twenty2(arguments) => arguments.run(context).await,
            Self::Vapi(arguments) => arguments.run(context).await,
        }
    }
}

/// Whose recording is downloaded.
#[derive(Subcommand)]
#[command(subcommand_value_name = "PROVIDER", subcommand_help_heading = "Providers")]
pub enum Recording {
    /// Credira
    #[command(name = "credira")]
    Credira(Box<credira::Recording>),
    /// Diga
    #[command(name = "diga")]
    Diga(Box<diga::Recording>),
    /// HighLevel
    #[command(name = "highlevel")]
    HighLevel(Box<highlevel::Recording>),
    /// Liner
    #[command(name = "liner")]
    Liner(Box<liner::Recording>),
    /// Retell
    #[command(name = "retell")]
    Retell(Box<retell::Recording>),
    /// Twenty2
    #[command(name = "twenty2")]
    Twenty2(Box<twenty2::Recording>),
    /// Vapi
    #[command(name = "vapi")]
    Vapi(Box<vapi::Recording>),
}

impl Recording {
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        match self {
            Self::Credira(arguments) => arguments.run(context).await,
            Self::Diga(arguments) => arguments.run(context).await,
            Self::HighLevel(arguments) => arguments.run(context).await,
            Self::Liner(arguments) => arguments.run(context).await,
            Self::Retell(arguments) => arguments.run(context).await,
            Self::Twenty2(arguments) => arguments.run(context).await,
            Self::Vapi(arguments) => arguments.run(context).await,
        }
    }
}

/// Who is to start a call.
#[derive(Subcommand)]
#[command(subcommand_value_name = "PROVIDER", subcommand_help_heading = "Providers")]
pub enum Start {
    /// Credira
    #[command(name = "credira")]
    Credira(Box<credira::Start>),
    /// Diga
    #[command(name = "diga")]
    Diga(Box<diga::Start>),
    /// Retell
    #[command(name = "retell")]
    Retell(Box<retell::Start>),
    /// Twenty2
    #[command(name = "twenty2")]
    Twenty2(Box<twenty2::Start>),
    /// Vapi
    #[command(name = "vapi")]
    Vapi(Box<vapi::Start>),
}

impl Start {
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        match self {
            Self::Credira(arguments) => arguments.run(context).await,
            Self::Diga(arguments) => arguments.run(context).await,
            Self::Retell(arguments) => arguments.run(context).await,
            Self::Twenty2(arguments) => arguments.run(context).await,
            Self::Vapi(arguments) => arguments.run(context).await,
        }
    }
}

/// Whose messages are read.
#[derive(Subcommand)]
#[command(subcommand_value_name = "PROVIDER", subcommand_help_heading = "Providers")]
pub enum Messages {
    /// Diga
    #[command(name = "diga")]
    Diga(Box<diga::Messages>),
    /// Vapi
    #[command(name = "vapi")]
    Vapi(Box<vapi::Messages>),
}

impl Messages {
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        match self {
            Self::Diga(arguments) => arguments.run(context).await,
            Self::Vapi(arguments) => arguments.run(context).await,
        }
    }
}

/// Whose transcript is read.
#[derive(Subcommand)]
#[command(subcommand_value_name = "PROVIDER", subcommand_help_heading = "Providers")]
pub enum Transcript {
    /// Credira
    #[command(name = "credira")]
    Credira(Box<credira::Transcript>),
    /// Diga
    #[command(name = "diga")]
    Diga(Box<diga::Transcript>),
    /// HighLevel
    #[command(name = "highlevel")]
    HighLevel(Box<highlevel::Transcript>),
    /// Retell
    #[command(name = "retell")]
    Retell(Box<retell::Transcript>),
    /// Twenty2
    #[command(name = "twenty2")]
    Twenty2(Box<twenty2::Transcript>),
    /// Vapi
    #[command(name = "vapi")]
    Vapi(Box<vapi::Transcript>),
}

impl Transcript {
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        match self {
            Self::Credira(arguments) => arguments.run(context).await,
            Self::Diga(arguments) => arguments.run(context).await,
            Self::HighLevel(arguments) => arguments.run(context).await,
            Self::Retell(arguments) => arguments.run(context).await,
            Self::Twenty2(arguments) => arguments.run(context).await,
            Self::Vapi(arguments) => arguments.run(context).await,
        }
    }
}

/// Whose log is read.
#[derive(Subcommand)]
#[command(subcommand_value_name = "PROVIDER", subcommand_help_heading = "Providers")]
pub enum Logs {
    /// Diga
    #[command(name = "diga")]
    Diga(Box<diga::Logs>),
}

impl Logs {
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        match self {
            Self::Diga(arguments) => arguments.run(context).await,
        }
    }
}

/// Whose trace is read.
#[derive(Subcommand)]
#[command(subcommand_value_name = "PROVIDER", subcommand_help_heading = "Providers")]
pub enum Trace {
    /// Diga
    #[command(name = "diga")]
    Diga(Box<diga::Trace>),
}

impl Trace {
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        match self {
            Self::Diga(arguments) => arguments.run(context).await,
        }
    }
}

/// Whose calls are counted.
#[derive(Subcommand)]
#[command(subcommand_value_name = "PROVIDER", subcommand_help_heading = "Providers")]
pub enum Concurrency {
    /// Diga
    #[command(name = "diga")]
    Diga(Box<diga::Concurrency>),
    /// Retell
    #[command(name = "retell")]
    Retell(Box<retell::Concurrency>),
}

impl Concurrency {
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        match self {
            Self::Diga(arguments) => arguments.run(context).await,
            Self::Retell(arguments) => arguments.run(context).await,
        }
    }
}

/// Who is asked.
#[derive(Subcommand)]
#[command(subcommand_value_name = "PROVIDER", subcommand_help_heading = "Providers")]
pub enum Api {
    /// Credira
    #[command(name = "credira")]
    Credira(Box<credira::Api>),
    /// Diga
    #[command(name = "diga")]
    Diga(Box<diga::Api>),
    /// HighLevel
    #[command(name = "highlevel")]
    HighLevel(Box<highlevel::Api>),
    /// Liner
    #[command(name = "liner")]
    Liner(Box<liner::Api>),
    /// Retell
    #[command(name = "retell")]
    Retell(Box<retell::Api>),
    /// Twenty2
    #[command(name = "twenty2")]
    Twenty2(Box<twenty2::Api>),
    /// Vapi
    #[command(name = "vapi")]
    Vapi(Box<vapi::Api>),
}

impl Api {
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        match self {
            Self::Credira(arguments) => arguments.run(context).await,
            Self::Diga(arguments) => arguments.run(context).await,
            Self::HighLevel(arguments) => arguments.run(context).await,
            Self::Liner(arguments) => arguments.run(context).await,
            Self::Retell(arguments) => arguments.run(context).await,
            Self::Twenty2(arguments) => arguments.run(context).await,
            Self::Vapi(arguments) => arguments.run(context).await,
        }
    }
}

/// Whose credential is tried.
#[derive(Subcommand)]
#[command(subcommand_value_name = "PROVIDER", subcommand_help_heading = "Providers")]
pub enum Check {
    /// Credira
    #[command(name = "credira")]
    Credira(Box<credira::Check>),
    /// Diga
    #[command(name = "diga")]
    Diga(Box<diga::Check>),
    /// HighLevel
    #[command(name = "highlevel")]
    HighLevel(Box<highlevel::Check>),
    /// Liner
    #[command(name = "liner")]
    Liner(Box<liner::Check>),
    /// Retell
    #[command(name = "retell")]
    Retell(Box<retell::Check>),
    /// Twenty2
    #[command(name = "twenty2")]
    Twenty2(Box<twenty2::Check>),
    /// Vapi
    #[command(name = "vapi")]
    Vapi(Box<vapi::Check>),
    /// Each of these providers whose credentials are in the environment.
    #[command(name = "all")]
    All(crate::auth::All),
}

impl Check {
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        match self {
            Self::Credira(arguments) => arguments.run(context).await,
            Self::Diga(arguments) => arguments.run(context).await,
            Self::HighLevel(arguments) => arguments.run(context).await,
            Self::Liner(arguments) => arguments.run(context).await,
            Self::Retell(arguments) => arguments.run(context).await,
            Self::Twenty2(arguments) => arguments.run(context).await,
            Self::Vapi(arguments) => arguments.run(context).await,
            Self::All(arguments) => arguments.run(context).await,
        }
    }
}

/// The providers whose credentials can be tried.
pub const CHECKED: &[&Sdk] = &[
    &credira::SDK,
    &diga::SDK,
    &highlevel::SDK,
    &liner::SDK,
    &retell::SDK,
    &twenty2::SDK,
    &vapi::SDK,
];

/// The providers whose calls can be listed.
pub const LISTED: &[&Sdk] = &[
    &credira::SDK,
    &diga::SDK,
    &highlevel::SDK,
    &liner::SDK,
    &retell::SDK,
    &twenty2::SDK,
];

/// One call of a mock, read with the values of the document's example; none of a provider that has no such operation.
pub async fn demo(provider: callslip_mock::Provider, base_url: &str) -> Result<Option<Row>, Failure> {
    Ok(match provider {
        callslip_mock::Provider::Credira => Some(credira::demo(base_url).await?),
        callslip_mock::Provider::Diga => Some(diga::demo(base_url).await?),
        callslip_mock::Provider::HighLevel => Some(highlevel::demo(base_url).await?),
        callslip_mock::Provider::Liner => Some(liner::demo(base_url).await?),
        callslip_mock::Provider::Retell => Some(retell::demo(base_url).await?),
        callslip_mock::Provider::Twenty2 => Some(twenty2::demo(base_url).await?),
        callslip_mock::Provider::Vapi => Some(vapi::demo(base_url).await?),
        _ => None,
    })
}
