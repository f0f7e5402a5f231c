//! What a case may cost at most. Counts are held as a ratio to their group's floor in the same run; times are told as met or
//! missed and never fail a check.

use super::{Counted, Timed};

/// So much above a target still passes: compilers differ in their last few instructions.
const TOLERANCE: f64 = 1.03;

pub struct Target {
    group: &'static str,
    name: &'static str,
    pub instructions: f64,
    pub allocations: Option<f64>,
}

const TARGETS: [Target; 13] = [
    // What was reached is kept, also where bodies of a few hundred bytes hardly make up for what the protections cost.
    most("call, Liner", OURS, 0.94, Some(0.86)),
    most("call, Twenty2", OURS, 0.92, Some(0.82)),
    most("call, Diga", OURS, 0.92, Some(0.81)),
    most("call, Credira", OURS, 0.91, Some(0.90)),
    most("call, HighLevel", OURS, 0.85, Some(0.86)),
    most("64 calls in flight, HighLevel", OURS, 0.85, Some(0.87)),
    most(STREAM, OURS, 0.81, Some(0.86)),
    most("decode, HighLevel", OURS, 0.77, None),
    most("decode, 1,000 actions", OURS, 0.70, None),
    most("decode, 1 MiB transcript", OURS, 0.72, None),
    most("page of 1,000 call logs", OURS, 0.77, None),
    most("repair, HighLevel", "one bad field", 10.0, None),
    most("repair, 1,000 actions", "500 set aside", 10.0, None),
];

const OURS: &str = "callslip";
const STREAM: &str = "page stream, 20 pages of 50 call logs";

const fn most(
    group: &'static str,
    name: &'static str,
    instructions: f64,
    allocations: Option<f64>,
) -> Target {
    Target {
        group,
        name,
        instructions,
        allocations,
    }
}

/// What a case may cost, for the page.
pub fn of(counted: &Counted) -> Option<&'static Target> {
    TARGETS
        .iter()
        .find(|target| target.group == counted.group && target.name == counted.name)
}

/// Each target that is missed, as one message.
pub fn missed(counted: &[Counted]) -> Vec<String> {
    let mut missed = Vec::new();
    for target in &TARGETS {
        let of_group = |case: &&Counted| case.group == target.group;
        let floor = counted.iter().find(of_group);
        let case = counted
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
        let mut hold = |what: &str, most: Option<f64>, count: fn(&Counted) -> u64| {
            let ratio = count(case) as f64 / count(floor) as f64;
            if let Some(most) = most.filter(|most| ratio > most * TOLERANCE) {
                missed.push(format!(
                    "{}: {} costs {ratio:.3} times the {what} of its floor; at most {most:.2} is the target",
                    target.group, target.name
                ));
            }
        };
        hold(
            "instructions",
            Some(target.instructions),
            Counted::instructions,
        );
        hold("allocations", target.allocations, Counted::allocations);
    }
    missed
}

/// A target of code generation, and what it came to.
pub struct Generation {
    pub what: String,
    /// What was measured; none if a case is missing.
    pub came_to: Option<String>,
    pub met: bool,
}

/// How long the specs of the workspace may take, in nanoseconds.
const SPECS: f64 = 100e6;
/// How much longer ten times the operations may take.
const GROWTH: f64 = 12.0;

/// The targets of code generation, against its times.
pub fn generation(timed: &[Timed]) -> [Generation; 2] {
    let median = |name: &str| {
        let case = timed.iter().find(|case| case.name == name)?;
        Some(case.median())
    };
    let specs = median("the specs of this workspace");
    let growth = median("made up, 1000 operations")
        .zip(median("made up, 100 operations"))
        .map(|(many, fewer)| many / fewer);
    [
        Generation {
            what: format!(
                "the specs of this workspace: less than {:.0} ms",
                SPECS / 1e6
            ),
            came_to: specs.map(|time| format!("{:.1} ms", time / 1e6)),
            met: specs.is_some_and(|time| time < SPECS),
        },
        Generation {
            what: format!("1,000 operations, × the time of 100: at most {GROWTH:.1}"),
            came_to: growth.map(|growth| format!("{growth:.1}")),
            met: growth.is_some_and(|growth| growth <= GROWTH),
        },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every floor at 1,000 and 100, and every case with a target at exactly that.
    fn all() -> Vec<Counted> {
        let mut counted = Vec::new();
        for target in &TARGETS {
            let case = |name: &str, instructions, allocations| Counted {
                group: target.group.to_owned(),
                name: name.to_owned(),
                instructions: vec![instructions],
                allocations: vec![allocations],
            };
            let most = target.instructions;
            let most_allocations = target.allocations.unwrap_or(2.0);
            counted.push(case("floor", 1_000, 100));
            counted.push(case(
                target.name,
                (most * 1_000.0) as u64,
                (most_allocations * 100.0) as u64,
            ));
        }
        counted
    }

    #[test]
    fn a_case_at_its_target_passes_and_one_above_is_told() {
        assert!(missed(&all()).is_empty());
        let mut slow = all();
        slow[9].instructions[0] = 960;
        insta::assert_snapshot!(missed(&slow).join("\n"), @"call, HighLevel: callslip costs 0.960 times the instructions of its floor; at most 0.85 is the target");
        let mut greedy = all();
        greedy[1].allocations[0] = 104;
        insta::assert_snapshot!(missed(&greedy).join("\n"), @"call, Liner: callslip costs 1.040 times the allocations of its floor; at most 0.86 is the target");
    }

    #[test]
    fn a_target_without_its_case_is_told() {
        let mut fewer = all();
        fewer.remove(1);
        assert_eq!(missed(&fewer).len(), 1);
    }

    #[test]
    fn code_generation_is_held_against_its_targets() {
        let timed = |name: &str, millis: f64| Timed {
            group: "code generation".to_owned(),
            name: name.to_owned(),
            times: vec![millis * 1e6],
        };
        let met = |specs, fewer, many| {
            let told = generation(&[
                timed("the specs of this workspace", specs),
                timed("made up, 100 operations", fewer),
                timed("made up, 1000 operations", many),
            ]);
            told.map(|target| target.met)
        };
        assert_eq!(met(99.0, 100.0, 1_200.0), [true, true]);
        assert_eq!(met(100.0, 100.0, 1_201.0), [false, false]);
        assert!(generation(&[]).iter().all(|target| !target.met));
    }
}
