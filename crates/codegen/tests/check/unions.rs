use crate::fixture::Case;

/// What nothing tells apart is kept as JSON.
#[test]
fn parts_need_not_be_told_apart() {
    let message =
        "      oneOf:\n        - type: string\n        - {type: array, items: {type: string}}";
    for parts in [
        "anyOf: [{type: string}, {type: array, items: {type: string}}]",
        "oneOf: [{type: boolean}, {type: array, items: {type: string}}]",
        "oneOf: [{$ref: '#/components/schemas/TalkPart'}, {type: array, items: {}}]",
    ] {
        let case = Case::good().spec(message, &format!("      {parts}"));
        assert_eq!(case.told(), "", "{parts}");
    }
}

#[test]
fn parts_can_be_told_apart() {
    insta::assert_snapshot!(Case::good().spec("allOf: [{$ref: '#/components/schemas/Status'}]", "anyOf: [{$ref: '#/components/schemas/Status'}, {type: string}]").told(), @"specs/sample/openapi.yaml:61: /components/schemas/Call/properties/status/anyOf: the generator cannot tell the parts of `anyOf` apart; write one component with the values as `x-extensible-enum`: every enum takes values that it does not know");
    insta::assert_snapshot!(Case::good().spec("allOf: [{$ref: '#/components/schemas/Message'}]", "oneOf: [{type: string}, {type: array, items: {type: string}}]").told(), @"specs/sample/openapi.yaml:104: /components/schemas/ErrorBody/properties/message/oneOf: the union has no name here; move it to components.schemas and refer to it");
}

#[test]
fn the_mapping_is_complete() {
    insta::assert_snapshot!(Case::good().spec("          WAIT: '#/components/schemas/WaitPart'\n", "").told(), @"specs/sample/openapi.yaml:80: /components/schemas/Part/discriminator/mapping: no value leads to `#/components/schemas/WaitPart`; add its value to the mapping");
    insta::assert_snapshot!(Case::good().spec("WAIT: '#/components/schemas/WaitPart'", "WAIT: WaitPart").told(), @"specs/sample/openapi.yaml:82: /components/schemas/Part/discriminator/mapping/WAIT: `WaitPart` is a bare name; write `#/components/schemas/WaitPart`");
    insta::assert_snapshot!(Case::good().spec("WAIT: '#/components/schemas/WaitPart'", "WAIT: '#/components/schemas/WaitPrt'").told(), @"specs/sample/openapi.yaml:82: /components/schemas/Part/discriminator/mapping/WAIT: `WAIT` leads to `#/components/schemas/WaitPrt`, which does not exist; did you mean `#/components/schemas/WaitPart`?");
    insta::assert_snapshot!(Case::good().spec("        propertyName: kind\n", "        propertyName: ''\n").told(), @"specs/sample/openapi.yaml:78: /components/schemas/Part/discriminator: the discriminator names no property; add `propertyName`");
}

#[test]
fn variants_have_the_tag() {
    insta::assert_snapshot!(Case::good().spec("      description: Talk.\n      required: [kind]\n", "      description: Talk.\n").told(), @"specs/sample/openapi.yaml:83: /components/schemas/TalkPart: the tag `kind` is not required in this variant; list it under `required`, or say with `x-tag-by-property` at the discriminator what stands in for it");
    insta::assert_snapshot!(Case::good().spec("kind: {type: string, description: Always `WAIT`.}", "sort: {type: string, description: d, x-source: s}").spec("      description: A wait.\n      required: [kind]\n", "      description: A wait.\n").told(), @"specs/sample/openapi.yaml:90: /components/schemas/WaitPart: the variant has no property `kind`, the tag of its union; describe it, and list it under `required`");
    insta::assert_snapshot!(Case::good().spec("kind: {type: string, description: Always `TALK`.}", "kind: {description: d, allOf: [{$ref: '#/components/schemas/Status'}]}").call("\"TALK\"", "\"done\"").told(), @r#"
    specs/sample/openapi.yaml:80: /components/schemas/Part/discriminator/mapping: the tag `kind` can be `done`, which leads nowhere; add `done` to the mapping
    specs/sample/openapi.yaml:80: /components/schemas/Part/discriminator/mapping: the tag `kind` can be `failed`, which leads nowhere; add `failed` to the mapping
    specs/sample/openapi.yaml:81: /components/schemas/Part/discriminator/mapping/TALK: `TALK` is none of the values of the tag `kind`; add it to the enum
    specs/sample/openapi.yaml:82: /components/schemas/Part/discriminator/mapping/WAIT: `WAIT` is none of the values of the tag `kind`; add it to the enum
    "#);
}

/// The good case with a tag that may be absent, and what stands in for it.
fn without_tag(stand_in: &str) -> String {
    Case::good()
        .spec(
            "        propertyName: kind\n",
            &format!("        propertyName: kind\n        x-tag-by-property: {stand_in}\n"),
        )
        .spec(
            "      description: A wait.\n      required: [kind]\n",
            "      description: A wait.\n      required: [seconds]\n",
        )
        .told()
}

#[test]
fn what_stands_in_for_a_tag_tells_the_variants_apart() {
    assert_eq!(without_tag("{seconds: WAIT}"), "");
    insta::assert_snapshot!(without_tag("{seconds: WAT}"), @"specs/sample/openapi.yaml:80: /components/schemas/Part/discriminator/x-tag-by-property/seconds: `seconds` means `WAT`, which leads nowhere; did you mean `WAIT`?");
    insta::assert_snapshot!(without_tag("{text: TALK}"), @"specs/sample/openapi.yaml:80: /components/schemas/Part/discriminator/x-tag-by-property/text: `text` is not required in the variant that it means; choose a property that every object of that variant has, and no other");
    insta::assert_snapshot!(without_tag("{kind: TALK}"), @"specs/sample/openapi.yaml:80: /components/schemas/Part/discriminator/x-tag-by-property/kind: `kind` is also a property of /components/schemas/WaitPart; choose a property that every object of that variant has, and no other");
}

#[test]
fn a_discriminator_belongs_to_a_union() {
    insta::assert_snapshot!(Case::good().spec("      description: A wait.\n", "      description: A wait.\n      discriminator: {propertyName: kind}\n").told(), @"specs/sample/openapi.yaml:93: /components/schemas/WaitPart/discriminator: the discriminator stands without `oneOf`; list the variants under `oneOf`");
}
