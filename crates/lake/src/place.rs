//! Where a lake is: a folder of this machine, or a bucket.

#[cfg(feature = "s3")]
mod s3;

use std::path::Path as Folder;
use std::sync::Arc;

use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt, PutMode, PutPayload};

use crate::error::LakeError;
use crate::logs::name;
#[cfg(feature = "s3")]
pub(crate) use s3::{bucket, service};

/// What a place in a bucket begins with.
const BUCKET: &str = "s3://";

/// A place, as its user names it.
pub(crate) enum Place<'a> {
    Folder(&'a Folder),
    Bucket { name: &'a str, prefix: Path },
}

impl<'a> Place<'a> {
    pub(crate) fn of(place: &'a Folder) -> Result<Self, LakeError> {
        let Some(bucket) = place.to_str().and_then(|place| place.strip_prefix(BUCKET)) else {
            return Ok(Self::Folder(place));
        };
        let (name, prefix) = bucket.split_once('/').unwrap_or((bucket, ""));
        let wrong = || {
            LakeError::Settings(format!(
                "{}: give a bucket as {BUCKET}BUCKET or {BUCKET}BUCKET/FOLDER",
                place.display()
            ))
        };
        let prefix = Path::parse(prefix).map_err(|_| wrong())?;
        match name.is_empty() {
            true => Err(wrong()),
            false => Ok(Self::Bucket { name, prefix }),
        }
    }

    /// The store there. What it says is written is on the disk.
    pub(crate) fn store(self) -> Result<Arc<dyn ObjectStore>, LakeError> {
        match self {
            Self::Folder(folder) => {
                let store = LocalFileSystem::new_with_prefix(folder)?;
                Ok(Arc::new(store.with_fsync(true)))
            }
            #[cfg(feature = "s3")]
            Self::Bucket { name, prefix } => {
                bucket(object_store::aws::AmazonS3Builder::from_env(), name, prefix)
            }
            #[cfg(not(feature = "s3"))]
            Self::Bucket { name, prefix } => Err(LakeError::Settings(format!(
                "{BUCKET}{name}/{prefix}: this build has folders only: build it with the feature `s3` of callslip-lake"
            ))),
        }
    }
}

/// A service of buckets at an address of its own, and not at Amazon's: what the environment says of it, for other programs that are to
/// read the same tables.
///
/// ```
/// use std::path::Path;
///
/// use callslip_lake::BucketService;
///
/// # fn main() -> Result<(), callslip_lake::LakeError> {
/// assert!(BucketService::of(Path::new("a/folder"))?.is_none()); // nothing to tell DuckDB or Spark of
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct BucketService {
    /// Its host, and its port if it is told.
    pub host: String,
    /// Whether it is asked by TLS.
    pub is_tls: bool,
    /// Whether a bucket is in the path of its addresses, and not in their host.
    pub is_in_path: bool,
}

impl BucketService {
    /// That of a place; none of a folder, and none of a bucket of Amazon's.
    ///
    /// # Errors
    ///
    /// [`LakeError::Settings`] if the environment gives an address that is none.
    pub fn of(place: &Folder) -> Result<Option<Self>, LakeError> {
        match Place::of(place)? {
            #[cfg(feature = "s3")]
            Place::Bucket { name, .. } => {
                service(&object_store::aws::AmazonS3Builder::from_env(), name)
            }
            _ => Ok(None),
        }
    }
}

/// What S3 says of an object in a bucket that is not there; the status is that of any object that is not there.
const NO_BUCKET: &str = "<Code>NoSuchBucket</Code>";

/// What is wrong where an object is not found, if it is that there is no such bucket.
pub(crate) fn unfound(error: &object_store::Error) -> Option<LakeError> {
    error.to_string().contains(NO_BUCKET).then(no_bucket)
}

fn no_bucket() -> LakeError {
    LakeError::Settings(
        "there is no such bucket: make it first, or look at its name, its region and the service's address".to_owned(),
    )
}

/// Whether the store does what commits depend on: it refuses to create what is there, keeps what was there, and lists what was created.
pub(crate) async fn probe(store: &dyn ObjectStore) -> Result<(), LakeError> {
    let path = Path::from(format!("_callslip_probe_{}", name()));
    let create = |text| store.put_opts(&path, PutPayload::from(text), PutMode::Create.into());
    create("first").await.map_err(|error| match error {
        // Whatever the service says of it: what is created needs nothing but the bucket.
        object_store::Error::NotFound { .. } => no_bucket(),
        error => error.into(),
    })?;
    let second = create("second").await;
    let found = store.get(&path).await?.bytes().await?;
    let listed = store.list_with_delimiter(None).await?.objects;
    let is_listed = listed.iter().any(|object| object.location == path);
    store.delete(&path).await?;
    let wrong = match second {
        Err(object_store::Error::AlreadyExists { .. }) if found == "first" => match is_listed {
            true => return Ok(()),
            false => "does not list what was just created in it, so that a commit could be missed",
        },
        Err(object_store::Error::AlreadyExists { .. }) | Ok(_) => {
            "creates what is there already, so that two writers could overwrite each other"
        }
        Err(error) => return Err(error.into()),
    };
    Err(LakeError::Settings(format!(
        "this file system or bucket {wrong}: take another"
    )))
}

#[cfg(all(test, not(feature = "s3")))]
mod tests {
    use super::*;

    #[test]
    fn a_build_without_buckets_makes_no_folder_of_that_name() {
        let place = Place::of(Folder::new("s3://b/calls"));
        let error = place
            .and_then(Place::store)
            .err()
            .map(|error| error.to_string());
        assert!(error.is_some_and(|error| error.contains("feature `s3`")));
    }
}
