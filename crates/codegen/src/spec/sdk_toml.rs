//! `sdk.toml`: how an SDK is made of a spec. Keys that are not known are errors.

mod paging;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;

use super::node::Place;
use crate::problem::{Problem, hint};

pub use paging::Paging;

/// All of `sdk.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SdkToml {
    /// What the SDK is.
    pub sdk: Sdk,
    /// Where the service is.
    pub server: Server,
    /// How the client proves who it is.
    pub credentials: Credentials,
    /// Other credentials that the client takes, each instead of the first: where `security` of the document has alternatives. Those that
    /// are sent together with one stand under its own `with`.
    #[serde(default)]
    pub other_credentials: Vec<Credentials>,
    /// Headers that the client owns and sends with every call.
    #[serde(default)]
    pub headers: Vec<Header>,
    /// Where an error body has its facts.
    #[serde(default)]
    pub errors: Errors,
    /// In which response headers the service tells its rate limit.
    pub rate_limit: Option<RateLimit>,
    /// What `Debug` output hides.
    #[serde(default)]
    pub redact: Redactions,
    /// `Schema.property` -> why its documented requirement is not relied on.
    #[serde(default)]
    pub relax: BTreeMap<Spanned<String>, String>,
    /// `Schema.property` -> why its presence is relied on.
    #[serde(default)]
    pub presume: BTreeMap<Spanned<String>, String>,
    /// `Schema.property` -> why an object without it is none.
    #[serde(default)]
    pub essential: BTreeMap<Spanned<String>, String>,
    /// `Schema.property` -> why the service answers something else than a list where there is nothing to list.
    #[serde(default)]
    pub empty_list: BTreeMap<Spanned<String>, String>,
    /// `Schema.property` -> its name in Rust, where the one that it would have says less or is none.
    #[serde(default)]
    pub names: BTreeMap<Spanned<String>, Spanned<String>>,
    /// One field under several names.
    #[serde(default)]
    pub aliases: Vec<Alias>,
    /// What a spec cannot say about an operation.
    #[serde(default)]
    pub operations: BTreeMap<Spanned<String>, OperationSettings>,
    /// What the service sends by itself.
    #[serde(default)]
    pub webhooks: BTreeMap<Spanned<String>, WebhookSettings>,
    /// Which operations are about calls, and where what is common to all calls stands in them.
    pub call: Option<Call>,
}

/// The calls of a provider, as a command line shows them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Call {
    /// The lists of calls; one without `when` is the usual one.
    #[serde(default)]
    pub list: Vec<CallList>,
    /// Why no command lists them, where the document has a list.
    pub no_list: Option<Spanned<String>>,
    /// How one is read.
    pub get: Option<CallGet>,
    /// How the record that all providers share is made of a call.
    pub record: Option<CallRecord>,
    /// How one turn of a conversation is made of what stands for one.
    pub turn: Option<CallPart>,
    /// How one recording is made of what stands for one.
    pub recording: Option<CallPart>,
    /// How the calls of an account are read into a lake.
    pub lake: Option<CallLake>,
    /// How one is started.
    pub start: Option<CallOperation>,
    /// A cheap call that tells whether the credential is good.
    pub check: Option<CallOperation>,
    /// What was said in it, message by message.
    pub messages: Option<CallView>,
    /// What was said in it, to be read or shown with its recording.
    pub transcript: Option<CallView>,
    /// What the service noted while it handled it.
    pub logs: Option<CallView>,
    /// Where its time went.
    pub trace: Option<CallView>,
    /// How many are going on.
    pub concurrency: Option<CallView>,
}

