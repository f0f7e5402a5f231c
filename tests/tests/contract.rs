//! The call-sites that code outside this repository is written against: they must compile as written.

use std::time::Duration;

use callslip_mock::{Mock, Provider};

#[tokio::test]
async fn liner() -> Result<(), Box<dyn std::error::Error>> {
    let mock = Mock::start(Provider::Liner).await?;
    let liner = callslip_liner::Client::builder()
        .base_url(mock.base_url())
        .api_key("k")
        .build()?;
    let r = liner.get_call_record(123).await?;
    assert_eq!(r.data.duration_seconds, Some(60));
    assert!(r.success == Some(true) && r.message.is_empty());
    Ok(())
}

#[tokio::test]
async fn twenty2() -> Result<(), Box<dyn std::error::Error>> {
    let mock = Mock::start(Provider::Twenty2).await?;
    let builder = callslip_twenty2::Client::builder()
        .credentials("api_key", "api_secret")
        .workspace_id("w");
    let twenty2 = builder.base_url(mock.base_url()).build()?;
    let r = twenty2.get_call_detail("699ed3b91ee5bee389dcb6a3").await?;
    assert_eq!(
        r.call.status.as_ref().map(|status| status.as_str()),
        Some("completed")
    );
    assert_eq!(
        r.output_parameters.get("interested"),
        Some(&serde_json::json!("yes"))
    );
    Ok(())
}

#[tokio::test]
async fn diga() -> Result<(), Box<dyn std::error::Error>> {
    let mock = Mock::start(Provider::Diga).await?;
    let diga = callslip_diga::Client::builder()
        .base_url(mock.base_url())
        .api_key("k")
        .build()?;
    let r = diga
        .get_call("3c90c3cc-0d44-4b50-8888-8dd25736052a".parse()?)
        .await?;
    let _: uuid::Uuid = r.id;
    Ok(())
}

#[tokio::test]
async fn credira() -> Result<(), Box<dyn std::error::Error>> {
    let mock = Mock::start(Provider::Credira).await?;
    let credira = callslip_credira::Client::builder()
        .base_url(mock.base_url())
        .api_key("k")
        .build()?;
    let r = credira.get_call("call_123456789").await?;
    assert_eq!(r.data.keywords.len(), 3);
    assert_eq!(r.meta.request_id.as_deref(), Some("req_123456789"));
    Ok(())
}

#[tokio::test]
async fn highlevel() -> Result<(), Box<dyn std::error::Error>> {
    let mock = Mock::start(Provider::HighLevel).await?;
    let highlevel = callslip_highlevel::Client::builder()
        .base_url(mock.base_url())
        .access_token("t")
        .build()?;
    let r = highlevel
        .get_call_log("507f1f77bcf86cd799439011", "LOC123456789ABCDEF")
        .await?;
    let mut seen = 0;
    for action in &r.executed_call_actions {
        match action {
            callslip_highlevel::types::ExecutedCallAction::Unknown(_) => {
                panic!("all eight types are known")
            }
            _ => seen += 1,
        }
    }
    assert_eq!(seen, 8);
    Ok(())
}

#[tokio::test]
async fn every_builder_has_the_shared_settings() -> Result<(), Box<dyn std::error::Error>> {
    let policy = callslip_credira::RetryPolicy::default()
        .max_attempts(2)
        .max_retry_after(Duration::from_secs(5))
        .base_delay(Duration::from_millis(50));
    let client = callslip_credira::Client::builder()
        .api_key("k")
        .base_url("https://api.credira.example/v1")
        .connect_timeout(Duration::from_secs(1))
        .attempt_timeout(Duration::from_secs(2))
        .timeout(Duration::from_secs(3))
        .retry(policy)
        .max_body_bytes(1 << 20)
        .http_client(
            callslip_credira::http_client_builder()?
                .no_proxy()
                .build()?,
        )
        .allow_insecure_http(false)
        .build()?;
    drop(client.clone());
    let _ = callslip_credira::RetryPolicy::none();
    Ok(())
}

