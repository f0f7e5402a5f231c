//! The `ClientBuilder` part of `client.rs`: credentials and client-wide headers by their own names, and the settings
//! that every provider shares.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use toml::Spanned;

use crate::model::Scheme;
use crate::problem::Problem;
use crate::spec::Loaded;
use crate::spec::sdk_toml::Credentials;

use super::text::{docs, ident, sentence};

pub fn builder(loaded: &Loaded) -> Result<TokenStream, Problem> {
    let sdk = &loaded.sdk;
    let all: Vec<Credential<'_>> = sdk
        .all_credentials()
        .map(|it| Credential::new(loaded, it))
        .collect::<Result<_, Problem>>()?;
    let arguments: Vec<_> = all.iter().flat_map(|it| &it.arguments).collect();
    let setters = all.iter().map(|it| it.setter(&all));
    let reads = all.iter().rev().map(|it| it.reads(&all));
    // A pair of name and password does not expire, and one that changes makes another client.
    let expiring = all.iter().find_map(|it| Some((it, it.expiring()?)));
    let credential = credential(&all, expiring.as_ref());
    let provider_setter = expiring.as_ref().map(|(fetched, _)| {
        let links: Vec<_> = all
            .iter()
            .map(|it| format!("[`{0}`](Self::{0})", it.setter))
            .collect();
        let sent = match all.len() {
            1 => String::new(),
            _ => format!(" It is sent as {}.", fetched.scheme.describe()),
        };
        let doc = docs(&format!(
            "Where the credential comes from, if it expires or is kept elsewhere; instead of \
             {}. Clones of the client share what it brings.{sent}",
            links.join(" or ")
        ));
        quote! {
            #doc
            pub fn credential_provider(mut self, provider: impl CredentialProvider) -> Self {
                self.settings = self.settings.credential_provider(provider);
                self
            }
        }
    });
    // Only a credential that could be fetched needs to change the settings.
    let mutable = (expiring.is_some() || all.len() > 1).then(|| quote!(mut));

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
            #(#setters)*

            #provider_setter

            #(#header_setters)*

            /// Checks the settings and makes the client. Nothing is sent.
            ///
            /// # Errors
            ///
            /// Names what is missing or unusable and how to give it; never a value.
            pub fn build(#mutable self) -> Result<Client, BuildError> {
                let credential = #credential;
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

/// A credential that the builder takes.
struct Credential<'a> {
    scheme: Scheme,
    setter: &'a str,
    arguments: Vec<Ident>,
    variables: &'a [String],
}

impl<'a> Credential<'a> {
    fn new(loaded: &Loaded, given: &'a Credentials) -> Result<Self, Problem> {
        let arguments = given.arguments.iter();
        Ok(Self {
            scheme: Scheme::of(loaded, given)?,
            setter: given.setter.get_ref(),
            arguments: arguments.map(|name| ident(name.get_ref())).collect(),
            variables: &given.env,
        })
    }

    /// How the runtime calls it, if it can expire.
    fn expiring(&self) -> Option<TokenStream> {
        match &self.scheme {
            Scheme::ApiKey { header } => {
                let header = header.to_lowercase();
                Some(quote!(ApiKey(#header)))
            }
            Scheme::Query { parameter } => Some(quote!(Query(#parameter))),
            Scheme::Bearer => Some(quote!(Bearer)),
            Scheme::Basic => None,
        }
    }

    fn origin(&self) -> TokenStream {
        let (setter, variables) = (self.setter, self.variables);
        quote!(rt::Origin { setter: #setter, env: &[#(#variables),*] })
    }

    /// Makes what is sent of what was given.
    fn made(&self) -> TokenStream {
        let arguments = self.arguments.iter();
        let values = arguments.map(|argument| quote!(self.#argument.as_ref()));
        let origin = self.origin();
        match self.expiring() {
            Some(scheme) => {
                quote!(self.settings.credential(rt::Scheme::#scheme, #(#values,)* &#origin)?)
            }
            None => quote!(Some(rt::ClientHeader::basic(#(#values,)* &#origin)?)),
        }
    }

    /// What was given instead is given no more.
    fn instead(&self, all: &[Self]) -> Vec<Ident> {
        let others = all.iter().filter(|other| other.setter != self.setter);
        others.flat_map(|other| other.arguments.clone()).collect()
    }

    fn setter(&self, all: &[Self]) -> TokenStream {
        let sent = self.scheme.describe();
        let others: Vec<_> = all
            .iter()
            .filter(|other| other.setter != self.setter)
            .map(|other| format!("[`{0}`](Self::{0})", other.setter))
            .collect();
        let instead = match others.as_slice() {
            [] => String::new(),
            others => format!(" It counts instead of {}.", others.join(" and ")),
        };
        let shown = match self.scheme {
            Scheme::Query { .. } => {
                "\n\nA query is less well kept than a header: a client of your own that follows redirects would tell it to \
                 where they lead, and proxies may write it down. Errors, traces and `Debug` output do not hold it."
            }
            _ => "",
        };
        let doc = docs(&format!(
            "The credential, sent as {sent}. Kept in memory that is wiped when it is dropped, never shown.{instead}{shown}\n\n\
             Read by [`Client::from_env`] from `{}`.",
            self.variables.join("` and `"),
        ));
        let (setter, arguments, instead) = (ident(self.setter), &self.arguments, self.instead(all));
        quote! {
            #doc
            pub fn #setter(mut self, #(#arguments: impl Into<String>),*) -> Self {
                #(self.#arguments = Some(#arguments.into().into());)*
                #(self.#instead = None;)*
                self
            }
        }
    }

    /// Reads it from the environment.
    fn reads(&self, all: &[Self]) -> TokenStream {
        let instead = self.instead(all);
        let reads = self.arguments.iter().zip(self.variables);
        let reads = reads.map(|(argument, variable)| {
            quote! {
                if let Some(value) = rt::env(#variable)? {
                    this.#argument = Some(value.into());
                    #(this.#instead = None;)*
                }
            }
        });
        quote!(#(#reads)*)
    }
}

/// The expression for the credential that is sent: the one that was given.
fn credential(
    all: &[Credential<'_>],
    expiring: Option<&(&Credential<'_>, TokenStream)>,
) -> TokenStream {
    if let [only] = all {
        return only.made();
    }
    let given = all.iter().map(|it| {
        let arguments = &it.arguments;
        let made = it.made();
        quote!(if #(self.#arguments.is_some())||* { #made } else)
    });
    let origins: Vec<_> = all.iter().map(Credential::origin).collect();
    let scheme = match expiring {
        Some((_, scheme)) => quote!(Some(rt::Scheme::#scheme)),
        None => quote!(None),
    };
    quote!(#(#given)* { self.settings.fetched(#scheme, &[#(#origins),*])? })
}