/// How the calls of an account are read into a lake. What an operation asks for besides is asked of the user.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CallLake {
    /// How they are listed.
    pub list: LakeRequest,
    /// The two parameters of the list between whose times the calls were made. Of a list by a body, JSON pointers into that.
    #[serde(default)]
    pub between: Vec<Spanned<String>>,
    /// The column of the record whose time that is: `started_at`, where it is not `created_at`.
    pub by: Option<Spanned<String>>,
    /// The parameter that says how many calls come at most, of a list that does not go on: where as many came there may be more, and where
    /// fewer came nothing proves that these were all.
    pub limit: Option<Spanned<String>>,
    /// What calls can be listed by where no time is: its name -> the parameter.
    #[serde(default)]
    pub seeds: BTreeMap<Spanned<String>, Spanned<String>>,
    /// The parameter or property of the body that chooses the order of the list, its usual value and the other.
    #[serde(default)]
    pub order: Vec<Spanned<String>>,
    /// How a call is read by its id.
    pub get: Option<LakeRequest>,
    /// Why each call is read by its id, too: what that tells and the list does not.
    pub details: Option<Spanned<String>>,
    /// How what was said in a call is listed, where its record does not hold it.
    pub turns: Option<LakeRequest>,
    /// How the recordings of a call are listed, or the only one is read, where its record does not name them.
    pub recordings: Option<LakeRequest>,
    /// How many requests a minute the document allows an account.
    pub per_minute: Option<u32>,
}

/// A request of a lake.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LakeRequest {
    /// The operation.
    pub operation: Spanned<String>,
    /// The parameter that takes the call's id, where it is not the first that is required.
    pub id: Option<Spanned<String>>,
    /// Parameters that always have the same value.
    #[serde(default)]
    pub with: BTreeMap<Spanned<String>, Spanned<String>>,
}

/// How the record that all providers share is made of a call.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CallRecord {
    /// Schema of a call, or of an answer that holds one -> where the call stands in it; `""` for the whole.
    pub schemas: BTreeMap<Spanned<String>, Spanned<String>>,
    /// Column -> what it is made of.
    pub columns: BTreeMap<Spanned<String>, CallColumn>,
    /// What else the call belongs to, by name -> what that is made of.
    #[serde(default)]
    pub refs: BTreeMap<Spanned<String>, CallColumn>,
    /// Name of a score -> what it is made of.
    #[serde(default)]
    pub scores: BTreeMap<Spanned<String>, CallColumn>,
    /// The recordings that the record names, each column -> what it is made of.
    #[serde(default)]
    pub recordings: Vec<BTreeMap<Spanned<String>, CallColumn>>,
    /// Where the record holds what was said.
    pub turns: Option<CallTurns>,
}

/// How something that belongs to calls is made of its schemas.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CallPart {
    /// Schema of it, or of an answer that holds it -> where it stands in it; `""` for the whole.
    pub schemas: BTreeMap<Spanned<String>, Spanned<String>>,
    /// Column -> what it is made of.
    pub columns: BTreeMap<Spanned<String>, CallColumn>,
}

/// What a column is made of.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CallColumn {
    /// JSON pointer, below the record or else below the answer that holds it.
    pub at: Option<Spanned<String>>,
    /// Where it stands instead.
    pub or: Option<Spanned<String>>,
    /// The word that is true of every call.
    pub always: Option<Spanned<String>>,
    /// JSON pointer to what tells by being there that the column is true.
    pub if_told: Option<Spanned<String>>,
    /// JSON pointer to the word by which it is known what the value is.
    pub when: Option<Spanned<String>>,
    /// The word that has to stand there.
    pub is: Option<Spanned<String>>,
    /// The unit of a number: `s`, `ms` or, of a cost, `cent`.
    pub unit: Option<Spanned<String>>,
    /// JSON pointer to the currency, or the currency.
    pub currency: Option<Spanned<String>>,
    /// Word of the provider -> the common one.
    #[serde(default)]
    pub values: BTreeMap<Spanned<String>, Spanned<String>>,
    /// The common word for every other word of the provider.
    pub otherwise: Option<Spanned<String>>,
    /// Why, where the document does not say it in these words.
    pub because: Option<String>,
}

/// Where a record holds what was said.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CallTurns {
    /// JSON pointer to a list of turns, or to a text with one turn a line, the speaker and a colon in front.
    pub at: Spanned<String>,
    /// Speaker in such a text -> the role.
    #[serde(default)]
    pub speakers: BTreeMap<Spanned<String>, Spanned<String>>,
}

