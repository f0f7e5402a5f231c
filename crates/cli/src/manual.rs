//! `callslip completions` and `callslip man`: made of the same arguments that are parsed.

use std::io::{self, Write as _};
use std::path::PathBuf;

use clap::{Args, Command};
use clap_complete::Shell;

use crate::failure::Failure;
use crate::output::is_standard;

#[derive(Args)]
pub struct Completions {
    /// Which shell.
    shell: Shell,
}

impl Completions {
    /// Prints completions of a command.
    pub fn run(&self, mut of: Command) -> Result<(), Failure> {
        let mut text = Vec::new();
        clap_complete::generate(self.shell, &mut of, "callslip", &mut text);
        Ok(io::stdout().write_all(&text)?)
    }
}

#[derive(Args)]
pub struct Man {
    /// The folder for the pages, made if it is not there; `-` is standard output.
    #[arg(short, long, value_name = "FOLDER")]
    output: Option<PathBuf>,
}

impl Man {
    /// Prints or writes the manual of a command.
    pub fn run(&self, of: Command) -> Result<(), Failure> {
        let folder = self.output.as_ref();
        let Some(folder) = folder.filter(|path| !is_standard(path)) else {
            let mut page = Vec::new();
            clap_mangen::Man::new(of).render(&mut page)?;
            return Ok(io::stdout().write_all(&page)?);
        };
        let written =
            std::fs::create_dir_all(folder).and_then(|()| clap_mangen::generate_to(of, folder));
        written.map_err(|error| Failure::disk(folder.display(), &error))
    }
}
