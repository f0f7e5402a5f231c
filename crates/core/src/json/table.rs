//! Which fields of an object have come, and what is absent.

use std::cell::Cell;

use crate::json::schema::{Field, Lack, Object, Presence};

/// Which fields of an object have come.
pub(crate) struct Table {
    fields: &'static [Field<'static>],
    came: Places,
    /// Those that count as there.
    count: Places,
    /// The field after the last one, which is nearly always the next.
    due: usize,
}

impl Table {
    pub(crate) fn of(object: &Object<'static>) -> Self {
        Self {
            fields: object.fields(),
            came: Places::default(),
            count: Places::default(),
            due: 0,
        }
    }

    /// The field that is nearly always the next, and its name.
    #[inline]
    pub(crate) fn due(&self) -> Option<(usize, &'static str)> {
        let field = self.fields.get(self.due)?;
        Some((self.due, field.name))
    }

    /// Where the field of a name stands. Those behind the last one are more likely.
    pub(crate) fn find(&self, name: &str) -> Option<usize> {
        let is = |field: &Field<'_>| field.name == name;
        let (before, behind) = self.fields.split_at_checked(self.due)?;
        let at = behind.iter().position(is).map(|at| self.due + at);
        at.or_else(|| before.iter().position(is))
    }

    /// Whether a field may be null.
    pub(crate) fn may_be_null(&self, at: usize) -> bool {
        self.fields.get(at).is_some_and(|field| field.nullable)
    }

    /// Notes that a field comes. If it came before, that is an error with its name.
    #[inline]
    pub(crate) fn come(&mut self, at: usize) -> Result<(), &'static str> {
        self.due = at + 1;
        match self.came.insert(at) {
            true => Ok(()),
            false => Err(self.fields.get(at).map_or("", |field| field.name)),
        }
    }

    /// Notes that a field counts as there.
    #[inline]
    pub(crate) fn count(&mut self, at: usize) {
        self.count.insert(at);
    }

    /// Notes what should have come and did not. If something must be there and is not, that is an error with its name.
    pub(crate) fn complete(&self) -> Result<(), &'static str> {
        for (at, field) in self.fields.iter().enumerate() {
            if field.documented == Presence::Required && !self.came.contains(at) {
                differs();
            }
            match field.lack {
                Lack::Absent => {}
                _ if self.count.contains(at) => {}
                Lack::Told => {
                    or_untold::<()>(None);
                }
                Lack::Filled | Lack::Fatal => return Err(field.name),
            }
        }
        Ok(())
    }
}

/// A set of places: in a word, as most objects have no more fields, and then in as many as it takes.
#[derive(Default)]
struct Places(u64, Vec<u64>);

impl Places {
    /// Says whether it was not in before.
    #[inline]
    fn insert(&mut self, at: usize) -> bool {
        let word = match at < 64 {
            true => &mut self.0,
            false => self.more(at / 64 - 1),
        };
        let before = *word;
        *word |= 1 << (at % 64);
        *word != before
    }

    #[cold]
    fn more(&mut self, at: usize) -> &mut u64 {
        if at >= self.1.len() {
            self.1.resize(at + 1, 0);
        }
        self.1.get_mut(at).unwrap_or(&mut self.0)
    }

    fn contains(&self, at: usize) -> bool {
        let word = match (at / 64).checked_sub(1) {
            None => self.0,
            Some(more) => self.1.get(more).copied().unwrap_or_default(),
        };
        word >> (at % 64) & 1 == 1
    }
}

/// What is known of something that was read, beside the value.
#[derive(Clone, Copy)]
pub(crate) struct Known {
    /// Every object in it had all of its fields that are `told`.
    pub is_complete: bool,
    /// It is as documented: a walk along its schema would find nothing. Only a reader of text knows; where it is not sure, it is not.
    pub is_documented: bool,
}

thread_local! {
    /// What is known of what is read on this thread.
    static KNOWN: Cell<Known> = const { Cell::new(Known { is_complete: true, is_documented: true }) };
}

/// Reads something, and says what is known of it.
///
/// Which fields an object had is known where it is read, and a value has no room for it: a struct whose number is absent reads like
/// one whose number may be. So that is noted beside the value, and costs nothing where nothing is absent.
pub(crate) fn known<T>(read: impl FnOnce() -> T) -> (T, Known) {
    KNOWN.set(Known {
        is_complete: true,
        is_documented: true,
    });
    let value = read();
    (value, KNOWN.get())
}

/// The value of a field that is `told`; notes that it is absent.
pub fn or_untold<T>(value: Option<T>) -> Option<T> {
    if value.is_none() {
        KNOWN.set(Known {
            is_complete: false,
            ..KNOWN.get()
        });
    }
    value
}

/// Notes that what is read may not be as documented.
#[cold]
pub(crate) fn differs() {
    KNOWN.set(Known {
        is_documented: false,
        ..KNOWN.get()
    });
}

#[cfg(test)]
mod tests {
    use super::Places;

    #[test]
    fn a_place_is_in_once_however_many_there_are() {
        let mut places = Places::default();
        let all = [0, 1, 63, 64, 65, 127, 128, 700];
        for at in all {
            assert!(!places.contains(at), "{at}");
            assert!(places.insert(at) && !places.insert(at), "{at}");
        }
        let within: Vec<usize> = (0..1000).filter(|at| places.contains(*at)).collect();
        assert_eq!(within, all);
    }
}