impl Call {
    /// What is shown of calls beside their records, each with its key and the facts that it can have.
    pub fn views(
        &self,
    ) -> impl Iterator<Item = (&'static str, &'static [&'static str], &CallView)> {
        let views: [(_, &[&str], _); 5] = [
            ("messages", &["time", "speaker", "text"], &self.messages),
            (
                "transcript",
                &[
                    "link",
                    "speaker",
                    "text",
                    "time",
                    "start_seconds",
                    "end_seconds",
                ],
                &self.transcript,
            ),
            ("logs", &["time", "level", "category", "event"], &self.logs),
            (
                "trace",
                &[
                    "start",
                    "name",
                    "service",
                    "time",
                    "duration_ms",
                    "status",
                    "children",
                ],
                &self.trace,
            ),
            ("concurrency", &["active", "limit"], &self.concurrency),
        ];
        views
            .into_iter()
            .filter_map(|(key, facts, view)| Some((key, facts, view.as_ref()?)))
    }
}

/// An operation of which nothing else has to be known.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CallOperation {
    /// Its id.
    pub operation: Spanned<String>,
}

/// Names, each with what is said of it.
pub type Names = BTreeMap<Spanned<String>, Spanned<String>>;

/// Something that is shown of calls beside their records.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CallView {
    /// The operation that answers with it.
    pub operation: Spanned<String>,
    /// Where the list of it stands in an answer that is no list by itself. Without one, the answer is the only row.
    pub rows: Option<Spanned<String>>,
    /// Fact -> where it stands in a row.
    pub columns: BTreeMap<Spanned<String>, Spanned<String>>,
    /// Parameters that always have the same value.
    #[serde(default)]
    pub with: BTreeMap<Spanned<String>, Spanned<String>>,
    /// Of a list: name of a parameter -> its flag, where that is not its name in Rust.
    #[serde(default)]
    pub flags: BTreeMap<Spanned<String>, Spanned<String>>,
}

/// A list of calls.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CallList {
    /// The operation that lists them.
    pub operation: Spanned<String>,
    /// The parameter by which this list is meant and no other.
    pub when: Option<Spanned<String>>,
    /// Name of a parameter -> its flag, where that is not its name in Rust.
    #[serde(default)]
    pub flags: BTreeMap<Spanned<String>, Spanned<String>>,
    /// Name of a parameter -> the property that it asks for, where their names do not tell, for the mock.
    #[serde(default)]
    pub filters: BTreeMap<Spanned<String>, CallFilter>,
}

/// What a filter asks for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CallFilter {
    /// Where the property stands in an item.
    pub at: Spanned<String>,
    /// Value of the parameter -> what the property is then, if it is a truth value.
    #[serde(default)]
    pub means: BTreeMap<String, bool>,
}

/// How one call is read.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CallGet {
    /// The operation that reads one.
    pub operation: Spanned<String>,
    /// Why its record leads to no recording.
    pub no_recording: Option<Spanned<String>>,
}

/// What the SDK is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sdk {
    /// What the SDK is called: its folder, and the beginning of its environment variables.
    pub name: String,
    /// The provider's own name, as people write it.
    pub title: String,
    /// What the SDK is, in one sentence.
    pub summary: String,
    /// What the source document is called; a short name of it comes before the first comma.
    pub document: String,
    /// The crate, as examples name it; the same as `name` unless it is given.
    #[serde(rename = "crate")]
    pub krate: Option<String>,
}

/// Where the service is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Server {
    /// The address that the client uses unless it is given one.
    pub default: Option<Spanned<String>>,
    /// No address is published: the user must give one.
    #[serde(default)]
    pub required: bool,
    /// Why it is this one, or why there is none.
    pub reason: Option<String>,
}

/// How the client proves who it is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Credentials {
    /// A key of `components.securitySchemes`.
    pub scheme: Spanned<String>,
    /// The builder's method.
    pub setter: Spanned<String>,
    /// The names of the method's arguments: one, or two for Basic.
    pub arguments: Vec<Spanned<String>>,
    /// One environment variable an argument.
    pub env: Vec<String>,
    /// Credentials that are sent together with it: where one requirement of `security` of the document names several schemes.
    #[serde(default)]
    pub with: Vec<Credentials>,
}

