//! Numbers that look random and are the same for the same seed.

/// The finalizer of SplitMix64: neighbours come out far apart.
pub(crate) fn mix(number: u64) -> u64 {
    let mut number = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ (number >> 31)
}

/// The same for two numbers.
pub(crate) fn mix_two(first: u64, second: u64) -> u64 {
    mix(mix(first) ^ second)
}
