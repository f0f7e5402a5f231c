//! What a case may cost at most, as a ratio to its group's floor in the same run.

use super::Measured;

/// So much above a target still passes: compilers differ in their last few instructions.
const TOLERANCE: f64 = 1.03;

struct Target {
    group: &'static str,
    name: &'static str,
    instructions: f64,
    allocations: Option<f64>,
}

const TARGETS: [Target; 7] = [
    sdk("call, HighLevel", 1.00, Some(1.00)),
    sdk("64 calls in flight, HighLevel", 1.00, None),
    sdk("decode, HighLevel", 1.00, None),
    sdk("decode, 1,000 actions", 1.00, None),
    sdk("page of 1,000 call logs", 1.05, None),
    named("repair, HighLevel", "one bad field", 10.0),
    named("repair, 1,000 actions", "500 set aside", 10.0),
];

const fn sdk(group: &'static str, instructions: f64, allocations: Option<f64>) -> Target {
    Target {
        group,
        name: "callslip",
        instructions,
        allocations,
    }
}

const fn named(group: &'static str, name: &'static str, instructions: f64) -> Target {
    Target {
        group,
        name,
        instructions,
        allocations: None,
    }
}

/// Whether a case has a target, or is the floor of one that has.
pub fn concern(case: &str) -> bool {
    let group = case.split(": ").next().unwrap_or_default();
    TARGETS.iter().any(|target| target.group == group)
}

/// What a case may cost, for the page.
pub fn of(measured: &Measured) -> Option<f64> {
    let target = TARGETS
        .iter()
        .find(|target| target.group == measured.group && target.name == measured.name)?;
    Some(target.instructions)
}

/// Each target that is missed, as one message.
pub fn missed(measured: &[Measured]) -> Vec<String> {
    let mut missed = Vec::new();
    for target in &TARGETS {
        let of_group = |case: &&Measured| case.group == target.group;
        let floor = measured.iter().find(of_group);
        let case = measured
            .iter()
            .filter(of_group)
            .find(|case| case.name == target.name);
        let (Some(floor), Some(case)) = (floor, case) else {
            missed.push(format!(
                "{}: there is no case `{}` to hold against its target",
                target.group, target.name
            ));
            continue;
        };
        let mut hold = |what: &str, most: f64, count: u64, floor: u64| {
            let ratio = count as f64 / floor as f64;
            if ratio > most * TOLERANCE {
                missed.push(format!(
                    "{}: {} costs {ratio:.3} times the {what} of its floor; at most {most:.2} is the target",
                    target.group, target.name
                ));
            }
        };
        let instructions = (case.instructions(), floor.instructions());
        hold(
            "instructions",
            target.instructions,
            instructions.0,
            instructions.1,
        );
        if let Some(most) = target.allocations {
            hold("allocations", most, case.allocations, floor.allocations);
        }
    }
    missed
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every floor at 1,000, and every case with a target at exactly that.
    fn all() -> Vec<Measured> {
        let mut measured = Vec::new();
        for target in &TARGETS {
            let case = |name: &str, instructions| Measured {
                group: target.group.to_owned(),
                name: name.to_owned(),
                instructions: vec![instructions],
                allocations: 100,
            };
            measured.push(case("floor", 1_000));
            measured.push(case(target.name, (target.instructions * 1_000.0) as u64));
        }
        measured
    }

    #[test]
    fn a_case_at_its_target_passes_and_one_above_is_told() {
        assert!(missed(&all()).is_empty());
        let mut slow = all();
        slow[1].instructions[0] = 1_040;
        insta::assert_snapshot!(missed(&slow).join("\n"), @"call, HighLevel: callslip costs 1.040 times the instructions of its floor; at most 1.00 is the target");
        let mut greedy = all();
        greedy[1].allocations = 104;
        insta::assert_snapshot!(missed(&greedy).join("\n"), @"call, HighLevel: callslip costs 1.040 times the allocations of its floor; at most 1.00 is the target");
    }

    #[test]
    fn a_target_without_its_case_is_told() {
        let mut fewer = all();
        fewer.remove(1);
        assert_eq!(missed(&fewer).len(), 1);
    }
}