/// A header that the client owns and sends with every call.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// Its name on the wire.
    pub name: Spanned<String>,
    /// The builder's method; without one the header is constant.
    pub setter: Option<Spanned<String>>,
    /// The value of a constant header.
    pub value: Option<String>,
    /// The value that is sent unless the user gives another.
    pub default: Option<String>,
    /// The environment variable that it is read from.
    pub env: Option<String>,
    /// What it is, for rustdoc.
    pub doc: Option<String>,
    /// Why the client owns it.
    pub reason: String,
}

/// JSON pointers into an error body; the first that hits is taken.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Errors {
    /// Where the provider's code stands.
    #[serde(default)]
    pub code: Vec<String>,
    /// Where the message stands.
    #[serde(default)]
    pub message: Vec<String>,
    /// Where the id of the request stands.
    #[serde(default)]
    pub request_id: Vec<String>,
    /// A 2xx answer in which this top-level field is false is an API error.
    pub success_flag: Option<Spanned<String>>,
}

/// In which response headers the service tells its rate limit.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RateLimit {
    /// How many requests an interval allows.
    pub limit: Spanned<String>,
    /// How many of them are left.
    pub remaining: Spanned<String>,
    /// How long the interval is.
    pub interval_milliseconds: Spanned<String>,
    /// How many requests a day allows.
    pub daily_limit: Spanned<String>,
    /// How many of them are left.
    pub daily_remaining: Spanned<String>,
    /// Where this is documented.
    pub reason: String,
}

impl Credentials {
    /// It, and what is sent together with it.
    pub fn together(&self) -> impl Iterator<Item = &Self> + Clone {
        [self].into_iter().chain(&self.with)
    }

    /// How the builder's method is declared: `api_key(key)`.
    pub fn signature(&self) -> String {
        let arguments = self.arguments.iter().map(|name| name.get_ref().as_str());
        let arguments: Vec<_> = arguments.collect();
        format!("{}({})", self.setter.get_ref(), arguments.join(", "))
    }
}

impl RateLimit {
    pub fn spanned(&self) -> [&Spanned<String>; 5] {
        [
            &self.limit,
            &self.remaining,
            &self.interval_milliseconds,
            &self.daily_limit,
            &self.daily_remaining,
        ]
    }

    pub fn names(&self) -> [&str; 5] {
        self.spanned().map(|name| name.get_ref().as_str())
    }
}

/// What `Debug` output hides.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Redactions {
    /// `Schema.property` of what is about a person.
    #[serde(default)]
    pub personal: Vec<Spanned<String>>,
    /// `Schema.property` of what is a credential.
    #[serde(default)]
    pub secret: Vec<Spanned<String>>,
}

/// Why a value is hidden.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Redact {
    Personal,
    Secret,
}

/// One field under several names: another spelling, or the name that the service has given it since. One of them has to be there
/// where one is documented as required.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alias {
    /// The schema that has them.
    pub schema: Spanned<String>,
    /// The method that reads whichever came.
    pub accessor: Spanned<String>,
    /// The names, the one that counts first at the front.
    pub fields: Vec<Spanned<String>>,
    /// What it is, for rustdoc.
    pub doc: String,
}

/// What a spec cannot say about an operation.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OperationSettings {
    /// Whether it may be repeated after a fault, where its method does not say so.
    pub idempotent: Option<bool>,
    /// How the list goes on: `"none"`, or a table (below).
    // Read by `Paging::parse`, which can say what is wrong with it.
    pub paging: Option<Spanned<toml::Value>>,
    /// Name of a parameter on the wire -> its name in Rust.
    #[serde(default)]
    pub names: BTreeMap<Spanned<String>, Spanned<String>>,
    /// Name of a parameter -> from what its value is made.
    #[serde(default)]
    pub convert: BTreeMap<Spanned<String>, Spanned<String>>,
    /// Groups of parameters of which at least one must be given.
    #[serde(default)]
    pub one_of: Vec<Vec<Spanned<String>>>,
    /// Groups of parameters that are given together or not at all.
    #[serde(default)]
    pub together: Vec<Vec<Spanned<String>>>,
    /// Groups of parameters of which at most one may be given.
    #[serde(default)]
    pub exclusive: Vec<Vec<Spanned<String>>>,
    /// Groups of parameters of which the first is of effect only together with the others.
    #[serde(default)]
    pub needs: Vec<Vec<Spanned<String>>>,
    /// Which parameter comes before which, as `["startDate", "<", "endDate"]`; `<=` where the two may be equal.
    #[serde(default)]
    pub ordered: Vec<Vec<Spanned<String>>>,
}

