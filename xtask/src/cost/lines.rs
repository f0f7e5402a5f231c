//! How many lines are generated for a provider.

use std::path::Path;

use anyhow::{Context, Result};

/// Provider and lines.
pub type Lines = Vec<(String, usize)>;

pub fn count(root: &Path, providers: &[String]) -> Result<Lines> {
    let mut lines = Lines::new();
    for provider in providers {
        let folder = root.join("crates").join(provider).join("src/generated");
        let mut sum = 0;
        for file in std::fs::read_dir(&folder).with_context(|| format!("{}", folder.display()))? {
            sum += std::fs::read_to_string(file?.path())?.lines().count();
        }
        lines.push((provider.clone(), sum));
    }
    Ok(lines)
}

/// What is a tenth longer than the figures that were reviewed, each as one message. A provider that the page does not have yet comes
/// into it when it is measured next.
pub fn grown(root: &Path, providers: &[String]) -> Result<Vec<String>> {
    let page = std::fs::read_to_string(root.join("COSTS.md")).context("COSTS.md")?;
    let differing = count(root, providers)?.into_iter().filter_map(|(provider, lines)| {
        let was = reviewed(&page, &provider)?;
        (lines > was + was / 10).then(|| {
            format!(
                "COSTS.md: callslip-{provider} has {lines} generated lines and the page says {was}; run: cargo xtask cost"
            )
        })
    });
    Ok(differing.collect())
}

/// The last column of the provider's row.
fn reviewed(page: &str, provider: &str) -> Option<usize> {
    let start = format!("| `callslip-{provider}` |");
    let row = page.lines().find(|line| line.starts_with(&start))?;
    let last = row.trim_end_matches([' ', '|']).rsplit('|').next()?;
    last.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_read_as_it_is_written() {
        let page = "| crate | a | b |\n|---|---|---|\n| `callslip-acme` | 98 | 1234 |\n";
        assert_eq!(reviewed(page, "acme"), Some(1234));
        assert_eq!(reviewed(page, "other"), None);
    }
}