#[tokio::test]
async fn answers_and_errors_say_what_they_know() -> Result<(), Box<dyn std::error::Error>> {
    let mock = Mock::start(Provider::Credira).await?;
    let credira = callslip_credira::Client::builder()
        .base_url(mock.base_url())
        .api_key("k")
        .build()?;
    let r = credira.get_call("call_123456789").await?;
    assert_eq!(r.status().as_u16(), 200);
    assert!(r.headers().contains_key("content-type"));
    assert_eq!(r.request_id(), Some("req_123456789"));
    assert_eq!(r.attempts(), 1);
    assert_eq!(
        serde_json::from_slice::<serde_json::Value>(r.raw())?,
        serde_json::to_value(&*r)?
    );
    assert!(
        r.repairs().is_empty() && r.drift().is_empty(),
        "{:?}",
        r.drift()
    );
    let _: callslip_credira::types::CallResponse = r.into_inner();

    let error = credira
        .get_call("missing")
        .await
        .expect_err("there is no such call");
    assert_eq!(error.kind(), callslip_credira::ErrorKind::Api);
    assert_eq!(error.status().map(|status| status.as_u16()), Some(404));
    let body = error.api_error().expect("a typed body");
    assert_eq!(
        body.error
            .as_ref()
            .and_then(|detail| detail.code.as_ref())
            .map(|code| code.as_str()),
        Some("NOT_FOUND")
    );
    assert!(error.raw_body().is_some_and(|raw| !raw.is_empty()));
    assert_eq!(
        (error.json_path(), error.retry_after(), error.attempts()),
        (None, None, 1)
    );
    assert_eq!(error.request_id(), Some("req_123456789"));
    assert!(!error.is_timeout() && !error.is_connect() && !error.is_retryable());
    insta::assert_snapshot!(error.to_string(), @r#"credira get_call: 404 NOT_FOUND "Call not found" (request req_123456789, attempt 1)"#);
    Ok(())
}

#[test]
fn a_missing_variable_is_named() {
    // No variable of this name is set where tests run.
    let error = callslip_highlevel::Client::from_env().expect_err("there is no token here");
    assert!(
        error.to_string().contains("HIGHLEVEL_ACCESS_TOKEN"),
        "{error}"
    );
}

#[test]
fn clients_and_errors_cross_threads() {
    fn crosses<T: Send + Sync + 'static>() {}
    crosses::<callslip_liner::Client>();
    crosses::<callslip_liner::Error>();
    crosses::<callslip_liner::ResponseValue<callslip_liner::types::CallRecordResponse>>();
    assert!(size_of::<callslip_liner::Error>() <= 16);
}

/// Nothing of it is done: that it compiles is the test.
#[test]
fn whatever_is_awaited_can_be_a_task_of_its_own() {
    fn can_be_spawned<F: Future<Output = Result<(), callslip_diga::Error>> + Send + 'static>(
        _: impl FnOnce() -> F,
    ) {
    }
    can_be_spawned(|| async {
        let diga = callslip_diga::Client::builder().api_key("k").build();
        let diga = diga.expect("a client");
        let mut calls = diga.list_calls().stream();
        while let Some(record) = calls.try_next().await? {
            let call = diga.get_call(record.id).await?;
            let mut said = diga.list_call_messages(call.id).stream();
            while said.try_next().await?.is_some() {}
            // Held all the while.
            drop(record);
        }
        let mut pages = diga.list_calls().pages();
        while pages.try_next().await?.is_some() {}
        let mut events = diga.watch_concurrency().await?.into_inner();
        while let Some(event) = events.next().await {
            event?;
        }
        let link = "https://store.example/1";
        diga.download(link).to_writer(&mut Vec::new()).await?;
        diga.download(link).to_file("1").await?;
        Ok(())
    });
}
