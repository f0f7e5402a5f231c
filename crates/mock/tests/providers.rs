//! Every provider's mock over real HTTP: good calls, and each way to be refused.

use callslip_mock::{Mock, Provider};
use reqwest::{Client, RequestBuilder, Response};
use serde_json::json;

/// A good request to one provider, and what its mock should hold.
struct Case {
    provider: Provider,
    prefix: &'static str,
    path: &'static str,
    query: &'static [(&'static str, &'static str)],
    headers: &'static [(&'static str, &'static str)],
    credential: (&'static str, &'static str),
    wrong_credential: &'static str,
    operation: &'static str,
    example: &'static str,
    missing: (&'static str, &'static [(&'static str, &'static str)]),
    unfit_path: Option<&'static str>,
}

const CASES: [Case; 5] = [
    Case {
        provider: Provider::Liner,
        prefix: "",
        path: "/v2/call-record/detail/123/",
        query: &[],
        headers: &[],
        credential: ("X-Api-Key", "key"),
        wrong_credential: "wrong",
        operation: "get_call_record",
        example: "examples/get_call_record.json",
        missing: ("/v2/call-record/detail/404/", &[]),
        unfit_path: Some("/v2/call-record/detail/12x/"),
    },
    Case {
        provider: Provider::Twenty2,
        prefix: "/api",
        path: "/call/detail",
        query: &[("call_id", "699ed3b91ee5bee389dcb6a3")],
        headers: &[("x-workspace-id", "699ed3b91ee5bee389dcb6a3")],
        // `key:secret` and `key:wrong`
        credential: ("Authorization", "Basic a2V5OnNlY3JldA=="),
        wrong_credential: "Basic a2V5Ondyb25n",
        operation: "get_call_detail",
        example: "examples/get_call_detail.json",
        missing: ("/call/detail", &[("call_id", "missing")]),
        unfit_path: None,
    },
    Case {
        provider: Provider::Diga,
        prefix: "",
        path: "/v1/call/3c90c3cc-0d44-4b50-8888-8dd25736052a",
        query: &[],
        headers: &[],
        credential: ("Authorization", "Bearer key"),
        wrong_credential: "Bearer wrong",
        operation: "get_call",
        example: "examples/get_call.json",
        missing: ("/v1/call/00000000-0000-0000-0000-000000000404", &[]),
        unfit_path: Some("/v1/call/call_1"),
    },
    Case {
        provider: Provider::Credira,
        prefix: "/v1",
        path: "/calls/call_123456789",
        query: &[],
        headers: &[],
        credential: ("Authorization", "Bearer key"),
        wrong_credential: "Bearer wrong",
        operation: "get_call",
        example: "examples/get_call.json",
        missing: ("/calls/missing", &[]),
        unfit_path: None,
    },
    Case {
        provider: Provider::HighLevel,
        prefix: "",
        path: "/voice-ai/dashboard/call-logs/507f1f77bcf86cd799439011",
        query: &[("locationId", "LOC123456789ABCDEF")],
        headers: &[("Version", "2021-04-15")],
        credential: ("Authorization", "Bearer token"),
        wrong_credential: "Bearer wrong",
        operation: "get_call_log",
        example: "examples/get_call_log.json",
        missing: (
            "/voice-ai/dashboard/call-logs/missing",
            &[("locationId", "LOC123456789ABCDEF")],
        ),
        unfit_path: None,
    },
];

impl Case {
    /// Without a credential.
    fn anonymous(&self, mock: &Mock) -> RequestBuilder {
        self.to(mock, self.path, self.query)
    }

    fn good(&self, mock: &Mock) -> RequestBuilder {
        self.anonymous(mock)
            .header(self.credential.0, self.credential.1)
    }

    fn to(&self, mock: &Mock, path: &str, query: &[(&str, &str)]) -> RequestBuilder {
        let request = http_client().get(format!("{mock}{path}")).query(query);
        let headers = self.headers.iter();
        headers.fold(request, |request, (name, value)| {
            request.header(*name, *value)
        })
    }

    async fn mock(&self) -> Mock {
        Mock::start(self.provider).await.expect("the mock starts")
    }

    /// The embedded examples whose file names start so, read past the code under test.
    fn examples(&self, start: &str) -> Vec<String> {
        let file = format!(
            "{}/src/embedded/{}.json",
            env!("CARGO_MANIFEST_DIR"),
            self.provider
        );
        let text = std::fs::read_to_string(&file).expect("the embedded file");
        let file: serde_json::Value =
            serde_json::from_str(&text).expect("the embedded file is JSON");
        let examples = file["examples"].as_object().expect("examples by file name");
        let wanted = examples.iter().filter(|(name, _)| name.starts_with(start));
        wanted
            .map(|(_, text)| text.as_str().expect("a text").to_owned())
            .collect()
    }

