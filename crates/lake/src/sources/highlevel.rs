//! HighLevel: by the time at which calls were created, of one location, with a total, and what was said in each record.

use callslip_calls::{Call, Recording, Turn};
use callslip_highlevel::{Client, types};

use super::{drain, not_built};
use crate::error::LakeError;
use crate::source::{Abilities, Answer, Listed, Query, Reach, Source};

pub struct HighLevel {
    client: Client,
    location: String,
}

impl HighLevel {
    pub fn open(name: &str, location: String) -> Result<Self, LakeError> {
        let client = Client::from_env().map_err(|error| not_built(name, &error))?;
        Ok(Self { client, location })
    }
}

impl Source for HighLevel {
    fn provider(&self) -> &'static str {
        "highlevel"
    }

    fn reach(&self) -> Reach {
        Reach::Windowed
    }

    fn abilities(&self) -> Abilities {
        Abilities {
            total: true,
            either_order: true,
            get: true,
            page_size: Some(50),
            ..Abilities::default()
        }
    }

    fn list<'a>(
        &'a self,
        query: Query,
        take: &'a mut (dyn FnMut(Call) + Send),
    ) -> Answer<'a, Listed> {
        Box::pin(async move {
            let sort = match query.reversed {
                true => types::SortDirection::Descend,
                false => types::SortDirection::Ascend,
            };
            let request = self.client.list_call_logs(&*self.location);
            let size = query.page_size.unwrap_or(50);
            let mut request = request
                .sort_by(types::CallLogSortField::CreatedAt)
                .sort(sort)
                .page_size(size.into());
            if let Some(window) = query.window {
                request = request.start_date(window.start).end_date(window.end);
            }
            drain(request.stream(), take).await
        })
    }

    fn get<'a>(&'a self, id: &'a str) -> Answer<'a, Option<Call>> {
        Box::pin(async move {
            match self.client.get_call_log(id, &*self.location).await {
                Ok(call) => Ok(Some(Call::of_response(&call))),
                Err(error) if error.status().is_some_and(|status| status.as_u16() == 404) => {
                    Ok(None)
                }
                Err(error) => Err(error.into()),
            }
        })
    }

    fn turns<'a>(&'a self, _: &'a str) -> Answer<'a, Vec<Turn>> {
        Box::pin(async { Ok(Vec::new()) })
    }

    fn recordings<'a>(&'a self, _: &'a str) -> Answer<'a, Vec<Recording>> {
        Box::pin(async { Ok(Vec::new()) })
    }
}
