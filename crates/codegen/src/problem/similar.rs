//! "Did you mean": the known name that a wrong one was probably meant to be.

/// The known name nearest to the wrong one, unless all are far off.
pub fn closest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let allowed = (wrong.chars().count() / 3).max(1);
    known
        .into_iter()
        .map(|name| (distance(&wrong.to_lowercase(), &name.to_lowercase()), name))
        .filter(|(distance, _)| *distance <= allowed)
        .min()
        .map(|(_, name)| name)
}

/// "did you mean `x`?", or the other advice where nothing is near.
pub fn hint<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>, otherwise: &str) -> String {
    match closest(wrong, known) {
        Some(name) => format!("did you mean `{name}`?"),
        None => otherwise.to_owned(),
    }
}

/// Edits between two words; two swapped neighbours count as one edit.
fn distance(left: &str, right: &str) -> usize {
    let left: Vec<char> = left.chars().collect();
    let right: Vec<char> = right.chars().collect();
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=right.len()).collect();
    for row in 1..=left.len() {
        let mut line = vec![row];
        for column in 1..=right.len() {
            let differs = usize::from(left[row - 1] != right[column - 1]);
            let mut edits = (above[column] + 1)
                .min(line[column - 1] + 1)
                .min(above[column - 1] + differs);
            let swapped = row > 1
                && column > 1
                && left[row - 1] == right[column - 2]
                && left[row - 2] == right[column - 1];
            if swapped {
                edits = edits.min(before[column - 2] + 1);
            }
            line.push(edits);
        }
        before = std::mem::replace(&mut above, line);
    }
    above[right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_counted() {
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("abc", "abc"), 0);
        assert_eq!(distance("sumary", "summary"), 1);
        assert_eq!(distance("smumary", "summary"), 1, "swapped neighbours");
        assert_eq!(distance("kitten", "sitting"), 3);
    }

    #[test]
    fn only_near_names_are_offered() {
        let known = ["description", "parameters", "responses"];
        assert_eq!(closest("desciption", known), Some("description"));
        assert_eq!(closest("Responses", known), Some("responses"));
        assert_eq!(closest("security", known), None);
        assert_eq!(
            hint("parametres", known, "remove it"),
            "did you mean `parameters`?"
        );
        assert_eq!(hint("zzz", known, "remove it"), "remove it");
    }
}
