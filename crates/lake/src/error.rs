//! Why the lake could not do what was asked of it.

use std::fmt;

use crate::source::SourceError;

/// Why the lake could not do what was asked of it. What was committed before stays, and the same again goes on from there.
///
/// ```
/// use callslip_lake::LakeError;
///
/// /// Whether a job may try again by itself; else somebody has to look.
/// fn passes(error: &LakeError) -> bool {
///     match error {
///         LakeError::Raced | LakeError::Store(_) => true,
///         LakeError::Source { error, .. } => error.status().is_none_or(|status| status >= 500),
///         _ => false,
///     }
/// }
/// assert!(passes(&LakeError::Raced));
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum LakeError {
    /// There is no lake there, there is one already, or its settings say what makes no sense.
    Settings(String),
    /// A table is damaged, or is not as this library writes it. Nothing was touched.
    Damaged {
        /// The file, below the lake.
        file: String,
        /// What is wrong with it, and what to do.
        why: String,
    },
    /// Other writers were faster again and again.
    Raced,
    /// The service did not answer as it should.
    Source {
        /// The source, by the name that the settings give it.
        source: String,
        /// What was read: a window or a call.
        what: String,
        /// What the service, or the way to it, had to say.
        error: SourceError,
    },
    /// The service of the bucket does not take the credentials, or they may not do this.
    Refused(StoreError),
    /// The tables cannot be read or written.
    Store(StoreError),
}

/// What a file system or a bucket had to say.
#[derive(Debug)]
pub struct StoreError(pub(crate) object_store::Error);

impl StoreError {
    pub(crate) const fn is_not_found(&self) -> bool {
        matches!(self.0, object_store::Error::NotFound { .. })
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for StoreError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source()
    }
}

impl fmt::Display for LakeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Settings(text) => f.write_str(text),
            Self::Damaged { file, why } => write!(f, "{file}: {why}"),
            Self::Raced => {
                f.write_str("other writers were faster again and again: run it again later")
            }
            Self::Source {
                source,
                what,
                error,
            } => write!(f, "{source}: {what}: {error}"),
            Self::Refused(error) => {
                let said = without_xml(&error.to_string());
                let said = said.trim_end_matches('.');
                write!(
                    f,
                    "{said}: look at AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and at what they may do"
                )
            }
            Self::Store(error) => f.write_str(&without_xml(&error.to_string())),
        }
    }
}

impl std::error::Error for LakeError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Source { error, .. } => Some(error),
            Self::Refused(error) | Self::Store(error) => Some(error),
            _ => None,
        }
    }
}

impl From<object_store::Error> for LakeError {
    fn from(error: object_store::Error) -> Self {
        match error {
            object_store::Error::Generic { store, source } => match source.downcast::<Self>() {
                // What the lake itself has to say of its place comes back by way of the store.
                Ok(own) => *own,
                Err(source) => {
                    Self::Store(StoreError(object_store::Error::Generic { store, source }))
                }
            },
            refused @ (object_store::Error::PermissionDenied { .. }
            | object_store::Error::Unauthenticated { .. }) => Self::Refused(StoreError(refused)),
            error => Self::Store(StoreError(error)),
        }
    }
}

/// What a service of buckets says in XML, by its code and message alone.
fn without_xml(text: &str) -> String {
    let within = |tag: &str| {
        let (_, rest) = text.split_once(&format!("<{tag}>"))?;
        Some(rest.split_once(&format!("</{tag}>"))?.0)
    };
    let start = text.find("<?xml").or_else(|| text.find("<Error>"));
    match (start.and_then(|at| text.get(..at)), within("Code")) {
        (Some(before), Some(code)) => {
            let message = within("Message").map(|message| format!(": {message}"));
            format!("{before}{code}{}", message.unwrap_or_default())
        }
        _ => text.trim_end_matches([' ', ':']).to_owned(),
    }
}

/// The error that all others around it come from.
#[cfg(feature = "s3")]
pub(crate) fn innermost(error: &dyn std::error::Error) -> &dyn std::error::Error {
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes.last().unwrap_or(error)
}

/// A data file that is not what the log says that it is.
pub(crate) fn unreadable(file: &str, error: &dyn fmt::Display) -> LakeError {
    LakeError::Damaged {
        file: file.to_owned(),
        why: format!(
            "it cannot be read: {error}. Nothing was touched; put the file back from a copy"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_service_says_is_told_by_its_words() {
        let said = "status 403: <?xml version=\"1.0\"?>\n<Error><Code>AccessDenied</Code><Message>Not yours</Message><Id>x</Id></Error>";
        assert_eq!(without_xml(said), "status 403: AccessDenied: Not yours");
        let said = "status 404: <Error><Code>NoSuchKey</Code></Error>";
        assert_eq!(without_xml(said), "status 404: NoSuchKey");
        for other in ["nobody answers", "<Error>?", "<Code>a</Code>"] {
            assert_eq!(without_xml(other), other);
        }
        assert_eq!(without_xml("403 Forbidden: "), "403 Forbidden");
    }
}
