//! A verb of the command line, for the providers that have it.

/// The choice of a provider (variant, module, title), and behind `*` of all of them, where a verb has that.
macro_rules! verb {
    (
        $(#[$doc:meta])*
        $verb:ident: $($variant:ident $module:ident $title:literal,)* $(* $all:path,)?
    ) => {
        $(#[$doc])*
        #[derive(clap::Subcommand)]
        #[command(subcommand_value_name = "PROVIDER", subcommand_help_heading = "Providers")]
        pub enum $verb {
            $(
                #[doc = $title]
                #[command(name = stringify!($module))]
                $variant(Box<$module::$verb>),
            )*
            $(
                /// Each of these providers whose credentials are in the environment.
                #[command(name = "all")]
                All(Box<$all>),
            )?
        }

        impl $verb {
            pub async fn run(
                self,
                context: &crate::context::Context,
            ) -> Result<(), crate::failure::Failure> {
                match self {
                    $(Self::$variant(arguments) => arguments.run(context).await,)*
                    $(Self::All(arguments) => <$all>::run(*arguments, context).await,)?
                }
            }
        }
    };
}

pub(crate) use verb;
