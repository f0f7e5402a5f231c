//! What a mock was told to answer instead of the documented example.

use std::collections::{HashMap, VecDeque};
use std::time::Duration;

use crate::answer::Answer;

/// Everything told.
#[derive(Debug, Default)]
pub(crate) struct Script {
    /// By operation id.
    told: HashMap<String, Told>,
    /// How long every answer is held back.
    pub(crate) delay: Duration,
}

#[derive(Debug, Default)]
struct Told {
    /// Each for one request, in this order.
    once: VecDeque<Answer>,
    /// For every request after those.
    always: Option<Answer>,
}

impl Script {
    pub(crate) fn once(&mut self, operation_id: &str, answer: Answer) {
        self.of(operation_id).once.push_back(answer);
    }

    pub(crate) fn always(&mut self, operation_id: &str, answer: Answer) {
        self.of(operation_id).always = Some(answer);
    }

    /// The answer for the next request, if one was told.
    pub(crate) fn next(&mut self, operation_id: &str) -> Option<Answer> {
        let told = self.told.get_mut(operation_id)?;
        told.once.pop_front().or_else(|| told.always.clone())
    }

    fn of(&mut self, operation_id: &str) -> &mut Told {
        self.told.entry(operation_id.to_owned()).or_default()
    }
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;

    use super::Script;
    use crate::answer::{Answer, Content};

    fn answer(status: StatusCode) -> Answer {
        Answer::new(status, Content::default())
    }

    #[test]
    fn single_answers_come_first_and_in_order() {
        let mut script = Script::default();
        script.always("a", answer(StatusCode::GONE));
        script.once("a", answer(StatusCode::BAD_GATEWAY));
        script.once("a", answer(StatusCode::CONFLICT));
        let statuses: Vec<_> = (0..4)
            .filter_map(|_| script.next("a"))
            .map(|answer| answer.status.as_u16())
            .collect();
        assert_eq!(statuses, [502, 409, 410, 410]);
        assert_eq!(script.next("b"), None);
    }
}
