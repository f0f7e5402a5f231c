use crate::fixture::Case;

const PAGING: &str = "paging = \"none\"";

fn call(call: &str) -> String {
    Case::good()
        .sdk(PAGING, &format!("{PAGING}\n{call}"))
        .told()
}

const RECORD: &str = "[call.record]\nschemas = { CallResponse = '/call' }\n[call.record.columns]\ncall_id = { at = '/id' }\n";

#[test]
fn what_is_read_is_what_a_record_is_made_of() {
    let get = "[call.get]\noperation = 'get_call'\n";
    insta::assert_snapshot!(call(&format!("{RECORD}{get}")), @"");
    insta::assert_snapshot!(call(&format!("{RECORD}[call.get]\noperation = 'get_calls'")), @"specs/sample/sdk.toml:46: call.get.operation: the spec has no operation `get_calls`; did you mean `get_call`?");
    insta::assert_snapshot!(call(get), @"specs/sample/sdk.toml:42: call.get.operation: `get_call` tells of `CallResponse`, of which no record is made; name that under `schemas` in [call.record]");
    let recording = "[[call.record.recordings]]\nurl = { at = '/id' }\n";
    insta::assert_snapshot!(call(&format!("{RECORD}{recording}{get}no_recording = 'none'")), @"specs/sample/sdk.toml:49: call.get.no_recording: [call.record] has a recording; remove one of the two");
    let list = "[call]\nno_list = 'none'\n[[call.list]]\noperation = 'get_call'\n";
    assert!(call(list).contains("call.no_list: [[call.list]] has one; remove one of the two"));
}

