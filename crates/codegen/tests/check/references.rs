use crate::fixture::Case;

#[test]
fn a_reference_leads_to_a_component() {
    insta::assert_snapshot!(Case::good().spec("schemas/Status'", "schemas/Sttus'").told(), @"specs/sample/openapi.yaml:61: /components/schemas/Call/properties/status/allOf/0/$ref: there is no component `Sttus` under `schemas`; did you mean `Status`?");
    insta::assert_snapshot!(Case::good().spec("#/components/schemas/Status'", "other.yaml#/Status'").told(), @"specs/sample/openapi.yaml:61: /components/schemas/Call/properties/status/allOf/0/$ref: `other.yaml#/Status` leads out of this file; write `#/components/schemas/<name>`");
    insta::assert_snapshot!(Case::good().spec("#/components/schemas/Status'", "#/components/parameters/Status'").told(), @"specs/sample/openapi.yaml:61: /components/schemas/Call/properties/status/allOf/0/$ref: `#/components/parameters/Status` does not lead to a component under `schemas`; write `#/components/schemas/<name>`");
}

#[test]
fn components_are_not_references() {
    let told = Case::good()
        .spec(
            "    Status:\n",
            "    State: {$ref: '#/components/schemas/Status'}\n    Status:\n",
        )
        .told();
    insta::assert_snapshot!(told, @"specs/sample/openapi.yaml:68: /components/schemas/State: the component `State` is nothing but a reference; refer to the other component directly");
}

#[test]
fn circles_end() {
    let told = Case::good()
        .spec("    Status:\n", "    A: {$ref: '#/components/schemas/B'}\n    B: {$ref: '#/components/schemas/A'}\n    Status:\n")
        .spec("schema: {type: string, minLength: 1}", "schema: {$ref: '#/components/schemas/A'}")
        .told();
    assert!(
        told.contains("the component `A` is nothing but a reference"),
        "{told}"
    );
}

#[test]
fn response_parts_are_followed() {
    let told = Case::good()
        .spec("          description: Refused.\n", "          description: Refused.\n          headers: {X-Id: {$ref: '#/components/headers/Id'}}\n")
        .told();
    insta::assert_snapshot!(told, @"specs/sample/openapi.yaml:36: /paths/~1calls~1{id}/get/responses/4XX/headers/X-Id/$ref: there is no component `Id` under `headers`; add it, or mend the name");
}

/// One message a circle, however many components are in it.
#[test]
fn components_that_are_each_other() {
    let circle = "    First: {description: d, allOf: [{$ref: '#/components/schemas/Second'}]}\n    \
                  Second: {type: array, description: d, items: {$ref: '#/components/schemas/Third'}}\n    \
                  Third: {description: d, allOf: [{$ref: '#/components/schemas/First'}]}\n    \
                  Leads: {description: d, allOf: [{$ref: '#/components/schemas/Third'}]}\n    Status:\n";
    insta::assert_snapshot!(Case::good().spec("    Status:\n", circle).told(), @"specs/sample/openapi.yaml:68: /components/schemas/First: `First` is `Second` is `Third` is `First` again, and nothing else; describe one of them as an object with properties");
    let itself = "    Self-made: {type: object, description: d, additionalProperties: {$ref: '#/components/schemas/Self-made'}}\n    Status:\n";
    insta::assert_snapshot!(Case::good().spec("    Status:\n", itself).told(), @"specs/sample/openapi.yaml:68: /components/schemas/Self-made: `Self-made` is `Self-made` again, and nothing else; describe one of them as an object with properties");
}
