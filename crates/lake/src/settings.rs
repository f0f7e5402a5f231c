//! `callslip.toml`: what a lake is filled from, and since when.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::str::FromStr;
use std::time::Duration;

use chrono::{DateTime, NaiveTime, SecondsFormat, TimeDelta, Utc};
use serde::Deserialize;

use crate::error::LakeError;
use crate::room::LEAST_MIB;

/// The file of the settings, in the lake's folder.
pub const FILE: &str = "callslip.toml";
/// How long after its time a call can become visible, unless the settings say otherwise.
const LAG_SECONDS: u32 = 900;
/// How long a call that is not over is waited for, unless the settings say otherwise.
const GIVE_UP_HOURS: u32 = 48;

/// What a lake is filled from. It stands in the lake as [`FILE`], and may be changed there.
///
/// ```
/// use callslip_lake::Settings;
///
/// # fn main() -> Result<(), callslip_lake::LakeError> {
/// let text = r#"
/// since = 2026-01-01
/// memory_mib = 96
///
/// [source.hl]
/// provider = "highlevel"
/// location_id = "L"
/// "#;
/// let mut settings = Settings::parse(text)?;
/// assert_eq!(settings.source["hl"].values["location_id"], "L");
/// settings.keep_raw_days = Some(90);
/// assert!(settings.to_toml().contains("keep_raw_days = 90"));
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Settings {
    /// Calls made from this day on.
    pub since: toml::value::Datetime,
    /// A window is over so many seconds after its end.
    #[serde(default = "usual_lag")]
    pub lag_seconds: u32,
    /// Whether what was said is read, too, where that takes requests of its own.
    #[serde(default = "yes")]
    pub turns: bool,
    /// Whether each call is read by its id, too, where that tells more than the list.
    #[serde(default = "yes")]
    pub details: bool,
    /// Whether recordings are asked for, where they are told apart from the call's record.
    #[serde(default = "yes")]
    pub recordings: bool,
    /// A call that is not over is waited for so many hours.
    #[serde(default = "usual_patience")]
    pub give_up_hours: u32,
    /// The exact texts of calls and turns are kept for so many days after a call; else for always.
    #[serde(default)]
    pub keep_raw_days: Option<u32>,
    /// So much memory is enough, in MiB: windows are divided and read one after the other so that it is. Else as much as they take.
    #[serde(default)]
    pub memory_mib: Option<u32>,
    /// How many requests are sent with the credential of a service, by its name; else as many as the service lets through.
    #[serde(default)]
    pub limit: BTreeMap<String, Limit>,
    /// The sources, by the names that the tables give them.
    pub source: BTreeMap<String, SourceSettings>,
}

/// So many requests in any stretch of so many seconds.
///
/// ```
/// use callslip_lake::Settings;
///
/// # fn main() -> Result<(), callslip_lake::LakeError> {
/// let text = r#"
/// since = 2026-01-01
/// source.d.provider = "diga"
/// limit.diga = { requests = 100, seconds = 60 }
/// "#;
/// assert_eq!(Settings::parse(text)?.limit["diga"].requests, 100);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Limit {
    /// How many requests.
    pub requests: u32,
    /// In how many seconds.
    pub seconds: u32,
}

/// So many requests in any stretch of so long.
pub(crate) type Pace = (u32, Duration);

impl Limit {
    fn pace(&self) -> Pace {
        (self.requests, Duration::from_secs(self.seconds.into()))
    }
}

/// The share of what a service allows that is used here, where others use the same credential: more than nothing, and at most all of it.
///
/// ```
/// use callslip_lake::{Share, sources::Access};
///
/// # fn main() -> Result<(), callslip_lake::LakeError> {
/// let mut access = Access::default(); // for `sources::open`, on each of eight machines
/// access.share = Some("1/8".parse::<Share>()?);
/// assert!("9/8".parse::<Share>().is_err());
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share(f64);

/// Less than this is meant by nobody.
const LEAST: f64 = 1e-6;

impl Share {
    /// This much of a pace: as many whole requests as it comes to and, where that is not even, a stretch as much longer.
    fn of(self, (requests, stretch): Pace) -> Pace {
        let requests = f64::from(requests) * self.0;
        let whole = requests.floor().max(1.0);
        (whole as u32, stretch.mul_f64(whole / requests))
    }
}

