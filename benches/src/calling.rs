//! What a call needs: a server, the clients, one thread to run them on.

use std::error::Error;

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
    /// Clients of the lists.
    pub long_list: callslip_highlevel::Client,
    pub slow_list: callslip_highlevel::Client,
    _server: Server,
}

impl Calling {
    pub fn start(program: &str) -> Result<Self, Box<dyn Error>> {
        let server = Server::start(program)?;
        let base_url = server.base_url.clone();
        let below = |prefix: &str| format!("{base_url}/{prefix}");
        let liner = callslip_liner::Client::builder().api_key("k");
        let twenty2 = callslip_twenty2::Client::builder()
            .credentials("k", "s")
            .workspace_id("w");
        let diga = callslip_diga::Client::builder().api_key("k");
        let credira = callslip_credira::Client::builder().api_key("k");
        let highlevel = |prefix: &str| {
            callslip_highlevel::Client::builder()
                .access_token("t")
                .base_url(below(prefix))
                .build()
        };
        Ok(Self {
            runtime: tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()?,
            by_hand: callslip_highlevel::http_client_builder()?
                .no_proxy()
                .build()?,
            liner: liner.base_url(below("liner")).build()?,
            twenty2: twenty2.base_url(below("twenty2")).build()?,
            diga: diga.base_url(below("diga")).build()?,
            credira: credira.base_url(below("credira")).build()?,
            highlevel: highlevel("highlevel")?,
            long_list: highlevel("long-list")?,
            slow_list: highlevel("slow-list")?,
            base_url,
            _server: server,
        })
    }

    /// A GET as one writes it by hand, with the base URL's prefix.
    pub fn get(&self, path: &str) -> reqwest::RequestBuilder {
        self.by_hand.get(format!("{}{path}", self.base_url))
    }
}
