//! All calls of a provider, read through its SDK from a mock, whatever goes wrong on the way.

use std::time::Duration;

use callslip_core::rt::List;
use callslip_core::{ItemStream, RetryPolicy, Summary};
use callslip_mock::Provider;

/// Unpaged lists come in one answer, which is larger than the usual cap if there are many calls.
const LARGEST_BODY: usize = 256 << 20;

/// A value with what stands in brackets behind it.
#[macro_export]
macro_rules! with {
    (($value:expr) [$($rest:tt)*]) => { $value $($rest)* };
    (($value:expr) dot [$($rest:tt)*]) => { $value.$($rest)* };
}

macro_rules! harvests {
    ($(
        $variant:ident $name:literal $krate:ident $credential:tt {
            json { $($json:tt)* }
            other { $($other:tt)* }
            lists { $($lists:tt)* }
            $(calls $operation:literal $call:tt)?
        }
    )*) => {
        /// The list of a provider's calls, if it has one.
        pub fn operation(provider: Provider) -> Option<&'static str> {
            match provider {
                $($(Provider::$variant => Some($operation),)?)*
                _ => None,
            }
        }

        /// Reads all calls of a provider, with pages of 100, or as many as it gives. Each id is given to `keep`. What comes back is how
        /// often the stream ended in an error and went on, and the summary.
        ///
        /// # Panics
        ///
        /// If the client cannot be built, an item has no id, the list leads nowhere, or the provider has none.
        pub async fn harvest(
            provider: Provider,
            base_url: &str,
            keep: impl FnMut(String),
        ) -> (u32, Summary) {
            match provider {
                $($(
                    Provider::$variant => {
                        let builder = $krate::Client::builder()
                            .base_url(base_url)
                            .max_body_bytes(LARGEST_BODY)
                            .retry(patient());
                        let client = with!((builder) $credential).build();
                        read(with!((client.expect("a client")) dot $call).stream(), keep).await
                    }
                )?)*
                other => panic!("{other} has no list of calls"),
            }
        }
    };
}

every_provider!(harvests);

fn patient() -> RetryPolicy {
    RetryPolicy::default()
        .max_attempts(12)
        .base_delay(Duration::from_millis(2))
}

/// Reads a list to its end: gives each id to `keep`, goes on after an error, and gives how often that was and the summary.
async fn read<L: List>(mut stream: ItemStream<L>, mut keep: impl FnMut(String)) -> (u32, Summary) {
    let mut errors = 0;
    loop {
        match stream.next().await {
            Some(Ok(call)) => keep(L::id(&call).expect("an id").into_owned()),
            Some(Err(error)) => {
                errors += 1;
                assert!(errors < 100, "the list leads nowhere: {error}");
                // The client has a budget of retries, so a job that goes on at once would only be refused again.
                tokio::time::sleep(Duration::from_millis(100)).await;
                stream.resume();
            }
            None => break (errors, stream.summary().clone()),
        }
    }
}
