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
    let ways: Vec<Way<'_>> = sdk
        .ways()
        .map(|it| Way::new(loaded, it))
        .collect::<Result<_, Problem>>()?;
    let all = || ways.iter().flat_map(|way| &way.credentials);
    let arguments: Vec<_> = all().flat_map(|it| &it.arguments).collect();
    let setters = ways.iter().flat_map(|way| way.setters(&ways));
    let reads = ways.iter().rev().map(|way| way.reads(&ways));
    let expiring = ways.iter().find(|way| way.fetched.is_some());
    let several = ways.iter().any(|way| way.credentials.len() > 1);
    let credential = credential(&ways, expiring, several);
    let flat = several.then(|| quote!(.flatten()));
    let provider_setter = expiring.and_then(Way::fetched).map(|fetched| {
        let links: Vec<_> = ways
            .iter()
            .flat_map(|way| match way.fetched() {
                Some(fetched) => vec![fetched],
                None => way.credentials.iter().collect(),
            })
            .map(Credential::link)
            .collect();
        let sent = match all().count() {
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
    let mutable = (expiring.is_some() || ways.len() > 1).then(|| quote!(mut));

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
                let headers = credential.into_iter()#flat.chain([#(#header_values),*]).collect();
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

/// Credentials that are sent at once: one, or what one requirement of the document names.
struct Way<'a> {
    credentials: Vec<Credential<'a>>,
    /// Which of them a provider can fetch.
    fetched: Option<usize>,
}

impl<'a> Way<'a> {
    fn new(loaded: &Loaded, given: &'a Credentials) -> Result<Self, Problem> {
        let credentials = given.together().map(|it| Credential::new(loaded, it));
        let credentials: Vec<_> = credentials.collect::<Result<_, Problem>>()?;
        // A token expires sooner than the key beside it. A pair of name and password does not, and one that changes makes another client.
        let is_token = |it: &Credential<'_>| matches!(it.scheme, Scheme::Bearer);
        let token = credentials.iter().position(is_token);
        let any = || credentials.iter().position(|it| it.expiring().is_some());
        Ok(Self {
            fetched: token.or_else(any),
            credentials,
        })
    }

    fn fetched(&self) -> Option<&Credential<'a>> {
        self.credentials.get(self.fetched?)
    }

    fn arguments(&self) -> impl Iterator<Item = &Ident> {
        self.credentials.iter().flat_map(|it| &it.arguments)
    }

    /// The other ways.
    fn others<'w>(&self, ways: &'w [Self]) -> impl Iterator<Item = &'w Self> {
        let own = self.credentials.first().map(|it| it.setter);
        let is_other = move |way: &&Self| way.credentials.first().map(|it| it.setter) != own;
        ways.iter().filter(is_other)
    }

    /// Makes what is sent of what was given, each by itself.
    fn made(&self) -> Vec<TokenStream> {
        let made = self.credentials.iter().enumerate();
        let made = made.map(|(at, it)| match self.fetched == Some(at) {
            true => it.given_or_fetched(),
            false => it.given(),
        });
        made.collect()
    }

    /// How all of it is given.
    fn origin(&self) -> TokenStream {
        let setters: Vec<_> = self.credentials.iter().map(|it| it.setter).collect();
        let (setters, variables) = (
            setters.join("(…) and "),
            self.credentials.iter().flat_map(|it| it.variables),
        );
        quote!(rt::Origin { setter: #setters, env: &[#(#variables),*] })
    }

    fn setters(&self, ways: &[Self]) -> Vec<TokenStream> {
        let others = || self.others(ways);
        // What was given instead is given no more.
        let instead: Vec<_> = others().flat_map(Self::arguments).collect();
        let links = others().map(|way| {
            let links: Vec<_> = way.credentials.iter().map(Credential::link).collect();
            match links.split_first() {
                Some((first, beside)) if !beside.is_empty() => {
                    format!("{first} with {}", beside.join(" and "))
                }
                _ => links.concat(),
            }
        });
        let links: Vec<_> = links.collect();
        let own = self.credentials.iter().enumerate();
        let setters = own.clone().map(|(at, it)| {
            let beside = own.clone().filter(|(other, _)| *other != at);
            let beside: Vec<_> = beside.map(|(_, it)| it.link()).collect();
            let mut about = String::new();
            if !beside.is_empty() {
                about = format!(" It is sent together with {}.", beside.join(" and "));
            }
            if !links.is_empty() {
                let or = match ways.iter().all(|way| way.credentials.len() == 1) {
                    true => " and ",
                    false => ", or of ",
                };
                about += &format!(" It counts instead of {}.", links.join(or));
            }
            it.setter(&about, &instead)
        });
        setters.collect()
    }

    /// Reads it from the environment.
    fn reads(&self, ways: &[Self]) -> TokenStream {
        let instead: Vec<_> = self.others(ways).flat_map(Self::arguments).collect();
        let reads = self.credentials.iter().map(|it| it.reads(&instead));
        quote!(#(#reads)*)
    }
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

    fn link(&self) -> String {
        format!("[`{0}`](Self::{0})", self.setter)
    }

    fn values(&self) -> Vec<TokenStream> {
        let arguments = self.arguments.iter();
        let values = arguments.map(|argument| quote!(self.#argument.as_ref()));
        values.collect()
    }

    /// What is sent is what was given.
    fn given(&self) -> TokenStream {
        let (values, origin) = (self.values(), self.origin());
        match self.expiring() {
            Some(scheme) => {
                quote!(Some(rt::ClientHeader::given(rt::Scheme::#scheme, #(#values,)* &#origin)?))
            }
            None => quote!(Some(rt::ClientHeader::basic(#(#values,)* &#origin)?)),
        }
    }

    /// The same, unless a provider fetches it.
    fn given_or_fetched(&self) -> TokenStream {
        let (scheme, values, origin) = (self.expiring(), self.values(), self.origin());
        quote!(self.settings.credential(rt::Scheme::#scheme, #(#values,)* &#origin)?)
    }

    /// The setter; `about` says what it has to do with the others, of which it takes `instead` away.
    fn setter(&self, about: &str, instead: &[&Ident]) -> TokenStream {
        let sent = self.scheme.describe();
        let shown = match self.scheme {
            Scheme::Query { .. } => {
                "\n\nA query is less well kept than a header: a client of your own that follows redirects would tell it to \
                 where they lead, and proxies may write it down. Errors, traces and `Debug` output do not hold it."
            }
            _ => "",
        };
        let doc = docs(&format!(
            "The credential, sent as {sent}. Kept in memory that is wiped when it is dropped, never shown.{about}{shown}\n\n\
             Read by [`Client::from_env`] from `{}`.",
            self.variables.join("` and `"),
        ));
        let (setter, arguments) = (ident(self.setter), &self.arguments);
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
    fn reads(&self, instead: &[&Ident]) -> TokenStream {
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

/// The expression for what is sent, of the way that was given: a list, if there are `several` at once.
fn credential(ways: &[Way<'_>], expiring: Option<&Way<'_>>, several: bool) -> TokenStream {
    if let [only] = ways {
        let made = only.made();
        return match several {
            true => quote!([#(#made),*]),
            false => quote!(#(#made)*),
        };
    }
    let listed = |made: Vec<TokenStream>| match several {
        true => quote!(Vec::from([#(#made),*])),
        false => quote!(#(#made)*),
    };
    let given = ways.iter().map(|way| {
        let (arguments, made) = (way.arguments(), listed(way.made()));
        quote!(if #(self.#arguments.is_some())||* { #made } else)
    });
    let origins: Vec<_> = ways.iter().map(Way::origin).collect();
    let fetched = |scheme| quote!(self.settings.fetched(#scheme, &[#(#origins),*])?);
    // That nothing was given at all is told before what lacks beside what is fetched.
    let otherwise = match expiring {
        Some(way) => {
            let scheme = way.fetched().and_then(Credential::expiring);
            let fetched = fetched(quote!(Some(rt::Scheme::#scheme)));
            let beside = way.credentials.iter().enumerate();
            let beside = beside.filter(|(at, _)| way.fetched != Some(*at));
            let beside = beside.map(|(_, it)| it.given());
            [fetched].into_iter().chain(beside).collect()
        }
        None => vec![fetched(quote!(None))],
    };
    let otherwise = listed(otherwise);
    quote!(#(#given)* { #otherwise })
}
