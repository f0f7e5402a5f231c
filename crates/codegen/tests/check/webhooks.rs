use crate::fixture::Case;

const SETTINGS: &str = "[webhooks.call_over]\nschema = \"CallOver\"\ndoc = \"Sent when a call is over.\"\nalso_under = \"data\"\n\n[operations.get_call]";

/// The good case with a payload.
fn with(settings: &str, example: &str) -> Case {
    Case::good()
        .sdk("[operations.get_call]", settings)
        .spec(
            "components:\n",
            "components:\n  examples:\n    call_over: {summary: A call., externalValue: examples/over.json}\n",
        )
        .spec(
            "    ErrorBody:\n",
            "    CallOver:\n      type: object\n      description: A call that is over.\n      properties:\n        id: {type: string, description: Which call.}\n        why: {type: string, description: Why it is over.}\n        parts: {type: array, description: Its parts., items: {$ref: '#/components/schemas/Part'}}\n    ErrorBody:\n",
        )
        .example("examples/over.json", example)
}

const EXAMPLE: &str = "{\"id\": \"c1\", \"why\": \"hung up\", \"parts\": []}";

#[test]
fn a_payload_with_schema_and_example_passes() {
    assert_eq!(with(SETTINGS, EXAMPLE).told(), "");
}

#[test]
fn the_schema_is_an_object_of_the_spec() {
    insta::assert_snapshot!(with(&SETTINGS.replace("\"CallOver\"", "\"CallOvr\""), EXAMPLE).told(), @"specs/sample/sdk.toml:40: webhooks.call_over.schema: the spec has no schema `CallOvr`; did you mean `CallOver`?");
    insta::assert_snapshot!(with(&SETTINGS.replace("\"CallOver\"", "\"Status\""), "\"done\"").told(), @"specs/sample/sdk.toml:40: webhooks.call_over.schema: `Status` is no object with properties; name a component that is one");
}

#[test]
fn the_example_fits_and_shows_every_property() {
    insta::assert_snapshot!(with(SETTINGS, "{\"id\": 1}").told(), @"specs/sample/examples/over.json:1: /id: this is not of the type string; mend the example, or the schema if the example is the document's");
    insta::assert_snapshot!(with(SETTINGS, "{\"id\": \"c1\", \"parts\": [], \"wy\": 1}").told(), @"specs/sample/examples/over.json:1: /wy: the schema does not know this property; did you mean `why`?");
    insta::assert_snapshot!(with(SETTINGS, EXAMPLE).spec("    call_over:", "    call_ovr:").told(), @"specs/sample/sdk.toml:39: webhooks.call_over: the payload has no example; name the document's body by `externalValue` at /components/examples/call_over of the spec");
}

#[test]
fn names_and_words() {
    insta::assert_snapshot!(with(&SETTINGS.replace("call_over", "callOver").replace("Sent when a call is over.", " "), EXAMPLE).spec("    call_over:", "    callOver:").told(), @r#"
    specs/sample/sdk.toml:39: webhooks.callOver: `callOver` cannot be part of a function's name; write `call_over`
    specs/sample/sdk.toml:39: webhooks.callOver.doc: the payload has no documentation; say in `doc` when it is sent and how a receiver knows that it is genuine
    "#);
    insta::assert_snapshot!(with(&SETTINGS.replace("\"data\"", "\"why\""), EXAMPLE).told(), @"specs/sample/sdk.toml:42: webhooks.call_over.also_under: `why` cannot hold the payload: it is empty or a property of it; name the member of the body that the payload can be in, or remove the key");
}