    fn example(&self) -> String {
        self.examples(self.example)
            .pop()
            .expect("the example is embedded")
    }

    /// With the id that stands for no record in the place of the one that an example quotes.
    fn errors(&self, status: u16) -> Vec<String> {
        let quoted = "550e8400-e29b-41d4-a716-446655440000";
        let asked = self.missing.0.rsplit('/').next().unwrap_or_default();
        let examples = self.examples(&format!("examples/error-{status}-"));
        let about = examples.iter().map(|text| text.replace(quoted, asked));
        about.collect()
    }
}

/// Links lead to the mock, whatever the example says; Diga's has no link where one would be.
fn without_links(text: &str) -> String {
    let lines = text.lines().filter(|line| {
        let (name, _) = line.trim().split_once(':').unwrap_or_default();
        !name.to_ascii_lowercase().contains("url")
    });
    lines.collect::<Vec<_>>().join("\n")
}

async fn send(request: RequestBuilder) -> Response {
    request.send().await.expect("the mock answers")
}

fn reason(response: &Response) -> &str {
    let header = response.headers().get("x-mock-reason").expect("a reason");
    header.to_str().expect("text")
}

/// Asserts status, a reason with this in it, and a JSON body that is an error and not the example.
async fn assert_refused(case: &Case, request: RequestBuilder, status: u16, why: &str) {
    let response = send(request).await;
    assert_eq!(response.status(), status, "{}", case.provider);
    assert!(
        reason(&response).contains(why),
        "{}: {}",
        case.provider,
        reason(&response)
    );
    assert_eq!(response.headers()["content-type"], "application/json");
    let body = response.text().await.expect("a body");
    let documented = case.errors(status);
    assert!(
        documented.contains(&body),
        "{}: {body} is none of {documented:?}",
        case.provider
    );
}

#[tokio::test]
async fn a_good_call_gets_exactly_the_example() {
    for case in &CASES {
        let mock = case.mock().await;
        let response = send(case.good(&mock)).await;
        assert_eq!(response.status(), 200, "{}", case.provider);
        assert_eq!(response.headers()["content-type"], "application/json");
        assert!(!response.headers().contains_key("x-mock-reason"));
        assert!(!response.headers().contains_key("set-cookie"));
        let body = response.text().await.expect("a body");
        assert_eq!(without_links(&body), without_links(&case.example()));
        assert_eq!(
            body.contains("/mock-media/"),
            case.provider != Provider::HighLevel
        );
    }
}

#[tokio::test]
async fn the_base_url_has_the_prefix_of_the_api() {
    for case in &CASES {
        let mock = case.mock().await;
        let port = mock
            .base_url()
            .strip_prefix("http://127.0.0.1:")
            .and_then(|rest| rest.strip_suffix(case.prefix));
        let port: u16 = port
            .and_then(|port| port.parse().ok())
            .expect("a port, then the prefix");
        assert_ne!(port, 0);
        assert_eq!(mock.to_string(), mock.base_url());
    }
}

#[tokio::test]
async fn no_empty_or_wrong_credential_is_401() {
    for case in &CASES {
        let mock = case.mock().await;
        let name = case.credential.0;
        assert_refused(case, case.anonymous(&mock), 401, name).await;
        for value in [
            "",
            " ",
            "wrong",
            case.wrong_credential,
            "Bearer",
            "Bearer ",
            "Basic ",
            "Basic !",
            "Basic Og==",
        ] {
            if name == "X-Api-Key" && (value.starts_with("Bearer") || value.starts_with("Basic")) {
                continue; // Any text can be a key.
            }
            assert_refused(case, case.anonymous(&mock).header(name, value), 401, name).await;
        }
    }
}

#[tokio::test]
async fn a_missing_or_empty_query_parameter_is_400() {
    for case in CASES.iter().filter(|case| !case.query.is_empty()) {
        let mock = case.mock().await;
        let (name, value) = case.credential;
        let required = case.query[0].0;
        for query in [&[][..], &[(required, "")], &[("other", "x")]] {
            let request = case.to(&mock, case.path, query).header(name, value);
            assert_refused(case, request, 400, required).await;
        }
    }
}

