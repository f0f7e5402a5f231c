// Generated from the folders of specs/. Do not edit: run `cargo xtask codegen`.

crate::provider::providers! {
    /// Credira.
    Credira "credira",
    /// Diga.
    Diga "diga",
    /// HighLevel.
    HighLevel "highlevel",
    /// Liner.
    Liner "liner",
    /// Retell.
    Retell "retell",
    /// Twenty2.
    Twenty2 "twenty2",
    /// Vapi.
    Vapi "vapi",
}