/// The signs of `ordered`, each with whether what stands around it may be equal.
pub const ORDERS: [(&str, bool); 2] = [("<", false), ("<=", true)];

/// What a parameter is given as, where that is not what is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    /// A time, sent as milliseconds since 1970.
    UnixMilliseconds,
    /// A boolean, sent as 1 or 0.
    BoolAsInteger,
}

impl Conversion {
    /// Each with its name in `sdk.toml`.
    pub const ALL: [(&'static str, Self); 2] = [
        ("unix-milliseconds", Self::UnixMilliseconds),
        ("bool-as-integer", Self::BoolAsInteger),
    ];

    pub fn named(name: &str) -> Option<Self> {
        let (_, conversion) = Self::ALL.into_iter().find(|(known, _)| *known == name)?;
        Some(conversion)
    }
}

impl OperationSettings {
    /// How the list goes on; nothing if it is no list, or if what is said cannot be read, which the checks tell.
    pub fn list(&self) -> Option<Paging> {
        Paging::parse(self.paging.as_ref()?.get_ref())
            .ok()
            .flatten()
    }

    /// The name in Rust that is given to a parameter.
    pub fn name(&self, parameter: &str) -> Option<&str> {
        Some(self.names.get(parameter)?.get_ref())
    }

    /// From what the value of a parameter is made.
    pub fn conversion(&self, parameter: &str) -> Option<Conversion> {
        Conversion::named(self.convert.get(parameter)?.get_ref())
    }
}

/// A payload that is received and that no operation names.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WebhookSettings {
    /// The schema of the payload.
    pub schema: Spanned<String>,
    /// What it tells, for rustdoc.
    pub doc: String,
    /// A member of the body under which the payload may come instead of at the top.
    pub also_under: Option<Spanned<String>>,
    /// The header in which an Ed25519 signature of the body's bytes stands, as base64, where one is documented.
    pub signature: Option<Spanned<String>>,
    /// The member of the body in which a delivery says when it was made.
    pub sent_at: Option<String>,
    /// The member of the body that tells one delivery from another.
    pub delivery_id: Option<String>,
}

impl SdkToml {
    /// How `Schema.property` is hidden.
    pub fn redaction(&self, key: &str) -> Option<Redact> {
        let lists = |names: &[Spanned<String>]| names.iter().any(|name| name.get_ref() == key);
        if lists(&self.redact.secret) {
            Some(Redact::Secret)
        } else {
            lists(&self.redact.personal).then_some(Redact::Personal)
        }
    }

    /// What the client can be given to prove who it is, each instead of the others.
    pub fn ways(&self) -> impl Iterator<Item = &Credentials> + Clone {
        [&self.credentials]
            .into_iter()
            .chain(&self.other_credentials)
    }

    /// Every credential that the client takes.
    pub fn all_credentials(&self) -> impl Iterator<Item = &Credentials> + Clone {
        self.ways().flat_map(Credentials::together)
    }

    /// The settings of an operation.
    pub fn operation(&self, id: &str) -> Option<&OperationSettings> {
        self.operations.get(id)
    }

    /// Whether the client sends this header by itself.
    pub fn owns_header(&self, name: &str) -> bool {
        self.headers
            .iter()
            .any(|header| header.name.get_ref().eq_ignore_ascii_case(name))
    }
}

