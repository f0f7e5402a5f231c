//! The objects of OpenAPI 3.0.3 as tables.

use Form::{
    Any, Components, Count, Flag, FlagOr, List, Map, Number, One, Paths, Responses, Security, Text,
    TextMap, Texts, Values, Word,
};

/// An object: its keys, which of them it must have, and whether a `$ref` may stand in its place.
pub struct Object {
    /// With its article, for messages.
    pub name: &'static str,
    pub keys: &'static [(&'static str, Form)],
    pub required: &'static [&'static str],
    pub reference: bool,
    /// Keys of which one must be there.
    pub either: &'static [&'static str],
    /// Keys of other versions and dialects, with what to write here.
    pub newer: &'static [(&'static str, &'static str)],
}

/// Of what kind a value is.
pub enum Form {
    Any,
    Text,
    Flag,
    Number,
    /// A whole number that is not negative.
    Count,
    /// A list of anything.
    Values,
    Texts,
    TextMap,
    Security,
    One(&'static Object),
    FlagOr(&'static Object),
    List(&'static Object),
    /// Free names to objects.
    Map(&'static Object),
    /// Paths to objects.
    Paths(&'static Object),
    /// Response codes to objects.
    Responses(&'static Object),
    /// Names of components to objects.
    Components(&'static Object),
    /// One of these words.
    Word(&'static [&'static str]),
}

impl Form {
    /// For messages: "`x` must be …".
    pub fn described(&self) -> &'static str {
        match self {
            Any => "a value",
            Text => "a string",
            Flag => "true or false",
            Number => "a number",
            Count => "a whole number that is not negative",
            Values | List(_) => "a list",
            Texts => "a list of strings",
            TextMap => "a mapping to strings",
            Security => "a list of mappings from a security scheme to a list of scopes",
            One(_) | Map(_) | Paths(_) | Responses(_) | Components(_) => "a mapping",
            Word(_) => "one of the words that are known",
            FlagOr(_) => "true, false or a mapping",
        }
    }
}

const fn plain(
    name: &'static str,
    required: &'static [&'static str],
    keys: &'static [(&'static str, Form)],
) -> Object {
    Object {
        name,
        keys,
        required,
        reference: false,
        either: &[],
        newer: &[],
    }
}

const fn referable(
    name: &'static str,
    required: &'static [&'static str],
    keys: &'static [(&'static str, Form)],
) -> Object {
    Object {
        name,
        keys,
        required,
        reference: true,
        either: &[],
        newer: &[],
    }
}

const fn with_schema(
    name: &'static str,
    required: &'static [&'static str],
    keys: &'static [(&'static str, Form)],
) -> Object {
    Object {
        name,
        keys,
        required,
        reference: true,
        either: &["schema", "content"],
        newer: &[],
    }
}

pub static ROOT: Object = Object {
    name: "the document",
    keys: &[
        ("openapi", Text),
        ("info", One(&INFO)),
        ("servers", List(&SERVER)),
        ("paths", Paths(&PATH_ITEM)),
        ("components", One(&COMPONENTS)),
        ("security", Security),
        ("tags", List(&TAG)),
        ("externalDocs", One(&EXTERNAL_DOCS)),
    ],
    required: &["openapi", "info", "paths"],
    reference: false,
    either: &[],
    newer: &[
        (
            "swagger",
            "write OpenAPI 3.0.3, which begins with `openapi: 3.0.3`",
        ),
        ("webhooks", "remove it: only OpenAPI 3.1 has webhooks"),
        ("definitions", "move the schemas to `components.schemas`"),
    ],
};

static INFO: Object = plain(
    "info",
    &["title", "version"],
    &[
        ("title", Text),
        ("description", Text),
        ("termsOfService", Text),
        ("contact", One(&CONTACT)),
        ("license", One(&LICENSE)),
        ("version", Text),
    ],
);

static CONTACT: Object = plain(
    "a contact",
    &[],
    &[("name", Text), ("url", Text), ("email", Text)],
);

static LICENSE: Object = plain("a licence", &["name"], &[("name", Text), ("url", Text)]);

static TAG: Object = plain(
    "a tag",
    &["name"],
    &[
        ("name", Text),
        ("description", Text),
        ("externalDocs", One(&EXTERNAL_DOCS)),
    ],
);

static EXTERNAL_DOCS: Object = plain(
    "externalDocs",
    &["url"],
    &[("description", Text), ("url", Text)],
);

static SERVER: Object = plain(
    "a server",
    &["url"],
    &[
        ("url", Text),
        ("description", Text),
        ("variables", Map(&SERVER_VARIABLE)),
    ],
);

static SERVER_VARIABLE: Object = plain(
    "a server variable",
    &["default"],
    &[("enum", Texts), ("default", Text), ("description", Text)],
);

static PATH_ITEM: Object = referable(
    "a path item",
    &[],
    &[
        ("summary", Text),
        ("description", Text),
        ("get", One(&OPERATION)),
        ("put", One(&OPERATION)),
        ("post", One(&OPERATION)),
        ("delete", One(&OPERATION)),
        ("options", One(&OPERATION)),
        ("head", One(&OPERATION)),
        ("patch", One(&OPERATION)),
        ("trace", One(&OPERATION)),
        ("servers", List(&SERVER)),
        ("parameters", List(&PARAMETER)),
    ],
);

