// Generated from specs/credira/openapi.yaml 0.1.0 and its sdk.toml (sha256 f9f394154630eae6) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen credira`.

//! Open enums: known values as variants, any other value kept as `Unknown`.

::callslip_core::open_enum! {
    /// State of a call. The provider publishes no complete set of values.
    pub enum CallStatus {
        /// `completed`: The call is over.
        Completed = "completed",
        /// `initiated`: The call was created.
        ///
        /// Source: provider's documentation page on creating a call; not in the source document.
        Initiated = "initiated",
    }
}

::callslip_core::open_enum! {
    /// Direction of a call. The provider publishes no complete set of values.
    pub enum CallType {
        /// `outbound`: The agent called.
        Outbound = "outbound",
    }
}

::callslip_core::open_enum! {
    /// What a call is for. The provider names these as examples.
    pub enum CallPurpose {
        /// `payment_reminder`: To remind of a payment.
        PaymentReminder = "payment_reminder",
        /// `follow_up`: To follow up on an earlier contact.
        FollowUp = "follow_up",
        /// `verification`: To verify something.
        Verification = "verification",
    }
}

::callslip_core::open_enum! {
    /// How urgent a call is. The provider publishes no set of values.
    pub enum CallPriority {
        /// `high`: Urgent.
        High = "high",
    }
}

::callslip_core::open_enum! {
    /// State of a callout. The provider publishes no complete set of values.
    pub enum CalloutStatus {
        /// `scheduled`: It is still to come.
        Scheduled = "scheduled",
        /// `completed`: It is over.
        Completed = "completed",
    }
}

::callslip_core::open_enum! {
    /// What a callout is for. The provider publishes no complete set of values.
    pub enum CalloutType {
        /// `payment_reminder`: To remind of a payment.
        PaymentReminder = "payment_reminder",
    }
}

::callslip_core::open_enum! {
    /// How urgent a callout is. The provider publishes the set for changes; that answers keep to it is assumed.
    pub enum CalloutPriority {
        /// `low`: It can wait.
        Low = "low",
        /// `medium`: As usual.
        Medium = "medium",
        /// `high`: Urgent.
        High = "high",
        /// `urgent`: More urgent than `high`.
        Urgent = "urgent",
    }
}

::callslip_core::open_enum! {
    /// Channel of an attempt. The provider publishes no complete set of values.
    pub enum AttemptType {
        /// `call`: By call.
        Call = "call",
        /// `email`: By e-mail.
        Email = "email",
    }
}

::callslip_core::open_enum! {
    /// State of an attempt. The provider publishes no complete set of values.
    pub enum AttemptStatus {
        /// `completed`: The call is over.
        Completed = "completed",
        /// `delivered`: The e-mail was delivered.
        Delivered = "delivered",
    }
}

::callslip_core::open_enum! {
    /// The mood of a callout in a word. The provider publishes no set of values.
    pub enum SentimentAnalysis {
        /// `positive`: A good mood.
        Positive = "positive",
    }
}

::callslip_core::open_enum! {
    /// How much the contact of a callout took part. The provider publishes no set of values.
    pub enum CustomerEngagement {
        /// `high`: Much.
        High = "high",
    }
}

::callslip_core::open_enum! {
    /// What went wrong. The provider publishes no complete set of values.
    pub enum ErrorCode {
        /// `INVALID_REQUEST`: Something is missing or malformed.
        InvalidRequest = "INVALID_REQUEST",
        /// `UNAUTHORIZED`: The API key is missing or not valid.
        Unauthorized = "UNAUTHORIZED",
        /// `FORBIDDEN`: The API key may not do this.
        Forbidden = "FORBIDDEN",
        /// `NOT_FOUND`: There is no such object.
        NotFound = "NOT_FOUND",
        /// `VALIDATION_ERROR`: A value breaks a rule of its format.
        ///
        /// Source: provider's documentation pages of sibling operations; not in the source document.
        ValidationError = "VALIDATION_ERROR",
        /// `RATE_LIMITED`: Too many requests were sent.
        ///
        /// Source: provider's documentation pages of sibling operations; not in the source document.
        RateLimited = "RATE_LIMITED",
    }
}
