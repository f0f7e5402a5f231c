//! How much memory this process has, where the system tells it.

/// Now resident, in KiB.
pub fn resident_kib() -> Option<u64> {
    field("VmRSS:")
}

/// The most that was ever resident, in KiB.
pub fn peak_kib() -> Option<u64> {
    field("VmHWM:")
}

fn field(name: &str) -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}
