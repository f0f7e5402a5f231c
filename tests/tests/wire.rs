//! What each operation puts on the wire: method, path, query and headers, with credentials masked.

use callslip_tests::examples::example;
use callslip_tests::server::Server;
use callslip_tests::wire::masked;

#[tokio::test]
async fn liner_get_call_record() {
    let server = Server::start("200 OK", example("liner", "get_call_record")).await;
    let client = callslip_liner::Client::builder()
        .base_url(server.base_url())
        .api_key("marker-key")
        .build();
    client
        .expect("builds")
        .get_call_record(123)
        .await
        .expect("decodes");
    insta::assert_snapshot!(masked(&server.request()));
    assert!(server.request().contains("x-api-key: marker-key"));
}

#[tokio::test]
async fn twenty2_get_call_detail() {
    let server = Server::start("200 OK", example("twenty2", "get_call_detail")).await;
    let client = callslip_twenty2::Client::builder()
        .base_url(format!("{}/api", server.base_url()))
        .credentials("marker-key", "marker:secret")
        .workspace_id("w1")
        .build();
    client
        .expect("builds")
        .get_call_detail("a b&c=d/é")
        .await
        .expect("decodes");
    insta::assert_snapshot!(masked(&server.request()));
    // base64 of `marker-key:marker:secret`
    assert!(
        server
            .request()
            .contains("authorization: Basic bWFya2VyLWtleTptYXJrZXI6c2VjcmV0")
    );
}

#[tokio::test]
async fn diga_get_call() {
    let server = Server::start("200 OK", example("diga", "get_call")).await;
    let client = callslip_diga::Client::builder()
        .base_url(server.base_url())
        .api_key("marker-key")
        .build();
    let id = uuid::uuid!("3c90c3cc-0d44-4b50-8888-8dd25736052a");
    client.expect("builds").get_call(id).await.expect("decodes");
    insta::assert_snapshot!(masked(&server.request()));
    assert!(
        server
            .request()
            .contains("authorization: Bearer marker-key")
    );
}

#[tokio::test]
async fn credira_get_call() {
    let server = Server::start("200 OK", example("credira", "get_call")).await;
    let client = callslip_credira::Client::builder()
        .base_url(format!("{}/v1/", server.base_url()))
        .api_key("marker-key")
        .build();
    client
        .expect("builds")
        .get_call("call_123456789")
        .await
        .expect("decodes");
    insta::assert_snapshot!(masked(&server.request()));
    assert!(
        server
            .request()
            .contains("authorization: Bearer marker-key")
    );
}

#[tokio::test]
async fn highlevel_get_call_log() {
    let server = Server::start("200 OK", example("highlevel", "get_call_log")).await;
    let client = callslip_highlevel::Client::builder()
        .base_url(server.base_url())
        .access_token("marker-token")
        .build();
    let client = client.expect("builds");
    client
        .get_call_log("507f1f77bcf86cd799439011", "LOC123456789ABCDEF")
        .await
        .expect("decodes");
    insta::assert_snapshot!(masked(&server.request()));
    assert!(
        server
            .request()
            .contains("authorization: Bearer marker-token")
    );
}

#[tokio::test]
async fn the_version_that_highlevel_is_asked_for_can_be_changed() {
    let server = Server::start("200 OK", example("highlevel", "get_call_log")).await;
    let client = callslip_highlevel::Client::builder()
        .base_url(server.base_url())
        .access_token("t")
        .api_version("v3")
        .build();
    client
        .expect("builds")
        .get_call_log("id", "location")
        .await
        .expect("decodes");
    assert!(
        server.request().contains("version: v3"),
        "{}",
        server.request()
    );
}

#[tokio::test]
async fn a_header_of_one_call_is_sent_with_that_call() {
    let server = Server::start("200 OK", example("diga", "get_call")).await;
    let client = callslip_diga::Client::builder()
        .base_url(server.base_url())
        .api_key("k")
        .build()
        .expect("builds");
    let id = uuid::uuid!("3c90c3cc-0d44-4b50-8888-8dd25736052a");
    client
        .get_call(id)
        .header("X-Mark", "m1")
        .await
        .expect("decodes");
    assert!(
        server.request().contains("x-mark: m1"),
        "{}",
        server.request()
    );
}