static OPERATION: Object = plain(
    "an operation",
    &["responses"],
    &[
        ("tags", Texts),
        ("summary", Text),
        ("description", Text),
        ("externalDocs", One(&EXTERNAL_DOCS)),
        ("operationId", Text),
        ("parameters", List(&PARAMETER)),
        ("requestBody", One(&REQUEST_BODY)),
        ("responses", Responses(&RESPONSE)),
        ("callbacks", Any),
        ("deprecated", Flag),
        ("security", Security),
        ("servers", List(&SERVER)),
    ],
);

const STYLES: Form = Word(&[
    "matrix",
    "label",
    "form",
    "simple",
    "spaceDelimited",
    "pipeDelimited",
    "deepObject",
]);

static PARAMETER: Object = with_schema(
    "a parameter",
    &["name", "in"],
    &[
        ("name", Text),
        ("in", Word(&["path", "query", "header", "cookie"])),
        ("description", Text),
        ("required", Flag),
        ("deprecated", Flag),
        ("allowEmptyValue", Flag),
        ("style", STYLES),
        ("explode", Flag),
        ("allowReserved", Flag),
        ("schema", One(&SCHEMA)),
        ("example", Any),
        ("examples", Map(&EXAMPLE)),
        ("content", Map(&MEDIA_TYPE)),
    ],
);

static HEADER: Object = with_schema(
    "a header",
    &[],
    &[
        ("description", Text),
        ("required", Flag),
        ("deprecated", Flag),
        ("style", STYLES),
        ("explode", Flag),
        ("schema", One(&SCHEMA)),
        ("example", Any),
        ("examples", Map(&EXAMPLE)),
        ("content", Map(&MEDIA_TYPE)),
    ],
);

static REQUEST_BODY: Object = referable(
    "a request body",
    &["content"],
    &[
        ("description", Text),
        ("content", Map(&MEDIA_TYPE)),
        ("required", Flag),
    ],
);

static MEDIA_TYPE: Object = plain(
    "a media type",
    &[],
    &[
        ("schema", One(&SCHEMA)),
        ("example", Any),
        ("examples", Map(&EXAMPLE)),
        ("encoding", Any),
    ],
);

static RESPONSE: Object = referable(
    "a response",
    &["description"],
    &[
        ("description", Text),
        ("headers", Map(&HEADER)),
        ("content", Map(&MEDIA_TYPE)),
        ("links", Any),
    ],
);

static EXAMPLE: Object = referable(
    "an example",
    &[],
    &[
        ("summary", Text),
        ("description", Text),
        ("value", Any),
        ("externalValue", Text),
    ],
);

static COMPONENTS: Object = plain(
    "components",
    &[],
    &[
        ("schemas", Components(&SCHEMA)),
        ("responses", Components(&RESPONSE)),
        ("parameters", Components(&PARAMETER)),
        ("examples", Components(&EXAMPLE)),
        ("requestBodies", Components(&REQUEST_BODY)),
        ("headers", Components(&HEADER)),
        ("securitySchemes", Components(&SECURITY_SCHEME)),
        ("links", Any),
        ("callbacks", Any),
    ],
);

static SECURITY_SCHEME: Object = referable(
    "a security scheme",
    &["type"],
    &[
        ("type", Word(&["apiKey", "http", "oauth2", "openIdConnect"])),
        ("description", Text),
        ("name", Text),
        ("in", Word(&["header", "query", "cookie"])),
        ("scheme", Text),
        ("bearerFormat", Text),
        ("flows", Any),
        ("openIdConnectUrl", Text),
    ],
);

pub static SCHEMA: Object = Object {
    name: "a schema",
    keys: &[
        ("title", Text),
        ("multipleOf", Number),
        ("maximum", Number),
        ("exclusiveMaximum", Flag),
        ("minimum", Number),
        ("exclusiveMinimum", Flag),
        ("maxLength", Count),
        ("minLength", Count),
        ("pattern", Text),
        ("maxItems", Count),
        ("minItems", Count),
        ("uniqueItems", Flag),
        ("maxProperties", Count),
        ("minProperties", Count),
        ("required", Texts),
        ("enum", Values),
        ("type", Text),
        ("allOf", List(&SCHEMA)),
        ("oneOf", List(&SCHEMA)),
        ("anyOf", List(&SCHEMA)),
        ("not", One(&SCHEMA)),
        ("items", One(&SCHEMA)),
        ("properties", Map(&SCHEMA)),
        ("additionalProperties", FlagOr(&SCHEMA)),
        ("description", Text),
        ("format", Text),
        ("default", Any),
        ("nullable", Flag),
        ("discriminator", One(&DISCRIMINATOR)),
        ("readOnly", Flag),
        ("writeOnly", Flag),
        ("xml", Any),
        ("externalDocs", One(&EXTERNAL_DOCS)),
        ("example", Any),
        ("deprecated", Flag),
    ],
    required: &[],
    reference: true,
    either: &[],
    newer: &[
        (
            "const",
            "write an `enum` with one value as a component of its own",
        ),
        ("examples", "write `example` with one value"),
        ("$defs", "move the schemas to `components.schemas`"),
        ("definitions", "move the schemas to `components.schemas`"),
        ("patternProperties", "write `additionalProperties`"),
        ("in", "a schema has no place; did you mean a parameter?"),
    ],
};

static DISCRIMINATOR: Object = plain(
    "a discriminator",
    &["propertyName"],
    &[("propertyName", Text), ("mapping", TextMap)],
);
