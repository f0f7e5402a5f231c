//! The providers, as arguments name them.

use clap::ValueEnum;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Provider {
    Liner,
    Twenty2,
    Diga,
    Credira,
    Highlevel,
}

impl Provider {
    pub const ALL: [Self; 5] = [
        Self::Liner,
        Self::Twenty2,
        Self::Diga,
        Self::Credira,
        Self::Highlevel,
    ];

    /// As the provider writes its name.
    pub fn title(self) -> &'static str {
        match self {
            Self::Liner => "Liner",
            Self::Twenty2 => "Twenty2",
            Self::Diga => "Diga",
            Self::Credira => "Credira",
            Self::Highlevel => "HighLevel",
        }
    }

    pub fn mock(self) -> callslip_mock::Provider {
        match self {
            Self::Liner => callslip_mock::Provider::Liner,
            Self::Twenty2 => callslip_mock::Provider::Twenty2,
            Self::Diga => callslip_mock::Provider::Diga,
            Self::Credira => callslip_mock::Provider::Credira,
            Self::Highlevel => callslip_mock::Provider::HighLevel,
        }
    }
}
