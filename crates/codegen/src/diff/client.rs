//! What `sdk.toml` makes of client and builder, before and after.

use toml::Spanned;

use crate::spec::sdk_toml::{Alias, Header, SdkToml};

use super::{Comparison, Effect, Notes, matched};

impl Comparison<'_> {
    pub(super) fn client(&mut self, old: &SdkToml, new: &SdkToml) {
        let changes = &mut self.changes;
        let mut notes = Notes {
            changes,
            used_by: Vec::new(),
        };
        let text = |text: &Spanned<String>| text.get_ref().clone();
        let builder = |setter: &str| format!("ClientBuilder::{setter}");

        let address = |sdk: &SdkToml| sdk.server.default.as_ref().map(text);
        let base_url = builder("base_url");
        match (address(old), address(new)) {
            (Some(_), None) => notes.note(Effect::Breaking, base_url, "it must be given now"),
            (None, Some(_)) => {
                notes.note(Effect::Additive, base_url, "it need not be given any more")
            }
            (before, after) if before != after => {
                notes.note(
                    Effect::Behaviour,
                    base_url,
                    "another address unless it is given",
                );
            }
            _ => {}
        }

        let [before, after] = [old, new].map(|sdk| sdk.credentials.signature());
        let item = builder(old.credentials.setter.get_ref());
        notes.retyped(&item, &before, &after);
        if old.credentials.env != new.credentials.env {
            let env = new.credentials.env.join(", ");
            let what = format!("the environment variables are {env} now");
            notes.note(Effect::Breaking, "Client::from_env", what);
        }

        let others = matched(
            old.other_credentials.iter(),
            new.other_credentials.iter(),
            |it| it.setter.get_ref(),
        );
        for gone in &others.gone {
            let what = "no such credential is taken any more";
            notes.note(Effect::Breaking, builder(gone.setter.get_ref()), what);
        }
        for new in &others.new {
            let what = "another credential, instead of the one there was";
            notes.note(Effect::Additive, builder(new.setter.get_ref()), what);
        }
        for (old, new) in &others.kept {
            let item = builder(old.setter.get_ref());
            notes.retyped(&item, &old.signature(), &new.signature());
            if old.env != new.env {
                let what = format!("its environment variables are {} now", new.env.join(", "));
                notes.note(Effect::Breaking, &item, what);
            }
        }

        let headers = matched(old.headers.iter(), new.headers.iter(), |it| {
            it.name.get_ref()
        });
        let place = |header: &Header| match &header.setter {
            Some(setter) => builder(setter.get_ref()),
            None => format!("{} header", header.name.get_ref()),
        };
        for gone in &headers.gone {
            let effect = match gone.setter {
                Some(_) => Effect::Breaking,
                None => Effect::Behaviour,
            };
            notes.note(effect, place(gone), "no such header is sent any more");
        }
        for new in &headers.new {
            // Without one that must be given, no client is built.
            let is_given = new.default.is_some() || new.value.is_some();
            let effect = match is_given {
                true => Effect::Behaviour,
                false => Effect::Breaking,
            };
            notes.note(effect, place(new), "a new header");
        }
        for (old, new) in &headers.kept {
            let item = place(old);
            notes.retyped(&item, &item, &place(new));
            if (&old.value, &old.default) != (&new.value, &new.default) {
                notes.note(Effect::Behaviour, &item, "another value unless it is given");
            }
            match &old.env {
                Some(env) if old.env != new.env => {
                    let what = format!("the environment variable {env} is not read any more");
                    notes.note(Effect::Breaking, &item, what);
                }
                None if new.env.is_some() => {
                    notes.note(Effect::Additive, &item, "an environment variable");
                }
                _ => {}
            }
        }

        let accessor = |alias: &&Alias| {
            let schema = self.imports.schema(alias.schema.get_ref());
            format!("{schema}::{}", alias.accessor.get_ref())
        };
        let accessors = matched(old.aliases.iter(), new.aliases.iter(), |it| accessor(&it));
        for gone in &accessors.gone {
            notes.note(
                Effect::Breaking,
                accessor(gone),
                "there is no such method any more",
            );
        }
        for new in &accessors.new {
            notes.note(Effect::Additive, accessor(new), "a new method");
        }
    }
}
