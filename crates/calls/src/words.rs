//! What is common to all providers, in fixed words.

/// An enum of words: each variant with its word and its meaning.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$meaning:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$meaning])* $variant,)+
        }

        impl $name {
            /// All of them, in their order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word, as it stands in columns.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}

words! {
    /// Where a call stands, in words that all providers share.
    ///
    /// ```
    /// use callslip_calls::Status;
    ///
    /// assert_eq!(Status::NoAnswer.to_string(), "no_answer"); // as in the column `status`
    /// ```
    Status {
        /// It waits to be made.
        Queued = "queued",
        /// It rings, or is about to.
        Dialing = "dialing",
        /// It is being held.
        InProgress = "in_progress",
        /// It is over. Of some providers that is all that is told, however it ended.
        Completed = "completed",
        /// Nobody took it.
        NoAnswer = "no_answer",
        /// The line was engaged.
        Busy = "busy",
        /// It could not be held.
        Failed = "failed",
        /// It was called off before it was held.
        Canceled = "canceled",
        /// It was handed on to somebody else.
        Transferred = "transferred",
        /// The provider tells a status that no word here stands for.
        Unknown = "unknown",
    }
}

words! {
    /// Who is meant: the one whom the provider's customer talks with, who or what talks for the customer, or the system.
    Party {
        /// The person on the other side.
        Contact = "contact",
        /// The voice agent or operator.
        Agent = "agent",
        /// The platform.
        System = "system",
    }
}

words! {
    /// Who called whom, as the provider's customer sees it.
    Direction {
        /// The contact called.
        Inbound = "inbound",
        /// The contact was called.
        Outbound = "outbound",
    }
}

words! {
    /// What a call was held over.
    Channel {
        /// The telephone.
        Phone = "phone",
        /// A browser or an app.
        Web = "web",
    }
}

words! {
    /// Who speaks in a turn.
    Role {
        /// The person on the other side.
        Contact = "contact",
        /// The voice agent or operator.
        Agent = "agent",
        /// Whom the provider calls the user, where it does not tell which side that is.
        User = "user",
        /// A tool that the agent used.
        Tool = "tool",
        /// The platform.
        System = "system",
    }
}