#[tokio::test]
async fn a_missing_header_is_400() {
    for case in CASES.iter().filter(|case| !case.headers.is_empty()) {
        let mock = case.mock().await;
        let request = http_client()
            .get(format!("{mock}{}", case.path))
            .query(case.query);
        let request = request.header(case.credential.0, case.credential.1);
        assert_refused(case, request, 400, case.headers[0].0).await;
    }
}

#[tokio::test]
async fn an_id_of_the_wrong_type_is_refused_as_documented() {
    for case in &CASES {
        let Some(path) = case.unfit_path else {
            continue;
        };
        let mock = case.mock().await;
        let request = case
            .to(&mock, path, case.query)
            .header(case.credential.0, case.credential.1);
        // Diga's framework has a status and a body of its own for it.
        let status = match case.provider {
            Provider::Diga => 422,
            _ => 400,
        };
        assert_refused(case, request, status, "path parameter").await;
    }
}

#[tokio::test]
async fn a_malformed_request_of_diga_is_told_what_is_wrong() {
    let mock = Mock::start(Provider::Diga).await.expect("a mock");
    let url = |path: &str| format!("{}{path}", mock.base_url());
    let client = http_client();
    for request in [
        client.get(url("/v1/call/no-uuid")),
        client.get(url("/v1/call/?limit=0")),
        client
            .post(url("/v1/call/"))
            .header("content-type", "application/json"),
        client
            .post(url("/v1/call/bulk-delete"))
            .header("content-type", "application/json")
            .body("{}"),
    ] {
        let response = send(request.header("authorization", "Bearer k")).await;
        assert_eq!(response.status(), 422);
        let body = response.bytes().await.expect("a body");
        let body: serde_json::Value = serde_json::from_slice(&body).expect("JSON");
        assert!(body["detail"][0]["msg"].is_string(), "{body}");
    }
}

#[tokio::test]
async fn an_id_that_stands_for_nothing_is_404() {
    for case in &CASES {
        let mock = case.mock().await;
        let (path, query) = case.missing;
        let request = case
            .to(&mock, path, query)
            .header(case.credential.0, case.credential.1);
        assert_refused(case, request, 404, "does not exist").await;
    }
}

#[tokio::test]
async fn another_path_is_404() {
    for case in &CASES {
        let mock = case.mock().await;
        let other_end = match case.path.strip_suffix('/') {
            Some(without) => without.to_owned(),
            None => format!("{}/", case.path),
        };
        for path in ["", "/", "/nothing", other_end.as_str()] {
            let request = case
                .to(&mock, path, case.query)
                .header(case.credential.0, case.credential.1);
            let response = send(request).await;
            assert_eq!(response.status(), 404, "{}: {path}", case.provider);
            assert_eq!(reason(&response), "no operation has this path");
        }
    }
}

#[tokio::test]
async fn another_method_is_405() {
    for case in &CASES {
        let mock = case.mock().await;
        let request = http_client().delete(format!("{mock}{}", case.path));
        let response = send(request).await;
        assert_eq!(response.status(), 405, "{}", case.provider);
        assert_eq!(response.headers()["allow"], "GET");
    }
}

#[tokio::test]
async fn a_status_that_was_told_has_the_error_example() {
    for case in &CASES {
        let mock = case.mock().await;
        mock.respond_with_status(case.operation, 500)
            .expect("the operation exists");
        let response = send(case.good(&mock)).await;
        assert_eq!(response.status(), 500, "{}", case.provider);
        let body = response.text().await.expect("a body");
        assert!(
            case.errors(500).contains(&body),
            "{}: {body}",
            case.provider
        );
    }
}

/// Made with TLS ready: in the workspace reqwest is built without a provider of its own.
fn http_client() -> Client {
    let builder = callslip_core::http_client_builder().expect("TLS is set up");
    builder.no_proxy().build().expect("a client")
}

/// What a mock says that is wrong with a request, and where.
async fn detail(request: RequestBuilder) -> serde_json::Value {
    let response = send(request.bearer_auth("key")).await;
    assert_eq!(response.status(), 422);
    let body: serde_json::Value =
        serde_json::from_str(&response.text().await.expect("a body")).expect("JSON");
    let details = body["detail"].as_array().expect("a list of details");
    assert_eq!(details.len(), 1);
    details[0].clone()
}

