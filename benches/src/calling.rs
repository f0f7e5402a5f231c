//! What a call needs: a server, the clients, one thread to run them on.

use crate::server::Server;

pub struct Calling {
    pub runtime: tokio::runtime::Runtime,
    /// Where the server is; each provider has a prefix of its own.
    pub base_url: String,
    pub by_hand: reqwest::Client,
    pub liner: callslip_liner::Client,
    pub twenty2: callslip_twenty2::Client,
    pub diga: callslip_diga::Client,
    pub credira: callslip_credira::Client,
    pub highlevel: callslip_highlevel::Client,
    _server: Server,
}

impl Calling {
    pub fn start() -> Option<Self> {
        let server = Server::start()?;
        let base_url = server.base_url.clone();
        let below = |provider: &str| format!("{base_url}/{provider}");
        let liner = callslip_liner::Client::builder().api_key("k");
        let twenty2 = callslip_twenty2::Client::builder()
            .credentials("k", "s")
            .workspace_id("w");
        let diga = callslip_diga::Client::builder().api_key("k");
        let credira = callslip_credira::Client::builder().api_key("k");
        let highlevel = callslip_highlevel::Client::builder().access_token("t");
        Some(Self {
            runtime: tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .ok()?,
            by_hand: callslip_highlevel::http_client_builder()
                .ok()?
                .no_proxy()
                .build()
                .ok()?,
            liner: liner.base_url(below("liner")).build().ok()?,
            twenty2: twenty2.base_url(below("twenty2")).build().ok()?,
            diga: diga.base_url(below("diga")).build().ok()?,
            credira: credira.base_url(below("credira")).build().ok()?,
            highlevel: highlevel.base_url(below("highlevel")).build().ok()?,
            base_url,
            _server: server,
        })
    }

    /// A GET as one writes it by hand, with the base URL's prefix.
    pub fn get(&self, path: &str) -> reqwest::RequestBuilder {
        self.by_hand.get(format!("{}{path}", self.base_url))
    }
}
