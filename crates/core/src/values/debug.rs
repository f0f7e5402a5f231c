//! `Debug` of what holds more than may be shown: credentials, links, bodies.

/// Implements `Debug` with these parts of a value alone.
macro_rules! partial_debug {
    ([$($generics:tt)*] $type:ty, $name:literal, $this:ident => { $($part:ident: $value:expr),* $(,)? }) => {
        impl<$($generics)*> std::fmt::Debug for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let $this = self;
                f.debug_struct($name)$(.field(stringify!($part), &$value))*.finish_non_exhaustive()
            }
        }
    };
}

pub(crate) use partial_debug;