#[tokio::test]
async fn details_name_what_is_really_wrong() {
    let mock = Mock::start(Provider::Diga).await.expect("the mock starts");
    let get = |path: &str| http_client().get(format!("{mock}{path}"));
    let post = |path: &str, body: &serde_json::Value| {
        let request = http_client().post(format!("{mock}{path}"));
        let request = request.header("content-type", "application/json");
        request.body(body.to_string())
    };
    let call = "3c90c3cc-0d44-4b50-8888-8dd25736052a";
    for (request, place, told) in [
        (
            get("/v1/recording/x"),
            json!(["path", "call_id"]),
            "The value is not a UUID",
        ),
        (
            get("/v1/call/?limit=1001"),
            json!(["query", "limit"]),
            "The value is more than 1000",
        ),
        (
            post("/v1/call/", &json!({"from_number": "+34600000000"})),
            json!(["body", "to_number"]),
            "The value is missing",
        ),
        (
            post("/v1/call/bulk-delete", &json!({"call_ids": [call, "x"]})),
            json!(["body", "call_ids", 1]),
            "The value is not a UUID",
        ),
    ] {
        let detail = detail(request).await;
        assert_eq!((&detail["loc"], &detail["msg"]), (&place, &json!(told)));
        let short = detail["type"].as_str().expect("a text");
        assert_eq!(short == "uuid_parsing", told.ends_with("a UUID"), "{short}");
    }
}

#[tokio::test]
async fn what_is_not_there_is_called_as_it_was_asked_for() {
    let mock = Mock::start(Provider::Diga).await.expect("the mock starts");
    let id = "11111111-2222-4333-8444-555555555555";
    for path in [format!("/v1/call/{id}"), format!("/v1/log/call/{id}")] {
        let request = http_client().get(format!("{mock}{path}"));
        let response = send(request.bearer_auth("key")).await;
        assert_eq!(response.status(), 404);
        let body = response.text().await.expect("a body");
        let body: serde_json::Value = serde_json::from_str(&body).expect("JSON");
        assert_eq!(body["message"], format!("Call {id} not found"));
    }
}

#[tokio::test]
async fn parameters_go_together_as_documented() {
    let since = "startDate=1679308800000";
    let list = "/voice-ai/dashboard/call-logs?locationId=L&";
    let id = "3c90c3cc-0d44-4b50-8888-8dd25736052a";
    for (provider, path, status, why) in [
        (
            Provider::Liner,
            "/v2/call/?userIds[]=7".to_owned(),
            400,
            "`leadIds[]`",
        ),
        (
            Provider::HighLevel,
            format!("{list}{since}"),
            400,
            "`endDate`",
        ),
        (
            Provider::HighLevel,
            format!("{list}{since}&endDate=1679308800000"),
            400,
            "`endDate`",
        ),
        (
            Provider::Diga,
            format!("/v1/call/?after={id}&before={id}"),
            422,
            "together with `after`",
        ),
    ] {
        let mock = Mock::start(provider).await.expect("the mock starts");
        let request = http_client().get(format!("{mock}{path}"));
        let request = request.bearer_auth("key").header("X-Api-Key", "key");
        let response = send(request.header("Version", "v3")).await;
        assert_eq!(response.status(), status, "{path}");
        assert!(reason(&response).contains(why), "{}", reason(&response));
        let body = response.text().await.expect("a body");
        let says_that = body.contains("INVALID_PAGINATION_PARAMETERS");
        assert_eq!(says_that, provider == Provider::Diga, "{body}");
    }
}

#[tokio::test]
async fn what_lacks_what_it_needs_changes_nothing() {
    let mock = Mock::start(Provider::HighLevel)
        .await
        .expect("the mock starts");
    let list = async |query: &str| {
        let url = format!("{mock}/voice-ai/dashboard/call-logs?locationId=L{query}");
        let request = http_client().get(url).bearer_auth("key");
        let response = send(request.header("Version", "v3")).await;
        assert_eq!(response.status(), 200);
        response.text().await.expect("a body")
    };
    let usual = list("").await;
    assert_eq!(list("&sort=ascend").await, usual);
    assert_ne!(list("&sort=ascend&sortBy=duration").await, usual);
}

#[tokio::test]
async fn what_is_missing_is_called_by_its_name() {
    let mock = Mock::start(Provider::Credira)
        .await
        .expect("the mock starts");
    let whole = json!({"phone_number": "+1", "invoice_id": "i", "voice_agent_id": "a"});
    for name in ["phone_number", "invoice_id", "voice_agent_id"] {
        let mut body = whole.clone();
        body.as_object_mut().expect("an object").remove(name);
        let request = http_client().post(format!("{mock}/calls"));
        let request = request.header("content-type", "application/json");
        let response = send(request.bearer_auth("key").body(body.to_string())).await;
        assert_eq!(response.status(), 400);
        let said = response.text().await.expect("a body");
        let wanted = format!("Missing required field: {name}\"");
        assert!(said.contains(&wanted), "{said}");
    }
}
