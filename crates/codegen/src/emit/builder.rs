//! The `ClientBuilder` part of `client.rs`: credentials and client-wide headers by their own names, and the settings
//! that every provider shares.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::Scheme;
use crate::problem::Problem;
use crate::spec::Loaded;

use super::text::{docs, ident, sentence};

pub fn builder(loaded: &Loaded) -> Result<TokenStream, Problem> {
    let sdk = &loaded.sdk;
    let credentials = &sdk.credentials;
    let setter_name = credentials.setter.get_ref().as_str();
    let setter = ident(setter_name);
    let arguments: Vec<_> = credentials
        .arguments
        .iter()
        .map(|argument| ident(argument.get_ref()))
        .collect();
    let variables = &credentials.env;
    let scheme = Scheme::of(loaded)?;
    let credential_doc = docs(&format!(
        "The credential, sent as {}. Kept in memory that is wiped when it is dropped, never shown.\n\n\
         Read by [`Client::from_env`] from {}.",
        scheme.describe(),
        credentials
            .env
            .iter()
            .map(|name| format!("`{name}`"))
            .collect::<Vec<_>>()
            .join(" and "),
    ));
    let origin = quote!(rt::Origin { setter: #setter_name, env: &[#(#variables),*] });
    let values = arguments
        .iter()
        .map(|argument| quote!(self.#argument.as_ref()));
    let credential_header = match &scheme {
        Scheme::ApiKey { header } => {
            let header = header.to_lowercase();
            quote!(self.settings.credential(rt::Scheme::ApiKey(#header), #(#values,)* &#origin)?)
        }
        Scheme::Bearer => {
            quote!(self.settings.credential(rt::Scheme::Bearer, #(#values,)* &#origin)?)
        }
        Scheme::Basic => quote!(Some(rt::ClientHeader::basic(#(#values,)* &#origin)?)),
    };
    // A pair of name and password does not expire, and one that changes makes another client.
    let expires = !matches!(scheme, Scheme::Basic);
    let provider_setter = expires.then(|| {
        let doc = docs(&format!(
            "Where the credential comes from, if it expires or is kept elsewhere; instead of \
             [`{setter_name}`](Self::{setter_name}). Clones of the client share what it brings."
        ));
        quote! {
            #doc
            pub fn credential_provider(mut self, provider: impl ::callslip_core::CredentialProvider) -> Self {
                self.settings = self.settings.credential_provider(provider);
                self
            }
        }
    });
    // Only a credential that can be fetched needs to change the settings.
    let build_self = if expires {
        quote!(mut self)
    } else {
        quote!(self)
    };

    let owned: Vec<_> = sdk
        .headers
        .iter()
        .filter(|header| header.setter.is_some())
        .collect();
    let mut header_fields = Vec::new();
    let mut header_setters = Vec::new();
    let mut header_values = Vec::new();
    let mut header_reads = Vec::new();
    for header in owned {
        let Some(name) = header
            .setter
            .as_ref()
            .map(|setter| setter.get_ref().as_str())
        else {
            continue;
        };
        let field = ident(name);
        header_fields.push(quote!(#field: Option<String>));
        let mut doc = sentence(header.doc.as_deref().unwrap_or_default());
        if let Some(variable) = &header.env {
            doc.push_str(&format!(
                "\n\nRead by [`Client::from_env`] from `{variable}`."
            ));
            if header.default.is_some() {
                doc.push_str(" The default counts where that is not set or empty.");
            }
        }
        let doc = docs(&doc);
        header_setters.push(quote! {
            #doc
            pub fn #field(mut self, #field: impl Into<String>) -> Self {
                self.#field = Some(#field.into());
                self
            }
        });
        let wire = header.name.get_ref().to_lowercase();
        let env = header.env.iter();
        let origin = quote!(rt::Origin { setter: #name, env: &[#(#env),*] });
        let value = match &header.default {
            Some(default) => quote!(Some(self.#field.as_deref().unwrap_or(#default))),
            None => quote!(self.#field.as_deref()),
        };
        header_values.push(quote!(rt::ClientHeader::plain(#wire, #value, &#origin)?));
        if let Some(variable) = &header.env {
            header_reads.push(quote! {
                if let Some(value) = rt::env(#variable)? {
                    this = this.#field(value);
                }
            });
        }
    }
    let reads = arguments.iter().zip(variables).map(|(argument, variable)| {
        quote! {
            if let Some(value) = rt::env(#variable)? {
                this.#argument = Some(value.into());
            }
        }
    });
    let base_url_variable = format!("{}_BASE_URL", sdk.sdk.name.to_uppercase());
    let base_url_doc = docs(
        &match sdk.server.default.as_ref().map(|url| url.get_ref()) {
            Some(url) => format!(
                "Where the service is, instead of `{url}`. Replaces that URL whole, its path prefix included."
            ),
            None => format!(
                "Where the service is. Required: {}",
                sentence(
                    sdk.server
                        .reason
                        .as_deref()
                        .unwrap_or("the provider publishes no host")
                )
            ),
        },
    );
    let title = &sdk.sdk.title;
    let builder_doc = docs(&format!(
        "Settings of a {title} client. Start with [`Client::builder`]."
    ));
    Ok(quote! {
        #builder_doc
        #[derive(Clone, Debug, Default)]
        #[must_use = "a builder does nothing until `build` is called"]
        pub struct ClientBuilder {
            settings: rt::ClientSettings,
            #(#arguments: Option<rt::SecretString>,)*
            #(#header_fields,)*
        }

        impl ClientBuilder {
            #credential_doc
            pub fn #setter(mut self, #(#arguments: impl Into<String>),*) -> Self {
                #(self.#arguments = Some(#arguments.into().into());)*
                self
            }

            #provider_setter

            #(#header_setters)*

            #base_url_doc
            pub fn base_url(mut self, url: impl Into<String>) -> Self {
                self.settings = self.settings.base_url(url);
                self
            }

            /// How long a connection may take to open (default 10 s). Has no effect on a client given with
            /// [`http_client`](Self::http_client).
            pub fn connect_timeout(mut self, timeout: Duration) -> Self {
                self.settings = self.settings.connect_timeout(timeout);
                self
            }

            /// How long one attempt may take, its body included (default 30 s).
            pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
                self.settings = self.settings.attempt_timeout(timeout);
                self
            }

            /// How long a call may take in all, retries and waits included (default 90 s).
            pub fn timeout(mut self, timeout: Duration) -> Self {
                self.settings = self.settings.timeout(timeout);
                self
            }

            /// When and how often a call is repeated (default: [`RetryPolicy::default`]).
            pub fn retry(mut self, policy: RetryPolicy) -> Self {
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
            pub fn rate_limit(mut self, requests: u32, per: Duration) -> Self {
                self.settings = self.settings.rate_limit(requests, per);
                self
            }

            /// An HTTP client of your own: for a shared pool, or for what this builder cannot set up. Start it with
            /// [`http_client_builder`](callslip_core::http_client_builder), which follows no redirects: a client that
            /// does would carry an API key to where they point.
            pub fn http_client(mut self, client: ::reqwest::Client) -> Self {
                self.settings = self.settings.http_client(client);
                self
            }

            /// Allows plain `http` to hosts that are not loopback. The credential then travels readable for everyone on
            /// the way.
            pub fn allow_insecure_http(mut self, allow: bool) -> Self {
                self.settings = self.settings.allow_insecure_http(allow);
                self
            }

            /// Checks the settings and makes the client. Nothing is sent.
            ///
            /// # Errors
            ///
            /// Names what is missing or unusable and how to give it; never a value.
            pub fn build(#build_self) -> Result<Client, BuildError> {
                let credential = #credential_header;
                let headers = credential.into_iter().chain([#(#header_values),*]).collect();
                Ok(Client { core: self.settings.build(&table::PROVIDER, headers)? })
            }

            /// Settings from the environment variables that [`Client::from_env`] reads, for whoever has more to set: what is
            /// set on the builder afterwards counts instead. What is missing is told by `build`.
            ///
            /// # Errors
            ///
            /// Names the variable that is not UTF-8.
            pub fn from_env() -> Result<Self, BuildError> {
                let mut this = Self::default();
                #(#reads)*
                #(#header_reads)*
                if let Some(url) = rt::env(#base_url_variable)? {
                    this = this.base_url(url);
                }
                Ok(this)
            }
        }
    })
}
