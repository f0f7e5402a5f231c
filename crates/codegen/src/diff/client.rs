//! What `sdk.toml` makes of client and builder, before and after.

use toml::Spanned;

use crate::model::Scheme;
use crate::spec::Loaded;
use crate::spec::sdk_toml::{Alias, Credentials, Header, SdkToml};

use super::{Comparison, Effect, Notes, matched};

/// A specification, and a credential of it.
type Given<'a> = (&'a Loaded, &'a Credentials);

impl Notes<'_> {
    /// A credential that is taken before and after.
    fn credential(&mut self, old: Given<'_>, new: Given<'_>) {
        let ((_, before), (_, after)) = (old, new);
        let item = builder(before.setter.get_ref());
        self.retyped(&item, &before.signature(), &after.signature());
        if before.env != after.env {
            let what = format!("the environment variables are {} now", after.env.join(", "));
            self.note(Effect::Breaking, "Client::from_env", what);
        }
        let sent = |(loaded, credentials): Given<'_>| {
            let scheme = Scheme::of(loaded, credentials).ok()?;
            Some(scheme.describe())
        };
        // The case of a header's name says nothing.
        if let (Some(before), Some(after)) = (sent(old), sent(new))
            && !before.eq_ignore_ascii_case(&after)
        {
            let what = format!("it is sent as {after}, not as {before}");
            self.note(Effect::Behaviour, item, what);
        }
    }

    /// What is sent together with a credential, before and after.
    fn beside(&mut self, (of_old, old): Given<'_>, (of_new, new): Given<'_>) {
        let setter = |it: &Credentials| it.setter.get_ref().clone();
        let found = matched(old.with.iter(), new.with.iter(), setter);
        for gone in &found.gone {
            let what = format!("it is not sent together with `{}` any more", setter(old));
            self.note(Effect::Breaking, builder(&setter(gone)), what);
        }
        for more in &found.new {
            let what = format!("it must be given together with `{}`", setter(new));
            self.note(Effect::Breaking, builder(&setter(more)), what);
        }
        for (before, after) in found.kept {
            self.credential((of_old, before), (of_new, after));
        }
    }
}

/// A method of the builder.
fn builder(setter: &str) -> String {
    format!("ClientBuilder::{setter}")
}

impl Comparison<'_> {
    pub(super) fn client(&mut self, before: &Loaded, after: &Loaded) {
        let (old, new) = (&before.sdk, &after.sdk);
        let changes = &mut self.changes;
        let mut notes = Notes {
            changes,
            used_by: Vec::new(),
        };
        let text = |text: &Spanned<String>| text.get_ref().clone();

        let address = |sdk: &SdkToml| sdk.server.default.as_ref().map(text);
        let base_url = builder("base_url");
        match (address(old), address(new)) {
            (Some(_), None) => notes.note(Effect::Breaking, base_url, "it must be given now"),
            (None, Some(_)) => {
                notes.note(Effect::Additive, base_url, "it need not be given any more")
            }
            (old, new) if old != new => {
                notes.note(
                    Effect::Behaviour,
                    base_url,
                    "another address unless it is given",
                );
            }
            _ => {}
        }

        let [first, now] = [(before, &old.credentials), (after, &new.credentials)];
        notes.credential(first, now);
        notes.beside(first, now);

        let others = matched(
            old.other_credentials.iter(),
            new.other_credentials.iter(),
            |it| it.setter.get_ref(),
        );
        for gone in others.gone.iter().flat_map(|way| way.together()) {
            let what = "no such credential is taken any more";
            notes.note(Effect::Breaking, builder(gone.setter.get_ref()), what);
        }
        for new in others.new.iter().flat_map(|way| way.together()) {
            let what = "another credential, instead of the one there was";
            notes.note(Effect::Additive, builder(new.setter.get_ref()), what);
        }
        for (old, new) in others.kept {
            notes.credential((before, old), (after, new));
            notes.beside((before, old), (after, new));
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
