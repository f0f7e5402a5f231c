//! Ids whose form is documented, read before anything is sent.

use uuid::Uuid;

use crate::failure::Failure;

pub fn liner_record(id: &str) -> Result<i64, Failure> {
    id.parse()
        .map_err(|_| Failure::usage("a Liner call record id is a whole number"))
}

pub fn diga_call(id: &str) -> Result<Uuid, Failure> {
    id.parse()
        .map_err(|_| Failure::usage("a Diga call id is a UUID"))
}
