//! Diga: by the time at which calls were created, in either order, with the messages of each call apart.

use callslip_calls::{Call, Recording, Turn};
use callslip_diga::{Client, types};

use super::{drain, not_built};
use crate::error::LakeError;
use crate::source::{Abilities, Answer, Listed, Query, Reach, Source};

pub struct Diga(Client);

impl Diga {
    pub fn open(name: &str) -> Result<Self, LakeError> {
        let client = Client::from_env().map_err(|error| not_built(name, &error))?;
        Ok(Self(client))
    }
}

impl Source for Diga {
    fn provider(&self) -> &'static str {
        "diga"
    }

    fn reach(&self) -> Reach {
        Reach::Windowed
    }

    fn abilities(&self) -> Abilities {
        Abilities {
            either_order: true,
            get: true,
            turns: true,
            page_size: Some(1000),
            ..Abilities::default()
        }
    }

    fn list<'a>(
        &'a self,
        query: Query,
        take: &'a mut (dyn FnMut(Call) + Send),
    ) -> Answer<'a, Listed> {
        Box::pin(async move {
            let order = match query.reversed {
                true => types::SortOrder::Asc,
                false => types::SortOrder::Desc,
            };
            let size = query.page_size.unwrap_or(1000);
            let mut request = self.0.list_calls().limit(size.into()).order(order);
            if let Some(window) = query.window {
                request = request
                    .start_created_date(window.start)
                    .end_created_date(window.end);
            }
            drain(request.stream(), take).await
        })
    }

    fn get<'a>(&'a self, id: &'a str) -> Answer<'a, Option<Call>> {
        Box::pin(async move {
            // What is no id of Diga's is no call of Diga's.
            let Ok(id) = id.parse() else { return Ok(None) };
            match self.0.get_call(id).await {
                Ok(call) => Ok(Some(Call::of_response(&call))),
                Err(error) if error.status().is_some_and(|status| status.as_u16() == 404) => {
                    Ok(None)
                }
                Err(error) => Err(error.into()),
            }
        })
    }

    fn turns<'a>(&'a self, id: &'a str) -> Answer<'a, Vec<Turn>> {
        Box::pin(async move {
            let Ok(id) = id.parse() else {
                return Ok(Vec::new());
            };
            let request = self.0.list_call_messages(id).limit(1000);
            // The order of the conversation.
            let mut messages = request.order(types::SortOrder::Asc).stream();
            let mut turns = Vec::new();
            while let Some(message) = messages.next().await {
                match message {
                    Ok(message) => {
                        let seq = i32::try_from(turns.len()).unwrap_or(i32::MAX);
                        turns.push(Turn::of_record(seq, &message));
                    }
                    // A call in which nothing was said.
                    Err(error) if error.status().is_some_and(|status| status.as_u16() == 404) => {
                        break;
                    }
                    Err(error) => return Err(error.into()),
                }
            }
            Ok(turns)
        })
    }

    fn recordings<'a>(&'a self, _: &'a str) -> Answer<'a, Vec<Recording>> {
        Box::pin(async { Ok(Vec::new()) })
    }
}
