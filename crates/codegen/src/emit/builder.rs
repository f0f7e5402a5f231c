//! The `ClientBuilder` part of `client.rs`: credentials and client-wide headers by their own names, and the settings
//! that every provider shares.

use proc_macro2::TokenStream;
use quote::quote;
use toml::Spanned;

use crate::model::Scheme;
use crate::problem::Problem;
use crate::spec::Loaded;

use super::text::{docs, ident, sentence};

pub fn builder(loaded: &Loaded) -> Result<TokenStream, Problem> {
    let sdk = &loaded.sdk;
    let credentials = &sdk.credentials;
    let setter_name = credentials.setter.get_ref().as_str();
    let setter = ident(setter_name);
    let arguments = credentials.arguments.iter();
    let arguments: Vec<_> = arguments
        .map(|argument| ident(argument.get_ref()))
        .collect();
    let variables = &credentials.env;
    let scheme = Scheme::of(loaded)?;
    let credential_doc = docs(&format!(
        "The credential, sent as {}. Kept in memory that is wiped when it is dropped, never shown.\n\n\
         Read by [`Client::from_env`] from `{}`.",
        scheme.describe(),
        variables.join("` and `"),
    ));
    let origin = quote!(rt::Origin { setter: #setter_name, env: &[#(#variables),*] });
    let values = arguments
        .iter()
        .map(|argument| quote!(self.#argument.as_ref()));
    let expiring = match &scheme {
        Scheme::ApiKey { header } => {
            let header = header.to_lowercase();
            Some(quote!(ApiKey(#header)))
        }
        Scheme::Bearer => Some(quote!(Bearer)),
        Scheme::Basic => None,
    };
    let credential_header = match &expiring {
        Some(scheme) => {
            quote!(self.settings.credential(rt::Scheme::#scheme, #(#values,)* &#origin)?)
        }
        None => quote!(Some(rt::ClientHeader::basic(#(#values,)* &#origin)?)),
    };
    // A pair of name and password does not expire, and one that changes makes another client.
    let provider_setter = expiring.as_ref().map(|_| {
        let doc = docs(&format!(
            "Where the credential comes from, if it expires or is kept elsewhere; instead of \
             [`{setter_name}`](Self::{setter_name}). Clones of the client share what it brings."
        ));
        quote! {
            #doc
            pub fn credential_provider(mut self, provider: impl CredentialProvider) -> Self {
                self.settings = self.settings.credential_provider(provider);
                self
            }
        }
    });
    // Only a credential that can be fetched needs to change the settings.
    let mutable = expiring.map(|_| quote!(mut));

    let mut header_fields = Vec::new();
    let mut header_setters = Vec::new();
    let mut header_values = Vec::new();
    let mut header_reads = Vec::new();
    for header in &sdk.headers {
        let Some(name) = header.setter.as_ref().map(Spanned::get_ref) else {
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
    let base_url_doc = match sdk.server.default.as_ref().map(|url| url.get_ref()) {
        Some(url) => format!(
            "Where the service is, instead of `{url}`. Replaces that URL whole, its path prefix included."
        ),
        None => format!(
            "Where the service is. Required: {}",
            sentence(sdk.server.reason.as_deref().unwrap_or_default())
        ),
    };
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

            /// Checks the settings and makes the client. Nothing is sent.
            ///
            /// # Errors
            ///
            /// Names what is missing or unusable and how to give it; never a value.
            pub fn build(#mutable self) -> Result<Client, BuildError> {
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

        ::callslip_core::client_settings!(ClientBuilder, #base_url_doc);
    })
}