impl FromStr for Share {
    type Err = LakeError;

    /// A share as `1/8`, `12.5%` or `0.125`.
    fn from_str(text: &str) -> Result<Self, LakeError> {
        let number = |text: &str| text.trim().parse::<f64>().ok();
        let share = match (text.split_once('/'), text.strip_suffix('%')) {
            (Some((part, whole)), _) => number(part)
                .zip(number(whole))
                .map(|(part, whole)| part / whole),
            (None, Some(percent)) => number(percent).map(|percent| percent / 100.0),
            (None, None) => number(text),
        };
        let share = share.filter(|share| (LEAST..=1.0).contains(share));
        share.map(Self).ok_or_else(|| {
            LakeError::Settings(format!(
                "`{text}` is no share: give one as 1/8, 12.5% or 0.125, of all at most"
            ))
        })
    }
}

/// One account of a service.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct SourceSettings {
    /// The service, as in `diga`.
    pub provider: String,
    /// What else there is to say of it, as in `location_id`.
    #[serde(flatten)]
    pub values: BTreeMap<String, String>,
}

const fn usual_lag() -> u32 {
    LAG_SECONDS
}

const fn usual_patience() -> u32 {
    GIVE_UP_HOURS
}

const fn yes() -> bool {
    true
}

impl Settings {
    /// Settings of sources, given as on the command line: `NAME=PROVIDER` or `NAME=PROVIDER:KEY=VALUE,KEY=VALUE`.
    ///
    /// # Errors
    ///
    /// [`LakeError::Settings`] if one is not given so, or two have one name, or there is none.
    pub fn new(
        since: DateTime<Utc>,
        sources: impl IntoIterator<Item = impl AsRef<str>>,
    ) -> Result<Self, LakeError> {
        let since = since.to_rfc3339_opts(SecondsFormat::Secs, true);
        let since = since
            .parse()
            .map_err(|_| LakeError::Settings(format!("{since} is no time that can be written")))?;
        let mut all = BTreeMap::new();
        for text in sources {
            let (name, source) = parse_source(text.as_ref())?;
            if all.insert(name.to_owned(), source).is_some() {
                return Err(LakeError::Settings(format!(
                    "two sources are called {name}: give each a name of its own"
                )));
            }
        }
        let settings = Self {
            since,
            lag_seconds: LAG_SECONDS,
            turns: true,
            details: true,
            recordings: true,
            give_up_hours: GIVE_UP_HOURS,
            keep_raw_days: None,
            memory_mib: None,
            limit: BTreeMap::new(),
            source: all,
        };
        settings.checked()
    }

    /// The settings that a file says.
    ///
    /// # Errors
    ///
    /// [`LakeError::Settings`], with the line where it is not what a lake is told by.
    pub fn parse(text: &str) -> Result<Self, LakeError> {
        let settings: Self = toml::from_str(text).map_err(|error| {
            LakeError::Settings(format!("{FILE}: {}", error.to_string().trim()))
        })?;
        settings.checked()
    }

