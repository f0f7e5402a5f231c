//! The mock's made-up calls, held against the documents by the SDKs that are generated of them: every item of every list and every
//! detail is read with nothing to mend, and differs in nothing from its schema.

use callslip_mock::{Mock, Provider};
use serde_json::Value;

/// More than after how many calls their likeness repeats.
const CALLS: u64 = 1100;

/// What is wrong with an answer, place by place; nothing if nothing is.
type Judge = fn(&'static [u8]) -> Vec<String>;
type Listed = fn(&str) -> std::pin::Pin<Box<dyn Future<Output = (usize, Vec<String>)> + '_>>;

macro_rules! judges {
    ($(
        $variant:ident $provider:literal $krate:ident $credential:tt {
            json { $($name:literal $request:ident,)* }
            other { $($other:literal,)* }
            lists { $($list:literal $paged:literal $call:tt,)* }
            $(calls $calls:literal $all:tt)?
        }
    )*) => {
        /// By provider and operation.
        const OPERATIONS: &[(&str, &str, Judge)] = &[$($(
            ($provider, $name, |body| match $krate::requests::$request::read(body) {
                Ok(answer) => {
                    let repairs = answer.repairs().iter().map(|drift| format!("mended: {drift}"));
                    repairs.chain(answer.drift().iter().map(ToString::to_string)).collect()
                }
                Err(error) => vec![error.to_string()],
            }),
        )*)*];

        /// Each list of calls, read through: how many there are, and what is wrong with them.
        const LISTS: &[(Provider, Listed)] = &[$($(
            (Provider::$variant, |base_url| Box::pin(async move {
                let _ = $calls;
                let builder = $krate::Client::builder().base_url(base_url);
                let client = callslip_tests::with!((builder) $credential).build().expect("a client");
                let mut calls = callslip_tests::with!((client) dot $all).stream();
                let (mut count, mut wrong) = (0, Vec::new());
                while let Some(call) = calls.try_next().await.expect("the mock answers") {
                    count += 1;
                    wrong.extend(call.repairs().iter().map(|drift| format!("mended: {drift}")));
                    wrong.extend(call.drift().iter().map(ToString::to_string));
                }
                let summary = calls.summary();
                assert!(summary.is_complete(), "{summary}");
                (count, wrong)
            })),
        )?)*];
    };
}

callslip_tests::every_provider!(judges);

#[tokio::test]
async fn every_call_of_every_list_is_as_documented() {
    for (provider, read) in LISTS {
        let mock = Mock::builder(*provider).calls(CALLS).seed(11).start().await;
        let mock = mock.expect("a mock");
        let (count, wrong) = read(mock.base_url()).await;
        assert_eq!(count as u64, CALLS, "{provider}");
        assert_eq!(wrong, [""; 0], "{provider}");
    }
}

/// A list, and what tells more of one of its records.
struct Family {
    provider: Provider,
    list: (&'static str, &'static str),
    items: &'static str,
    id: &'static str,
    /// `{id}` stands for the id.
    details: &'static [(&'static str, &'static str)],
}

const FAMILIES: [Family; 8] = [
    Family {
        provider: Provider::Liner,
        list: ("list_call_records", "/v2/call-record/?limit=100"),
        items: "/data/list",
        id: "id",
        details: &[("get_call_record", "/v2/call-record/detail/{id}/")],
    },
    Family {
        provider: Provider::Liner,
        list: ("list_calls", "/v2/call/?orderIds[]=5&limit=100"),
        items: "/data/list",
        id: "id",
        details: &[("get_call", "/v2/call/detail/{id}/")],
    },
    Family {
        provider: Provider::Vapi,
        list: ("list_calls", "/call?limit=60"),
        items: "",
        id: "id",
        details: &[("get_call", "/call/{id}")],
    },
    Family {
        provider: Provider::Twenty2,
        list: ("list_calls", "/call/logs"),
        items: "/calls",
        id: "call_id",
        details: &[("get_call_detail", "/call/detail?call_id={id}")],
    },
    Family {
        provider: Provider::Diga,
        list: ("list_calls", "/v1/call/?limit=60"),
        items: "/data",
        id: "id",
        details: &[
            ("get_call", "/v1/call/{id}"),
            ("list_call_messages", "/v1/call/{id}/message"),
            ("list_call_logs", "/v1/log/call/{id}"),
            ("get_recording", "/v1/recording/{id}"),
            ("get_call_trace", "/v1/trace/call/{id}"),
        ],
    },
    Family {
        provider: Provider::Credira,
        list: ("list_callouts", "/callouts?invoice_id=inv_5"),
        items: "/data",
        id: "id",
        details: &[("get_callout_response", "/callouts/{id}/response")],
    },
    Family {
        provider: Provider::Credira,
        list: ("list_calls", "/calls?invoice_id=inv_5"),
        items: "/data",
        id: "id",
        details: &[("get_call", "/calls/{id}")],
    },
    Family {
        provider: Provider::HighLevel,
        list: (
            "list_call_logs",
            "/voice-ai/dashboard/call-logs?locationId=L&pageSize=50",
        ),
        items: "/callLogs",
        id: "id",
        details: &[(
            "get_call_log",
            "/voice-ai/dashboard/call-logs/{id}?locationId=L",
        )],
    },
];

#[tokio::test]
async fn what_is_told_of_one_call_is_as_documented() {
    let http = callslip_core::http_client_builder().expect("TLS is set up");
    let http = http.no_proxy().build().expect("a client");
    for family in &FAMILIES {
        let name = family.provider.as_str();
        let mock = Mock::builder(family.provider)
            .calls(150)
            .seed(3)
            .start()
            .await;
        let mock = mock.expect("a mock");
        let page = asked(&http, &mock, family.list.1).await;
        judge(name, family.list.0, page);
        let page: Value = serde_json::from_slice(page).expect("JSON");
        let items = page.pointer(family.items).and_then(Value::as_array);
        let items = items.expect("items");
        assert!(items.len() >= 50, "{name}");
        // The document's own record is as it is there, placeholders and all, and its samples of list and detail differ.
        let made_up = items
            .iter()
            .filter(|item| !item.to_string().contains("2023-11-07"));
        for item in made_up {
            let id = &item[family.id];
            let id = id
                .as_str()
                .map_or_else(|| id.to_string(), ToOwned::to_owned);
            for (operation, path) in family.details {
                let body = asked(&http, &mock, &path.replace("{id}", &id)).await;
                judge(name, operation, body);
                let detail: Value = serde_json::from_slice(body).expect("JSON");
                if operation.starts_with("get_call")
                    && id_of(&detail, family.id) == Some(&item[family.id])
                {
                    told_alike(&detail, item, operation);
                }
            }
        }
    }
}

fn id_of<'a>(detail: &'a Value, key: &str) -> Option<&'a Value> {
    [detail, &detail["data"], &detail["call"]]
        .into_iter()
        .find_map(|record| record.get(key))
}

