//! What a new user writes first, and what comes of it: it works, or it does not compile where the compiler names the way, as
//! `tests/guesses.rs` checks.

/// An id that is a UUID is no text: `.parse()?` makes one of it, and says which part is wrong.
///
/// ```compile_fail,E0308
/// # async fn example(diga: callslip_diga::Client) {
/// let call = diga.get_call("3c90c3cc-0d44-4b50-8888-8dd25736052a").await;
/// # }
/// ```
///
/// ```
/// use callslip_diga::uuid::Uuid;
/// let refused = "3c90c3cc-0d44-4b50-8888-8dd25736052x".parse::<Uuid>().map_err(|error| error.to_string());
/// assert!(refused.is_err_and(|why| why.contains("`x`")));
/// ```
struct TextForUuid;

/// The crates of ids and times come with the SDK.
///
/// ```
/// let id = callslip_diga::uuid::Uuid::nil();
/// let time: callslip_diga::chrono::DateTime<callslip_diga::chrono::Utc> = Default::default();
/// # drop((id, time));
/// ```
struct OwnUuid;

/// A request does nothing until it is awaited, and one that is not is told by a lint.
///
/// ```compile_fail
/// #![deny(unused_must_use)]
/// # fn main() {}
/// # fn example(diga: callslip_diga::Client, id: callslip_diga::uuid::Uuid) {
/// diga.get_call(id);
/// # }
/// ```
struct NotAwaited;

/// `.await` and `.send().await` are the same.
///
/// ```
/// # async fn example(credira: callslip_credira::Client) -> Result<(), callslip_credira::Error> {
/// let one = credira.get_call("call_123456789").await?;
/// let same = credira.get_call("call_123456789").send().await?;
/// # drop((one, same)); Ok(())
/// # }
/// ```
struct Sent;

/// A builder is no client before `build()`.
///
/// ```compile_fail,E0599
/// let client = callslip_credira::Client::builder().api_key("k");
/// let call = client.get_call("call_123456789");
/// ```
struct NotBuilt;

/// There is no `new`: credentials differ, and the message names `from_env`.
///
/// ```compile_fail,E0599
/// let client = callslip_credira::Client::new("k");
/// ```
struct New;

/// An answer reads as its record, without `into_inner`.
///
/// ```
/// # async fn example(liner: callslip_liner::Client) -> Result<(), callslip_liner::Error> {
/// let seconds = liner.get_call_record(123).await?.data.duration_seconds;
/// # drop(seconds); Ok(())
/// # }
/// ```
struct Deref;

/// A number that is missing is absent and never 0, so it cannot be calculated with at once.
///
/// ```compile_fail,E0369
/// # async fn example(liner: callslip_liner::Client) -> Result<(), callslip_liner::Error> {
/// let minutes = liner.get_call_record(123).await?.data.duration_seconds / 60;
/// # Ok(())
/// # }
/// ```
struct Absent;

/// A list is a stream with a `try_next` of its own; no trait has to be imported.
///
/// ```
/// # async fn example(diga: callslip_diga::Client) -> Result<(), callslip_diga::Error> {
/// let mut calls = diga.list_calls().stream();
/// while let Some(call) = calls.try_next().await? {
///     println!("{}", call.id);
/// }
/// # Ok(())
/// # }
/// ```
struct NoTrait;

/// A state can be one that nobody knew, so a `match` wants another arm.
///
/// ```compile_fail,E0004
/// use callslip_diga::types::CallStatus;
/// # fn example(status: CallStatus) -> bool {
/// match status {
///     CallStatus::Completed => true,
///     CallStatus::Failed => false,
/// }
/// # }
/// ```
struct Exhaustive;
