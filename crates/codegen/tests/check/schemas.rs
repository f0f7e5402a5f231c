use crate::fixture::Case;

/// The good spec with another property in place of `extra`.
fn with(property: &str) -> String {
    Case::good()
        .spec(
            "{type: object, description: Anything., additionalProperties: {}}",
            &format!("{{description: d, x-source: s, {property}}}"),
        )
        .call(",\n    \"extra\": {\"any\": 1}", "")
        .told()
}

#[test]
fn what_becomes_a_type_passes() {
    for property in [
        "type: string, format: uuid, nullable: true",
        "type: string, maxLength: 3, pattern: a",
        "type: number",
        "type: array, items: {}",
        "type: object, additionalProperties: {type: string}",
        "nullable: true, allOf: [{$ref: '#/components/schemas/Status'}]",
        "type: integer, format: int64, minimum: 1, maximum: 3, exclusiveMinimum: true",
        "type: integer",
        "type: integer, format: int32, enum: [1, 2]",
        "type: number, format: float",
        "type: string, format: date",
        "oneOf: [{type: string}, {type: integer}]",
        "anyOf: [{type: array, items: {}}, {$ref: '#/components/schemas/Part'}]",
    ] {
        assert_eq!(with(property), "", "{property}");
    }
}

#[test]
fn keywords_fit_the_type() {
    insta::assert_snapshot!(with("type: sting"), @"specs/sample/openapi.yaml:67: /components/schemas/Call/properties/extra/type: there is no type `sting`; did you mean `string`?");
    insta::assert_snapshot!(with("type: boolean, minLength: 1"), @"specs/sample/openapi.yaml:67: /components/schemas/Call/properties/extra/minLength: `minLength` says nothing about the type `boolean`; remove it");
    insta::assert_snapshot!(with("format: uuid"), @"specs/sample/openapi.yaml:67: /components/schemas/Call/properties/extra/format: `format` stands without a type; add `type: string`");
    insta::assert_snapshot!(with("type: array"), @"specs/sample/openapi.yaml:67: /components/schemas/Call/properties/extra: the list does not say what is in it; add `items` (`{}` for anything)");
    insta::assert_snapshot!(with("type: string, format: datetime"), @"specs/sample/openapi.yaml:67: /components/schemas/Call/properties/extra/format: the generator does not know the format `datetime` here; did you mean `date-time`?");
    insta::assert_snapshot!(with("type: string, format: binary"), @"specs/sample/openapi.yaml:67: /components/schemas/Call/properties/extra/format: the generator does not know the format `binary` here; for this type here the generator knows date-time, uuid, uri, date, time, email, byte, password; say the rest in the description");
}

#[test]
fn limits_make_sense() {
    insta::assert_snapshot!(with("type: string, pattern: '('"), @"specs/sample/openapi.yaml:67: /components/schemas/Call/properties/extra/pattern: `(` is not a regular expression; mend it");
    insta::assert_snapshot!(with("type: number, exclusiveMinimum: true"), @"specs/sample/openapi.yaml:67: /components/schemas/Call/properties/extra/exclusiveMinimum: `exclusiveMinimum` stands without `minimum`; add `minimum`");
    insta::assert_snapshot!(with("type: string, minLength: 3, maxLength: 2"), @"specs/sample/openapi.yaml:67: /components/schemas/Call/properties/extra/minLength: `minLength` is more than `maxLength`; no value fits; mend one");
    insta::assert_snapshot!(with("type: integer, format: int64, minimum: 1.5"), @"specs/sample/openapi.yaml:67: /components/schemas/Call/properties/extra/minimum: `minimum` of an integer is not a whole number of 64 bits; write a whole number");
}

#[test]
fn objects_have_names_and_maps_are_maps() {
    insta::assert_snapshot!(with("type: object, properties: {a: {type: string, description: d, x-source: s}}"), @"specs/sample/openapi.yaml:67: /components/schemas/Call/properties/extra: an object with properties has no name here; move it to components.schemas and refer to it");
    insta::assert_snapshot!(with("type: object, additionalProperties: true"), @"specs/sample/openapi.yaml:67: /components/schemas/Call/properties/extra/additionalProperties: `additionalProperties: true` is not a schema; write `additionalProperties: {}` for a free-form map");
    insta::assert_snapshot!(with("type: object"), @"specs/sample/openapi.yaml:67: /components/schemas/Call/properties/extra: the object has no properties; describe them, or write `additionalProperties: {}` for a free-form map");
    insta::assert_snapshot!(Case::good().spec("      required: [id]\n", "      required: [id, sattus]\n      additionalProperties: false\n").told(), @r#"
    specs/sample/openapi.yaml:56: /components/schemas/Call/required: `sattus` is required and not described; did you mean `status`?
    specs/sample/openapi.yaml:57: /components/schemas/Call/additionalProperties: `additionalProperties` stands beside `properties`; remove it: properties that are not described are always kept in the raw body
    "#);
}

#[test]
fn composition_is_for_references() {
    insta::assert_snapshot!(with("allOf: [{type: string}]"), @"specs/sample/openapi.yaml:67: /components/schemas/Call/properties/extra/allOf: the generator does not merge schemas; use `allOf` only around one `$ref`, and write merged properties out");
    insta::assert_snapshot!(with("allOf: [{$ref: '#/components/schemas/Call'}, {$ref: '#/components/schemas/Call'}]"), @"specs/sample/openapi.yaml:67: /components/schemas/Call/properties/extra/allOf: the generator does not merge schemas; use `allOf` only around one `$ref`, and write merged properties out");
    insta::assert_snapshot!(with("properties: {id: {type: string}}, allOf: [{$ref: '#/components/schemas/Call'}]"), @r#"
    specs/sample/openapi.yaml:67: /components/schemas/Call/properties/extra/properties: `properties` stands beside `allOf`; remove it: the `$ref` inside says it all
    specs/sample/openapi.yaml:67: /components/schemas/Call/properties/extra/properties: `properties` stands without a type; add `type: object`
    specs/sample/openapi.yaml:67: /components/schemas/Call/properties/extra/properties/id: the property has no description; say what it is, with its unit
    "#);
    insta::assert_snapshot!(with("not: {type: string}"), @"specs/sample/openapi.yaml:67: /components/schemas/Call/properties/extra/not: `not` cannot be a type; say it in the description");
}

#[test]
fn only_properties_are_nullable() {
    insta::assert_snapshot!(with("type: array, items: {type: string, nullable: true}"), @"specs/sample/openapi.yaml:67: /components/schemas/Call/properties/extra/items/nullable: only a property can be nullable; write `nullable: true` at each property that can be null");
    insta::assert_snapshot!(Case::good().spec("      type: string\n      description: State", "      type: string\n      nullable: true\n      description: State").told(), @"specs/sample/openapi.yaml:70: /components/schemas/Status/nullable: only a property can be nullable; write `nullable: true` at each property that can be null");
}