/// Reads the settings.
pub fn parse(text: &str, file: Arc<Path>) -> Result<SdkToml, Problem> {
    toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| line_of(text, span.start));
        let message: Vec<_> = error.message().lines().map(str::trim).collect();
        let message = message.join(" ");
        match unknown_field(&message, "the keys here are") {
            Some((key, fix)) => {
                let message = format!("the key `{key}` is not known here; {fix}");
                Place::new(file, line, key).wrong(message)
            }
            None => Place::new(file, line, String::new()).wrong(format!(
                "this cannot be read as settings: {}; compare it with the sdk.toml of another provider",
                message.trim_end_matches('.')
            )),
        }
    })
}

/// Takes serde's sentence "unknown field `x`, expected `a` or `b`" apart: the key, and what to write instead.
fn unknown_field(message: &str, known: &str) -> Option<(String, String)> {
    let rest = message.strip_prefix("unknown field ")?;
    // Every second piece stands between backquotes: first the key, then what is known.
    let mut quoted = rest.split('`').skip(1).step_by(2);
    let key = quoted.next()?;
    let all: Vec<_> = quoted.collect();
    let fix = hint(
        key,
        all.iter().copied(),
        &format!("{known} {}", all.join(", ")),
    );
    Some((key.to_owned(), fix))
}

/// The line (1-based) in which a byte stands.
fn line_of(text: &str, offset: usize) -> usize {
    let before = text.get(..offset).unwrap_or(text);
    before.matches('\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    const SETTINGS: &str = "[sdk]\nname = 'a'\ntitle = 'A'\nsummary = 's'\ndocument = 'd'\n\
        [server]\nrequired = true\n[credentials]\nscheme = 'key'\nsetter = 'key'\narguments = ['key']\nenv = ['A_KEY']\n";

    fn read(text: &str) -> Result<SdkToml, Problem> {
        parse(text, Path::new("sdk.toml").into())
    }

    fn failure(addition: &str) -> String {
        let problem = read(&format!("{SETTINGS}{addition}")).expect_err("it is refused");
        let key = problem.pointer.filter(|key| !key.is_empty());
        let (line, what, fix) = (problem.line, problem.what, problem.fix);
        format!("{line:?} {key:?}: {what}; {fix}")
    }

    #[test]
    fn reasons_and_settings_are_found_by_name() {
        let text = format!(
            "{SETTINGS}[relax]\n'Call.id' = 'because'\n[operations.get_call]\npaging = 'none'\n[[headers]]\nname = 'Version'\nvalue = '1'\nreason = 'asked for'\n"
        );
        let sdk = read(&text).expect("it parses");
        assert_eq!(sdk.relax["Call.id"], "because");
        assert_eq!(sdk.presume.get("Call.id"), None);
        assert!(
            sdk.operation("get_call")
                .is_some_and(|settings| settings.paging.is_some())
        );
        assert!(sdk.owns_header("version") && !sdk.owns_header("X-Version"));
    }

    #[test]
    fn mistakes_are_named_with_their_line() {
        insta::assert_snapshot!(failure("[redcat]\n"), @r#"Some(13) Some("redcat"): the key `redcat` is not known here; did you mean `redact`?"#);
        insta::assert_snapshot!(failure("[redact]\npersnoal = []\n"), @r#"Some(14) Some("persnoal"): the key `persnoal` is not known here; did you mean `personal`?"#);
        insta::assert_snapshot!(failure("[operations.get_call]\npages = 'none'\n"), @r#"Some(14) Some("pages"): the key `pages` is not known here; the keys here are idempotent, paging, names, convert, one_of, together, exclusive, needs, ordered"#);
        insta::assert_snapshot!(failure("[relax]\n'Call.id' = 3\n"), @"Some(14) None: this cannot be read as settings: invalid type: integer `3`, expected a string; compare it with the sdk.toml of another provider");
        insta::assert_snapshot!(failure("[relax\n"), @"Some(13) None: this cannot be read as settings: unclosed table, expected `]`; compare it with the sdk.toml of another provider");
        insta::assert_snapshot!(failure("[sdk]\n"), @"Some(13) None: this cannot be read as settings: duplicate key; compare it with the sdk.toml of another provider");
    }
}