    pub(crate) fn checked(self) -> Result<Self, LakeError> {
        let plain = |name: &str| {
            !name.is_empty()
                && name
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte))
        };
        if self.source.is_empty() {
            return Err(LakeError::Settings(
                "there is no source: give one as NAME=PROVIDER".to_owned(),
            ));
        }
        for (name, source) in &self.source {
            for word in std::iter::once(name).chain(source.values.keys()) {
                if !plain(word) {
                    return Err(LakeError::Settings(format!(
                        "source {name}: `{word}` is no name: take letters, digits, `_` and `-`"
                    )));
                }
            }
        }
        for (provider, limit) in &self.limit {
            if limit.requests == 0 || limit.seconds == 0 {
                return Err(LakeError::Settings(format!(
                    "{FILE}: limit.{provider}: `requests` and `seconds` are 1 or more"
                )));
            }
        }
        if let Some(mib) = self.memory_mib.filter(|mib| *mib < LEAST_MIB) {
            return Err(LakeError::Settings(format!(
                "memory: {mib} MiB are not enough to read anything: give {LEAST_MIB} or more"
            )));
        }
        self.since()?;
        Ok(self)
    }

    /// Calls made from this time on.
    ///
    /// # Errors
    ///
    /// [`LakeError::Settings`] if it is neither a day nor a time with a zone: so it can only be where it was set by hand.
    pub fn since(&self) -> Result<DateTime<Utc>, LakeError> {
        let text = self.since.to_string();
        let day = || {
            let day: chrono::NaiveDate = text.parse().ok()?;
            Some(day.and_time(NaiveTime::MIN).and_utc())
        };
        let time = || text.parse().ok();
        day().or_else(time).ok_or_else(|| {
            LakeError::Settings(format!(
                "{FILE}: since: {text} is neither a day, as 2026-01-01, nor a time with its zone, as 2026-01-01T00:00:00Z"
            ))
        })
    }

    /// How long after its end a window is over.
    #[must_use]
    pub fn lag(&self) -> TimeDelta {
        TimeDelta::seconds(i64::from(self.lag_seconds))
    }

    /// How long after its creation a call that is not over is asked for no more.
    #[must_use]
    pub fn give_up(&self) -> TimeDelta {
        TimeDelta::hours(i64::from(self.give_up_hours))
    }

    /// How long after a call its exact text is kept, if not for always.
    #[must_use]
    pub fn keep_raw(&self) -> Option<TimeDelta> {
        Some(TimeDelta::days(i64::from(self.keep_raw_days?)))
    }

    /// How many requests are sent with the credential of a service: as its limit says, or that which its document tells; of a share, so much
    /// less. As many as it lets through where no share is taken and no limit set.
    pub(crate) fn pace(
        &self,
        provider: &str,
        documented: Option<Pace>,
        share: Option<Share>,
    ) -> Result<Option<Pace>, LakeError> {
        let own = self.limit.get(provider).map(Limit::pace);
        let Some(share) = share else {
            return Ok(own);
        };
        let all = own.or(documented).ok_or_else(|| {
            LakeError::Settings(format!(
                "there is nothing to take a share of: how many requests {provider} allows is not documented. Say it in {FILE} as \
                 [limit.{provider}] with `requests` and `seconds`"
            ))
        })?;
        Ok(Some(share.of(all)))
    }

    /// The file that says so.
    #[must_use]
    pub fn to_toml(&self) -> String {
        let Self {
            since,
            lag_seconds,
            turns,
            details,
            recordings,
            give_up_hours,
            keep_raw_days,
            memory_mib,
            limit,
            source,
        } = self;
        let mut text = format!(
            "# What this lake is filled from. Credentials and addresses of services come from the environment.\nsince = {since}\n\
             lag_seconds = {lag_seconds}\nturns = {turns}\n\
             details = {details}\nrecordings = {recordings}\ngive_up_hours = {give_up_hours}\n"
        );
        if let Some(days) = keep_raw_days {
            let _ = writeln!(text, "keep_raw_days = {days}");
        }
        if let Some(mib) = memory_mib {
            let _ = writeln!(text, "memory_mib = {mib}");
        }
        // What JSON calls a string is one in TOML.
        let quoted = |value: &str| serde_json::Value::from(value).to_string();
        for (provider, Limit { requests, seconds }) in limit {
            let _ = write!(
                text,
                "\n[limit.{provider}]\nrequests = {requests}\nseconds = {seconds}\n"
            );
        }
        for (name, source) in source {
            let _ = write!(
                text,
                "\n[source.{name}]\nprovider = {}\n",
                quoted(&source.provider)
            );
            for (key, value) in &source.values {
                let _ = writeln!(text, "{key} = {}", quoted(value));
            }
        }
        text
    }
}

