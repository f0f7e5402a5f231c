//! `callslip demo`: a mock of each provider inside this program, its SDK, real HTTP between them.

use std::io::Write;

use callslip_mock::{Mock, Provider};

use crate::failure::Failure;
use crate::generated::demo;
use crate::output::table::Look;
use crate::row::{self, Column};

const FOR_REAL: &str = "\nThese came over HTTP from mocks inside this program, with documented examples.\n\
    `callslip get <PROVIDER> --help` lists a provider's variables. For real:\n  \
    export DIGA_API_KEY=…\n  \
    callslip get diga <CALL-ID>\n";

pub async fn run() -> Result<(), Failure> {
    let mut rows = Vec::new();
    for provider in Provider::ALL {
        let mock = Mock::start(provider).await.map_err(Failure::call)?;
        rows.extend(demo(provider, mock.base_url()).await?);
    }
    row::print(&rows, &Column::OF_CALLS, Look::of_standard_output())?;
    write!(std::io::stdout(), "{FOR_REAL}")?;
    Ok(())
}
