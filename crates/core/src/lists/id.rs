//! Ids as generated types hold them: plain, optional, hidden.

use std::borrow::Cow;

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::Value;
use uuid::Uuid;

use crate::values::redact::{Personal, Secret};

/// What tells an item apart.
pub trait Id {
    /// The id as a string. An empty string and 0 are none: services write them where they have no id.
    fn id(&self) -> Option<Cow<'_, str>>;
}

impl Id for String {
    fn id(&self) -> Option<Cow<'_, str>> {
        (!self.is_empty()).then_some(Cow::Borrowed(self))
    }
}

impl Id for i64 {
    fn id(&self) -> Option<Cow<'_, str>> {
        (*self != 0).then(|| self.to_string().into())
    }
}

impl Id for Uuid {
    fn id(&self) -> Option<Cow<'_, str>> {
        Some(self.to_string().into())
    }
}

impl Id for f64 {
    fn id(&self) -> Option<Cow<'_, str>> {
        (*self != 0.0).then(|| self.to_string().into())
    }
}

impl Id for DateTime<Utc> {
    fn id(&self) -> Option<Cow<'_, str>> {
        Some(self.to_rfc3339_opts(SecondsFormat::AutoSi, true).into())
    }
}

/// In an object that nobody knows.
impl Id for Value {
    fn id(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::String(text) => text.id(),
            Self::Number(number) => Some(number.to_string().into()),
            _ => None,
        }
    }
}

impl<T: Id> Id for Option<T> {
    fn id(&self) -> Option<Cow<'_, str>> {
        self.as_ref()?.id()
    }
}

impl<T: Id> Id for Personal<T> {
    fn id(&self) -> Option<Cow<'_, str>> {
        (**self).id()
    }
}

impl<T: Id> Id for Secret<T> {
    fn id(&self) -> Option<Cow<'_, str>> {
        self.expose_secret().id()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_for_an_id_is_none() {
        assert_eq!(Personal::from("a".to_owned()).id().as_deref(), Some("a"));
        assert_eq!(
            (String::new().id(), 0.id(), None::<i64>.id()),
            (None, None, None)
        );
        assert_eq!(7.id().as_deref(), Some("7"));
        let time: DateTime<Utc> = "2026-07-01T00:00:00.250Z".parse().expect("a time");
        assert_eq!(time.id().as_deref(), Some("2026-07-01T00:00:00.250Z"));
    }
}