fn parse_source(text: &str) -> Result<(&str, SourceSettings), LakeError> {
    let wrong = || {
        LakeError::Settings(format!(
            "`{text}` is no source: give it as NAME=PROVIDER or NAME=PROVIDER:KEY=VALUE,KEY=VALUE"
        ))
    };
    let (name, rest) = text.split_once('=').ok_or_else(wrong)?;
    let (provider, pairs) = rest.split_once(':').unwrap_or((rest, ""));
    if provider.is_empty() {
        return Err(wrong());
    }
    let mut values = BTreeMap::new();
    for pair in pairs.split(',').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').ok_or_else(wrong)?;
        values.insert(key.to_owned(), value.to_owned());
    }
    let source = SourceSettings {
        provider: provider.to_owned(),
        values,
    };
    Ok((name, source))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn what_is_given_on_the_command_line_is_what_the_file_says() {
        let since = "2026-01-01T00:00:00Z".parse().unwrap();
        let sources = ["hl=highlevel:location_id=L \"1\",x=", "d=diga"];
        let settings = Settings::new(since, sources).unwrap();
        assert_eq!(settings.source["hl"].values["location_id"], "L \"1\"");
        let mut settings = settings;
        let limit = Limit {
            requests: 60,
            seconds: 60,
        };
        settings.limit.insert("highlevel".to_owned(), limit);
        settings.keep_raw_days = Some(30);
        let read = Settings::parse(&settings.to_toml()).unwrap();
        assert_eq!(read, settings);
        assert_eq!(read.since().unwrap(), since);
        let day = settings.to_toml().replace("T00:00:00Z", "");
        assert_eq!(Settings::parse(&day).unwrap().since().unwrap(), since);
    }

    #[test]
    fn a_share_is_of_what_the_settings_say_or_else_the_document() {
        let sources = ["hl=highlevel:location_id=L", "t2=twenty2", "d=diga"];
        let mut settings = Settings::new(DateTime::UNIX_EPOCH, sources).unwrap();
        let limit = |requests, seconds| Limit { requests, seconds };
        settings
            .limit
            .insert("highlevel".to_owned(), limit(100, 10));
        let pace = |provider, documented, share: Option<&str>| {
            let share = share.map(|share| share.parse().unwrap());
            settings.pace(provider, documented, share)
        };
        let seconds = Duration::from_secs;
        let of_document = Some((60, seconds(60)));
        for (provider, share, expected) in [
            ("highlevel", None, Some((100, seconds(10)))),
            (
                "highlevel",
                Some("1/8"),
                Some((12, Duration::from_millis(9600))),
            ),
            ("highlevel", Some("100%"), Some((100, seconds(10)))),
            ("twenty2", None, None),
            ("twenty2", Some("0.25"), Some((15, seconds(60)))),
            // Less than a request in the stretch is one in a longer one.
            ("twenty2", Some("0.5%"), Some((1, seconds(200)))),
        ] {
            assert_eq!(
                pace(provider, of_document, share).unwrap(),
                expected,
                "{share:?}"
            );
        }
        assert_eq!(pace("diga", None, None).unwrap(), None);
        let error = pace("diga", None, Some("1/2")).unwrap_err().to_string();
        assert!(error.contains("[limit.diga]"), "{error}");
        for wrong in [
            "0", "-1", "1.5", "101%", "1/0", "0/8", "9/8", "NaN", "half", "",
        ] {
            let error = wrong.parse::<Share>().unwrap_err().to_string();
            assert!(error.contains("is no share"), "{error}");
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        let since = DateTime::UNIX_EPOCH;
        for (sources, part) in [
            (vec![], "no source"),
            (vec!["diga"], "`diga` is no source"),
            (vec!["d="], "`d=` is no source"),
            (vec!["d=diga:x"], "KEY=VALUE"),
            (vec!["a/b=diga"], "`a/b` is no name"),
            (vec!["d=diga", "d=liner"], "two sources are called d"),
        ] {
            let error = Settings::new(since, sources).unwrap_err().to_string();
            assert!(error.contains(part), "{error}");
        }
        for (text, part) in [
            ("", "since"),
            (
                "since = 10:00:00\n[source.d]\nprovider = 'diga'",
                "neither a day",
            ),
            (
                "since = 2026-01-01\nlag = 1\n[source.d]\nprovider = 'diga'",
                "lag",
            ),
            (
                "since = 2026-01-01\n[limit.diga]\nrequests = 0\nseconds = 1\n[source.d]\nprovider = 'diga'",
                "limit.diga",
            ),
        ] {
            let error = Settings::parse(text).unwrap_err().to_string();
            assert!(error.contains(part), "{error}");
        }
    }
}