/// What both the item and the detail tell, they tell alike.
fn told_alike(detail: &Value, item: &Value, operation: &str) {
    let records = [detail, &detail["data"], &detail["call"]];
    let record = records
        .into_iter()
        .find(|record| record.get("id").or(record.get("call_id")).is_some());
    let record = record.expect("a record").as_object().expect("an object");
    let both = record
        .iter()
        .filter_map(|(name, value)| Some((name, value, item.get(name)?)));
    for (name, told, listed) in both.filter(|(_, told, _)| !told.is_array()) {
        assert_eq!(told, listed, "{operation}: {name}");
    }
}

fn judge(provider: &str, operation: &str, body: &'static [u8]) {
    let known = OPERATIONS
        .iter()
        .find(|(name, id, _)| (*name, *id) == (provider, operation));
    let (.., judge) = known.expect("an operation");
    let wrong = judge(body);
    assert_eq!(
        wrong,
        [""; 0],
        "{provider} {operation}: {}",
        String::from_utf8_lossy(body)
    );
}

async fn asked(http: &reqwest::Client, mock: &Mock, path: &str) -> &'static [u8] {
    let request = http.get(format!("{mock}{path}")).header("X-Api-Key", "key");
    let request = match mock.provider() {
        Provider::Twenty2 => request
            .basic_auth("key", Some("secret"))
            .header("x-workspace-id", "w"),
        _ => request.bearer_auth("key"),
    };
    let answer = request
        .header("Version", "2021-04-15")
        .send()
        .await
        .expect("an answer");
    assert_eq!(answer.status(), 200, "{path}");
    answer.bytes().await.expect("a body").to_vec().leak()
}