#[test]
fn lists_are_lists_and_their_flags_are_free() {
    insta::assert_snapshot!(call("[[call.list]]\noperation = 'get_call'\nflags = { ident = 'x' }\n[[call.list]]\noperation = 'get_call'\nwhen = 'idd'\n[[call.list]]\noperation = 'get_call'\n"), @r#"
    specs/sample/sdk.toml:42: call.list.operation: `get_call` is no list; give it a `paging` in [operations], or name another operation
    specs/sample/sdk.toml:43: call.list.flags: `get_call` has no parameter `ident`; name a parameter of the operation
    specs/sample/sdk.toml:45: call.list.operation: `get_call` is no list; give it a `paging` in [operations], or name another operation
    specs/sample/sdk.toml:46: call.list.flags: `get_call` has no parameter `idd`; did you mean `id`?
    specs/sample/sdk.toml:48: call.list.operation: `get_call` is no list; give it a `paging` in [operations], or name another operation
    specs/sample/sdk.toml:48: call.list.operation: another list is the usual one already; say with `when` which parameter asks for this one
    "#);
}

#[test]
fn a_body_that_has_to_say_something_is_not_for_the_command_line() {
    let list = format!("{PAGING}\n[[call.list]]\noperation = 'get_call'\n");
    let body = "      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Call'}}}}";
    let at = "      responses:\n";
    let told = Case::good()
        .spec(at, &format!("{body}\n{at}"))
        .sdk(PAGING, &list)
        .told();
    insta::assert_snapshot!(told, @"
    specs/sample/sdk.toml:42: call.list.operation: `get_call` is no list; give it a `paging` in [operations], or name another operation
    specs/sample/sdk.toml:42: call.list.operation: `get_call` wants a body that cannot be empty, which a command line cannot give; name another operation
    ");
}

#[test]
fn what_is_shown_of_calls_is_known_and_stands_in_the_answer() {
    insta::assert_snapshot!(call("[call.transcript]\noperation = 'get_call'\ncolumns = { text = '/call/id' }"), @"");
    insta::assert_snapshot!(call("[call.transcript]\noperation = 'get_calls'\ncolumns = { text = '/call/id' }"), @"specs/sample/sdk.toml:42: call.transcript.operation: the spec has no operation `get_calls`; did you mean `get_call`?");
    insta::assert_snapshot!(call("[call.logs]\noperation = 'get_call'\ncolumns = { grade = '/call/id', event = '/call/ident' }"), @r#"
    specs/sample/sdk.toml:43: call.logs.columns: `/call/ident`: there is no property `ident`; write a JSON pointer from the record's root, as in "/id"
    specs/sample/sdk.toml:43: call.logs.columns: `grade` is no fact of `logs`; it has time, level, category, event
    "#);
    insta::assert_snapshot!(call("[call.messages]\noperation = 'get_call'\nrows = '/call/id'\ncolumns = { text = '/id' }"), @r#"specs/sample/sdk.toml:43: call.messages.rows: `/call/id/*`: there is no property `*`; write a JSON pointer from the record's root, as in "/id""#);
    insta::assert_snapshot!(call("[call.transcript]\noperation = 'get_call'\ncolumns = { text = '/call/id' }\nwith = { ident = 'x', id = 'y' }\nflags = { idd = 'z' }"), @r#"
    specs/sample/sdk.toml:44: call.transcript.with: `get_call` has no parameter `ident`; name a parameter of the operation
    specs/sample/sdk.toml:44: call.transcript.with: `id` is required, so whoever calls gives it; remove it
    specs/sample/sdk.toml:45: call.transcript.flags: `get_call` has no parameter `idd`; did you mean `id`?
    "#);
    insta::assert_snapshot!(call("[call.start]\noperation = 'get_call'"), @"specs/sample/sdk.toml:42: call.start.operation: `get_call` does not take an object as its only argument and answer with JSON; name another operation");
}

#[test]
fn a_record_is_made_of_what_there_is_in_its_unit_and_its_words() {
    let good = "[call.record]
schemas = { CallResponse = '/call', Call = '' }
[call.record.columns]
call_id = { at = '/id' }
status = { at = '/status', values = { done = 'completed', failed = 'failed' } }
is_final = { at = '/status', values = { done = 'true' }, otherwise = 'false' }
channel = { always = 'phone', because = 'it says so' }
started_at = { at = '/started' }
output = { at = '/extra' }
[call.record.refs]
part = { at = '/parts', when = '/status', is = 'done' }";
    let good = good.replace("part = { at = '/parts'", "id = { at = '/id'");
    insta::assert_snapshot!(call(&good), @"");
    let lake = "[call.record]\nschemas = { CallResponse = '' }\n[call.record.columns]\ncall_id = { at = '/call/id' }";
    insta::assert_snapshot!(call(&format!("{lake}\n[call.lake]\nlist = {{ operation = 'get_calls' }}\nget = {{ operation = 'get_call' }}")), @"specs/sample/sdk.toml:46: call.lake.operation: the spec has no operation `get_calls`; did you mean `get_call`?");
    insta::assert_snapshot!(call(
        "[call.record]
schemas = { CallResponse = '/cal', Cal = '' }
[call.record.columns]
status = { at = '/call/status', values = { don = 'completed', failed = 'fail' } }
direction = {}
channel = { always = 'phones' }
started_at = { at = '/call/id', unit = 's' }
duration_ms = { at = '/call/started' }
end_reason = { at = '/call/reason', when = '/call/status' }
keyword = { at = '/call/id' }
tags = { at = '/call/parts' }
[call.record.scores]
mood = { at = '/call/id' }
[call.record.turns]
at = '/call/parts'
speakers = { bot = 'robot' }
[call.lake]
list = { operation = 'get_call', with = { ident = 'x' } }
between = ['Api-Date']
order = ['id', 'asc']
turns = { operation = 'get_call' }"
    ));
    insta::assert_snapshot!(call(&format!("{lake}\n[call.lake]\nlist = {{ operation = 'get_calls' }}\ndetails = 'It tells more.'")), @r"
    specs/sample/sdk.toml:46: call.lake.operation: the spec has no operation `get_calls`; did you mean `get_call`?
    specs/sample/sdk.toml:47: call.lake.details: there is no `get` to read a call by its id with; say how, or leave `details` out
    ");
}

/// A list by a body with what a lake says of it; the body is `Ask`, whose properties these are.
fn lake(properties: &str, lake: &str) -> String {
    let ask = format!(
        "  schemas:\n    Ask: {{type: object, description: What is asked for., properties: {{{properties}}}}}\n"
    );
    let body = "      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Ask'}}}}\n";
    let record = RECORD.replace("'/id' }", "'/id' }\nstarted_at = { at = '/started' }");
    let list = "[call.lake]\nlist = { operation = 'get_call' }\n";
    Case::good()
        .spec("  schemas:\n", &ask)
        .spec("      responses:\n", &format!("{body}      responses:\n"))
        .sdk(PAGING, &format!("{PAGING}\n{record}{list}{lake}"))
        .told()
}

#[test]
fn a_lake_asks_for_times_that_can_be_asked_for() {
    const ASK: &str = "when: {description: When., allOf: [{$ref: '#/components/schemas/When'}]}, at: {type: string, format: date-time, description: When.}, most: {type: integer, format: int64, description: Most.}, text: {type: string, description: A text.}";
    let when = |of: &str| {
        format!(
            "{ASK}}}}}\n    When: {{type: object, description: When., {of}properties: {{name: {{type: string, description: A name.}}, from: {{type: integer, format: int64, description: From.}}, to: {{type: integer, format: int64, nullable: true, description: To.}}"
        )
    };
    insta::assert_snapshot!(lake(&when(""), "between = ['/when/from', '/when/to']\nby = 'ended_at'"), @r"
    specs/sample/sdk.toml:47: call.lake.operation: `get_call` does not answer with a list of what [call.record] has under `schemas`; name its schema there, or another operation
    specs/sample/sdk.toml:48: call.lake: `/when/to` of the body cannot be set alone: what it stands in is required, may be null or hidden, or wants more; name another property
    specs/sample/sdk.toml:48: call.lake.between: `/when/from` is a number, and nothing says of what; give the column of [call.record] that it goes by a `unit`
    specs/sample/sdk.toml:48: call.lake.between: `/when/to` is a number, and nothing says of what; give the column of [call.record] that it goes by a `unit`
    specs/sample/sdk.toml:49: call.lake.by: calls are placed by `created_at` or `started_at`, not by `ended_at`; write `started_at`, or leave `by` out
    ");
    insta::assert_snapshot!(lake(&when("required: [name], "), "between = ['at', '/when/from']\nby = 'started_at'"), @r"
    specs/sample/sdk.toml:47: call.lake.operation: `get_call` does not answer with a list of what [call.record] has under `schemas`; name its schema there, or another operation
    specs/sample/sdk.toml:48: call.lake: `/when/from` of the body cannot be set alone: what it stands in is required, may be null or hidden, or wants more; name another property
    specs/sample/sdk.toml:48: call.lake.between: `/when/from` is a number, and nothing says of what; give the column of [call.record] that it goes by a `unit`
    ");
    insta::assert_snapshot!(lake(&when(""), "between = ['text', '/when/until']\norder = ['mode', 'a', 'b']\nlimit = 'most'"), @r"
    specs/sample/sdk.toml:47: call.lake.operation: `get_call` does not answer with a list of what [call.record] has under `schemas`; name its schema there, or another operation
    specs/sample/sdk.toml:48: call.lake: `get_call` has no parameter and no property of its body `/when/until`; name one, one further down as a JSON pointer
    specs/sample/sdk.toml:48: call.lake.between: `text` is no time; name a parameter that is one, or leave `between` out
    specs/sample/sdk.toml:49: call.lake: `get_call` has no parameter and no property of its body `mode`; name one, one further down as a JSON pointer
    ");
}
