//! What the builder of every client has beside credentials and headers of its own.

/// The settings that all clients share, as methods of a builder that has them in a field `settings`.
#[doc(hidden)]
#[macro_export]
macro_rules! client_settings {
    ($builder:ident, $base_url:literal) => {
        impl $builder {
            #[doc = $base_url]
            pub fn base_url(mut self, url: impl Into<String>) -> Self {
                self.settings = self.settings.base_url(url);
                self
            }

            /// How long a connection may take to open (default 10 s). Has no effect on a client given with
            /// [`http_client`](Self::http_client).
            pub fn connect_timeout(mut self, timeout: ::std::time::Duration) -> Self {
                self.settings = self.settings.connect_timeout(timeout);
                self
            }

            /// How long one attempt may take, its body included (default 30 s).
            pub fn attempt_timeout(mut self, timeout: ::std::time::Duration) -> Self {
                self.settings = self.settings.attempt_timeout(timeout);
                self
            }

            /// How long a call may take in all, retries and waits included (default 90 s).
            pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
                self.settings = self.settings.timeout(timeout);
                self
            }

            /// When and how often a call is repeated (default: [`RetryPolicy::default`](callslip_core::RetryPolicy::default)).
            pub fn retry(mut self, policy: $crate::RetryPolicy) -> Self {
                self.settings = self.settings.retry(policy);
                self
            }

            /// The largest body that is read, in bytes after decompression (default 16 MiB).
            pub fn max_body_bytes(mut self, bytes: usize) -> Self {
                self.settings = self.settings.max_body_bytes(bytes);
                self
            }

            /// A proxy through which everything is sent: `http://host:port`, or `http://user:password@host:port`. Without it the
            /// proxy of the environment counts (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`), except for a service on this machine.
            pub fn proxy(mut self, url: impl Into<String>) -> Self {
                self.settings = self.settings.proxy(url);
                self
            }

            /// Root certificates that are trusted besides the machine's own: PEM text of one or more. May be called again.
            pub fn root_certificates(mut self, pem: impl Into<Vec<u8>>) -> Self {
                self.settings = self.settings.root_certificates(pem);
                self
            }

            /// Whether answers may come compressed by gzip (default: no). [`max_body_bytes`](Self::max_body_bytes) counts what
            /// comes out of it.
            #[cfg(feature = "gzip")]
            pub fn gzip(mut self, accept: bool) -> Self {
                self.settings = self.settings.gzip(accept);
                self
            }

            /// A rate limit of the client's own, shared by its clones: at most `requests` in any stretch of `per`, retries
            /// included. A tenth of them may leave at once, the rest is spread evenly, and calls wait their turn within their total
            /// timeout. Where the service tells what is left of its own limit, that counts as well (default: no limit).
            #[cfg(feature = "rate-limit")]
            pub fn rate_limit(mut self, requests: u32, per: ::std::time::Duration) -> Self {
                self.settings = self.settings.rate_limit(requests, per);
                self
            }

            /// An HTTP client of your own: for a shared pool, or for what this builder cannot set up. Start it with
            /// [`http_client_builder`](callslip_core::http_client_builder), which follows no redirects: a client that
            /// does would carry an API key to where they point.
            pub fn http_client(mut self, client: $crate::rt::HttpClient) -> Self {
                self.settings = self.settings.http_client(client);
                self
            }

            /// Allows plain `http` to hosts that are not loopback. The credential then travels readable for everyone on
            /// the way.
            pub fn allow_insecure_http(mut self, allow: bool) -> Self {
                self.settings = self.settings.allow_insecure_http(allow);
                self
            }
        }
    };
}
