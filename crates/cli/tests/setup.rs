//! Where credentials come from, and what is made of the arguments: profiles, files of variables, completions, manual, version.

mod common;

use std::path::Path;

use callslip_mock::{Mock, Provider};
use common::{callslip, stderr, stdout};

/// A file that only its owner can read, or that others can, too.
fn file(path: &Path, text: &str, mode: u32) {
    std::fs::write(path, text).expect("written");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let rights = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(path, rights).expect("its rights are set");
    }
    #[cfg(not(unix))]
    let _ = mode;
}

#[tokio::test]
async fn a_profile_says_where_credentials_are() {
    let mock = Mock::start(Provider::Diga).await.expect("a mock");
    let folder = tempfile::tempdir().expect("a folder");
    let config = folder.path().join("callslip.toml");
    let text = format!(
        "[profiles.work]\nDIGA_BASE_URL = \"{}\"\nDIGA_API_KEY = {{ file = \"key\" }}\n\
         [profiles.other]\nDIGA_BASE_URL = \"{0}\"\nDIGA_API_KEY = {{ env = \"OTHER_KEY\" }}\n",
        mock.base_url()
    );
    file(&config, &text, 0o644);
    let path = config.display().to_string();
    let check = |profile: &str, environment: &[(&str, &str)]| {
        let words = ["auth", "check", "diga", "--profile", profile];
        callslip(
            &words,
            &[&[("CALLSLIP_CONFIG", path.as_str())], environment].concat(),
        )
    };
    file(&folder.path().join("key"), "k\n", 0o600);
    let output = check("work", &[("DIGA_API_KEY", "wrong")]);
    assert_eq!(
        stdout(&output),
        "diga: works (status 200)\n",
        "{}",
        stderr(&output)
    );
    let output = check("other", &[("OTHER_KEY", "wrong")]);
    assert_eq!(output.status.code(), Some(7), "{}", stderr(&output));
    let output = check("other", &[]);
    assert_eq!(output.status.code(), Some(3));
    assert!(
        stderr(&output).contains("profiles.other.DIGA_API_KEY: OTHER_KEY is not set"),
        "{}",
        stderr(&output)
    );
    let output = check("home", &[]);
    assert!(
        stderr(&output).contains("there is no profile `home`; it has: other, work"),
        "{}",
        stderr(&output)
    );
    if cfg!(unix) {
        file(&folder.path().join("key"), "k\n", 0o644);
        let output = check("work", &[]);
        assert_eq!(output.status.code(), Some(3));
        assert!(
            stderr(&output).contains("others can read it"),
            "{}",
            stderr(&output)
        );
        assert!(stderr(&output).contains("chmod 600"), "{}", stderr(&output));
    }
}

#[tokio::test]
async fn a_file_of_variables_is_read_only_if_it_is_named() {
    let mock = Mock::start(Provider::Diga).await.expect("a mock");
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(".env");
    let text = format!(
        "DATABASE=x\nexport DIGA_API_KEY='k'\nDIGA_BASE_URL={}\n",
        mock.base_url()
    );
    file(&path, &text, 0o600);
    let mut command = common::command(&["auth", "check", "diga"], &[]);
    let output = command.current_dir(&folder).output().expect("it runs");
    assert_eq!(output.status.code(), Some(3), "nobody named the file");
    let words = [
        "auth",
        "check",
        "diga",
        "--env-file",
        &path.display().to_string(),
    ];
    let output = callslip(&words, &[]);
    assert_eq!(
        stdout(&output),
        "diga: works (status 200)\n",
        "{}",
        stderr(&output)
    );
}

#[test]
fn completions_and_manual_are_made_of_the_arguments() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = callslip(&["completions", shell], &[]);
        assert_eq!(output.status.code(), Some(0));
        assert!(stdout(&output).contains("checkpoint"), "{shell}");
    }
    let manual = stdout(&callslip(&["man"], &[]));
    assert!(
        manual.starts_with(".ie") || manual.contains(".TH callslip 1"),
        "{manual}"
    );
    let folder = tempfile::tempdir().expect("a folder");
    let pages = folder.path().join("man1");
    let output = callslip(&["man", "-o", &pages.display().to_string()], &[]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    for page in ["callslip.1", "callslip-list.1", "callslip-list-diga.1"] {
        let text = std::fs::read_to_string(pages.join(page)).expect(page);
        assert!(text.contains(".SH SYNOPSIS"), "{page}");
    }
}

#[test]
fn the_version_has_the_commit_of_a_checkout() {
    let told = stdout(&callslip(&["--version"], &[]));
    let version = concat!("callslip ", env!("CARGO_PKG_VERSION"));
    let rest = told
        .trim_end()
        .strip_prefix(version)
        .expect("the version first");
    let commit = rest
        .strip_prefix(" (")
        .and_then(|rest| rest.strip_suffix(')'));
    let is_commit =
        |commit: &str| commit.len() == 12 && commit.bytes().all(|byte| byte.is_ascii_hexdigit());
    assert!(rest.is_empty() || commit.is_some_and(is_commit), "{told}");
    let checkout = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../.git/HEAD");
    assert_eq!(commit.is_some(), checkout.exists(), "{told}");
}
