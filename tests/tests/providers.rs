//! What is tested only through the public API of all crates, in one program: a program of its own for each file took longer to link
//! than its tests run. Those that count what is allocated (`*_memory.rs`) need a program each, and the golden output is one
//! (`generated.rs`).

mod all_calls;
mod answered_by;
mod answers;
mod any_bytes;
mod bad_input;
mod blocking;
mod calls;
mod contract;
mod credira;
mod diga;
mod drift_proof;
mod highlevel;
mod honest;
mod json_schema;
mod liner;
mod lists;
mod made_up;
mod oauth;
mod question_mark;
mod round_trip;
mod surface;
mod told;
mod twenty2;
mod wire;

/// A file that no program has as a module would never run, and nobody would know.
#[test]
fn every_file_is_in_a_program() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let read = |name| std::fs::read_to_string(folder.join(name)).expect("a file of this crate");
    let programs = read("providers.rs") + &read("generated.rs");
    let named = read("../Cargo.toml");
    for entry in std::fs::read_dir(&folder).expect("is a folder") {
        let file = entry.expect("is read").file_name();
        if let Some(name) = file.to_str().and_then(|file| file.strip_suffix(".rs")) {
            assert!(
                programs.contains(&format!("\nmod {name};\n"))
                    || named.contains(&format!("name = \"{name}\"\n")),
                "tests/tests/{name}.rs is a module of no program"
            );
        }
    }
}
