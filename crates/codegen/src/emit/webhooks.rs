//! `webhooks.rs`: readers of the bodies that the service sends by itself.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Api, Webhook};
use crate::names;
use crate::problem::Problem;

use super::limits::option;
use super::text::{docs, ident, render, sentence};

pub fn webhooks(api: &Api) -> Result<Option<String>, Problem> {
    if api.webhooks.is_empty() {
        return Ok(None);
    }
    let items = api.webhooks.iter().map(item);
    let text = render(quote! {
        #![doc = " What the service sends by itself: readers of the bodies of its webhooks."]
        use ::callslip_core::{Error, Payload, rt};

        use super::{table, types};

        #(#items)*
    })?;
    Ok(Some(text))
}

fn item(webhook: &Webhook) -> TokenStream {
    let name = &webhook.name;
    let constant = ident(&names::constant(name));
    let reader = ident(&names::snake(&format!("read {name}")));
    let payload = ident(&names::pascal(&webhook.schema));
    let mut text = sentence(&webhook.doc);
    if let Some(member) = &webhook.also_under {
        text.push_str(&format!(
            "\n\nThe payload may stand at the top of the body or under `{member}`: both are read."
        ));
    }
    let also_under = option(webhook.also_under.as_ref());
    text.push_str(
        "\n\nReads the body as an answer of the service would be read: mended where it must be, with its repairs and its \
         drift.\n\n\
         # Errors\n\n\
         [`Decode`](callslip_core::ErrorKind::Decode), if the body cannot be mended; it says where.",
    );
    let doc = docs(&text);
    quote! {
        static #constant: rt::Webhook = rt::Webhook {
            name: #name,
            shape: &<types::#payload as rt::Schema>::SHAPE,
            also_under: #also_under,
        };

        #doc
        pub fn #reader(body: impl Into<rt::Bytes>) -> Result<Payload<types::#payload>, Error> {
            rt::read_webhook(&table::PROVIDER, &#constant, body.into())
        }
    }
}
