// Generated from specs/paging_body/openapi.yaml 0.1.0 and its sdk.toml (sha256 629d58c80f23c8a0) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen paging_body`.

//! What is sent and received.

::callslip_core::object! {
    /// Which things.
    pub struct Search {
        /// Only things of this colour.
        pub color: Option<String> = optional("color"),
        /// How many.
        pub count: Option<i64> = optional("count"),
        /// The id of the last thing of the page before.
        pub after: Option<String> = optional("after"),
        /// The page to begin at.
        pub page: Option<i64> = optional("page"),
    }
}

impl Search {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        Self {
            color: Default::default(),
            count: Default::default(),
            after: Default::default(),
            page: Default::default(),
        }
    }

    /// Only things of this colour.
    #[must_use]
    pub fn color(mut self, color: impl Into<String>) -> Self {
        self.color = Some(color.into());
        self
    }

    /// How many (at least 1).
    #[must_use]
    pub fn count(mut self, count: i64) -> Self {
        self.count = Some(count);
        self
    }

    /// The id of the last thing of the page before.
    #[must_use]
    pub fn after(mut self, after: impl Into<String>) -> Self {
        self.after = Some(after.into());
        self
    }

    /// The page to begin at.
    #[must_use]
    pub fn page(mut self, page: i64) -> Self {
        self.page = Some(page);
        self
    }
}

::callslip_core::tagged_union! {
    /// A thing of one kind or another.
    ///
    /// The variant is chosen by `kind`. A value of `kind` that is not known here, or one whose content does not fit, is kept whole in `Unknown`.
    pub enum Thing by "kind" {
        /// `cart`: A cart.
        Cart(Cart) = "cart",
        /// `shed`: A shed.
        Shed(Shed) = "shed",
    }
}

impl Thing {
    /// Always `cart`.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn kind(&self) -> Option<&str> {
        match self {
            Self::Cart(content) => Some(content.kind.as_str()),
            Self::Shed(content) => Some(content.kind.as_str()),
            Self::Unknown(value) => value.get("kind").and_then(|value| value.as_str()),
        }
    }

    /// What tells it apart.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Cart(content) => Some(content.id.as_str()),
            Self::Shed(content) => Some(content.id.as_str()),
            Self::Unknown(value) => value.get("id").and_then(|value| value.as_str()),
        }
    }
}

::callslip_core::object! {
    /// A cart.
    pub struct Cart {
        /// Always `cart`.
        pub kind: String = required("kind"),
        /// What tells it apart.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the records of the list apart.
        pub id: String = essential("id"),
    }
}

::callslip_core::object! {
    /// A shed.
    pub struct Shed {
        /// Always `shed`.
        ///
        /// Source: made for this test.
        pub kind: String = required("kind"),
        /// What tells it apart.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the records of the list apart.
        ///
        /// Source: made for this test.
        pub id: String = essential("id").undocumented(),
    }
}

::callslip_core::object! {
    /// What went wrong.
    #[derive(Default)]
    pub struct ErrorBody {
        /// Machine-readable code.
        ///
        /// Source: made for this test.
        pub code: Option<String> = optional("code"),
        /// What went wrong.
        ///
        /// Source: made for this test.
        pub message: Option<String> = optional("message"),
    }
}

