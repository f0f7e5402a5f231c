//! Builds the model from a spec and its settings.

use std::collections::{BTreeMap, BTreeSet};

use toml::Spanned;

use super::{
    Also, Api, BYTES, Body, EnumValue, FORM, Field, Form, JSON, Limit, Location, Media, Message,
    Operation, OperationParameter, PARTS, Relation, RelationKind, SUCCESS, Schema, SchemaKind,
    Success, Type, Union, Webhook, split::split,
};
use crate::emit::text::sentence;
use crate::names;
use crate::problem::Problem;
use crate::spec::sdk_toml::{ORDERS, OperationSettings, SdkToml, WebhookSettings};
use crate::spec::{Document, Loaded, Node, Parts, local_name};

/// The HTTP methods that OpenAPI knows in a path item.
const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// Every open enum and union has this variant for what it does not know.
pub const UNKNOWN: &str = "Unknown";

/// Builds the model of what may not have been checked.
pub fn build(loaded: &Loaded) -> Api {
    let builder = Builder {
        document: &loaded.document,
        sdk: &loaded.sdk,
    };
    let schemas = loaded.document.components("schemas");
    let mut schemas: Vec<_> = schemas
        .map(|(name, node)| builder.schema(name, node))
        .collect();
    let mut operations = builder.operations();
    for operation in &mut operations {
        schemas.extend(builder.several_answers(operation));
        // What is sent in parts is no value.
        let form = operation.form_with_files().and_then(Media::reference);
        let form = form.map(local_name);
        schemas.retain(|schema| form.is_none_or(|form| form != schema.name));
    }
    let mut api = Api {
        operations,
        schemas,
        webhooks: webhooks(&loaded.sdk),
        parts: Parts::of(loaded.document.root()),
        ..Api::default()
    };
    api.index();
    api
}

/// Adds to a model that has passed the checks what only follows from the whole: sent halves, facts, essentials.
pub fn complete(mut api: Api) -> Result<Api, Problem> {
    split(&mut api);
    api.index();
    let mut names = BTreeSet::new();
    let mut halves = api.schemas.iter();
    if let Some(half) = halves.find(|schema| !names.insert(&schema.name)) {
        let name = &half.name;
        let message = format!(
            "`{name}` is also the name of what is sent of another schema; give the schema another name"
        );
        return Err(half.at.wrong(message));
    }
    let essentials = essentials(&api);
    let endless = |schema: &Schema| {
        let fields = schema.fields().iter().map(|field| &field.kind);
        let endless = fields.map(|kind| api.has_no_end(&schema.name, kind));
        endless.collect::<Vec<bool>>()
    };
    let endless: Vec<_> = api.schemas.iter().map(endless).collect();
    for (schema, endless) in api.schemas.iter_mut().zip(endless) {
        let is_received = api.received.contains(&schema.name);
        if let SchemaKind::Object(fields) = &mut schema.kind {
            for (field, boxed) in fields.iter_mut().zip(endless) {
                let key = format!("{}.{}", schema.name, field.name);
                field.fact &= is_received;
                field.boxed = boxed;
                if field.essential.is_none() {
                    field.essential = essentials.get(&key).map(|reason| (*reason).to_owned());
                }
            }
        }
    }
    Ok(api)
}

/// `Schema.property` of what a list is none without: the list itself with all that it lies in, and what tells its items apart.
fn essentials(api: &Api) -> BTreeMap<String, &'static str> {
    let mut found = BTreeMap::new();
    let mut mark = |kind: &Type, pointer: &str, reason: &'static str| {
        for (owner, field) in api.way(kind, pointer).into_iter().flatten() {
            found.insert(format!("{}.{}", owner.name, field.name), reason);
        }
    };
    for operation in &api.operations {
        let (Some(paging), Success::Json(page)) = (&operation.paging, &operation.success) else {
            continue;
        };
        let reason = "It is what the answer is asked for, or holds it.";
        mark(page, paging.items(), reason);
        if let (Some(item), Some(id)) = (api.item(operation), paging.id()) {
            let reason = "It tells the records of the list apart.";
            mark(item, id, reason);
            for (_, variant) in api.variants_of(item) {
                mark(&Type::Named(variant.name.clone()), id, reason);
            }
        }
    }
    found
}

fn webhooks(sdk: &SdkToml) -> Vec<Webhook> {
    let webhook = |(name, settings): (&Spanned<String>, &WebhookSettings)| Webhook {
        name: name.get_ref().clone(),
        schema: settings.schema.get_ref().clone(),
        doc: settings.doc.clone(),
        also_under: settings
            .also_under
            .as_ref()
            .map(|member| member.get_ref().clone()),
    };
    sdk.webhooks.iter().map(webhook).collect()
}

struct Builder<'a> {
    document: &'a Document,
    sdk: &'a SdkToml,
}

impl<'a> Builder<'a> {
    fn operations(&self) -> Vec<Operation> {
        let paths = self.document.root().entries("paths");
        let all = paths.flat_map(|(path, item)| {
            let methods = METHODS.iter();
            let methods = methods.filter_map(|method| Some((*method, item.get(method)?)));
            methods.map(move |(method, at)| self.operation(path, item, method, at))
        });
        all.collect()
    }

    fn operation(&self, path: &str, item: &'a Node, method: &str, at: &'a Node) -> Operation {
        let id = at.text("operationId").unwrap_or_default();
        let settings = self.sdk.operation(id);
        let described = self.described(item, at);
        let parameters = described.iter();
        let parameters = parameters.filter_map(|node| self.parameter(node, settings));
        let mut parameters: Vec<_> = parameters.collect();
        let responses = at.entries("responses");
        let responses = responses.filter(|(code, _)| !code.starts_with("x-"));
        let responses =
            responses.filter_map(|(code, node)| Some((code.to_owned(), self.message(node)?)));
        let responses: Vec<_> = responses.collect();
        let request = at.get("requestBody").and_then(|node| self.message(node));
        let form = request.as_ref().and_then(|it| it.contents.first());
        let form = form.filter(|content| content.essence() == PARTS);
        if let Some(form) = form.and_then(|form| self.document.meant(form.schema.as_ref()?)) {
            let properties = form.entries("properties");
            parameters.extend(properties.map(|(name, at)| self.part(form, name, at, settings)));
        }
        let is_success = |(code, _): &&(String, Message)| code.starts_with(SUCCESS);
        let mut successes = responses.iter().filter(is_success);
        let first = successes.clone().next();
        let success = successes.find(|(_, it)| !it.contents.is_empty()).or(first);
        let status = success.and_then(|(code, _)| code.parse().ok());
        let errors = responses.iter().filter(|response| !is_success(response));
        let mut errors = errors.filter_map(|(_, error)| error.contents.first());
        let idempotent = settings.and_then(|settings| settings.idempotent);
        let is_special = |media_type: &String| media_type != JSON && !media_type.contains('*');
        let asked = success.and_then(|(_, answer)| answer.contents.first());
        let asked = asked.filter(|content| content.is_json() || content.framing().is_some());
        let sent = request
            .as_ref()
            .and_then(|request| request.contents.first());
        let sent = sent
            .map(Media::essence)
            .filter(|it| ![FORM, PARTS, BYTES].contains(&it.as_str()));
        let by_method = matches!(method, "get" | "head" | "put" | "delete" | "options");
        Operation {
            id: id.to_owned(),
            idempotent: idempotent.unwrap_or(by_method),
            paging: settings.and_then(OperationSettings::list),
            method: method.to_owned(),
            path: path.to_owned(),
            summary: at.said("summary"),
            description: at.text("description").map(str::to_owned),
            parameters,
            body: request.as_ref().and_then(body),
            success: success.map_or(Success::Empty, |(_, answer)| received(answer)),
            accept: asked.map(Media::essence).filter(is_special),
            content_type: sent.filter(is_special),
            // A class of statuses begins with its hundred, which of successes is the plainest.
            success_status: status.unwrap_or(200),
            error: errors.find_map(|content| Some(content.kind.name()?.to_owned())),
            relations: settings.map_or(Vec::new(), relations),
            described: described.into_iter().cloned().collect(),
            request,
            responses,
            at: at.clone(),
            item: item.clone(),
        }
    }

    /// Where the successes of an operation have different bodies, what comes is one of them: a union, if they can be told apart.
    fn several_answers(&self, operation: &mut Operation) -> Option<Schema> {
        let answers = operation.answers(SUCCESS);
        let bodies: Vec<_> = answers.filter_map(|(_, answer)| answer.json()).collect();
        if bodies.iter().all(|body| body.kind == bodies[0].kind) {
            return None;
        }
        let parts: Option<Vec<Node>> = bodies.iter().map(|body| body.schema.clone()).collect();
        let union = parts.and_then(|parts| self.told_by_fields(&parts));
        let made = union.map(|union| Schema {
            name: names::pascal(&format!("{}_answer", operation.id)),
            at: operation
                .at
                .get("responses")
                .unwrap_or(&operation.at)
                .clone(),
            description: format!("An answer of `{}`, whichever its status has", operation.id),
            kind: SchemaKind::Union(union),
        });
        operation.success = Success::Json(match &made {
            Some(schema) => Type::Named(schema.name.clone()),
            None => Type::Any,
        });
        made
    }

    /// The parameters of an operation, those of its path item among them unless it overrides them.
    fn described(&self, item: &'a Node, operation: &'a Node) -> Vec<&'a Node> {
        let resolved = |owner: &'a Node| {
            let parameters = owner.items("parameters").iter();
            parameters.filter_map(|node| self.document.resolve(node))
        };
        let key = |node: &'a Node| (node.text("in"), node.text("name"));
        let mut all: Vec<_> = resolved(item).collect();
        all.retain(|shared| resolved(operation).all(|own| key(own) != key(shared)));
        all.extend(resolved(operation));
        all
    }

    fn parameter(
        &self,
        node: &Node,
        settings: Option<&OperationSettings>,
    ) -> Option<OperationParameter> {
        let name = node.text("name")?;
        let location = match node.text("in")? {
            "path" => Location::Path,
            "query" if node.text("style") == Some("deepObject") => Location::Deep,
            "query" if self.is_object(node) => Location::Spread,
            "query" => Location::Query,
            "cookie" => Location::Cookie,
            "header" if !self.sdk.owns_header(name) => Location::Header,
            _ => return None,
        };
        let schema = node.get("schema");
        let kind = self.kind_at(node, "schema");
        let in_one_piece =
            location == Location::Header || (node.has("explode") && !node.flag("explode"));
        let form = match settings.and_then(|settings| settings.conversion(name)) {
            Some(conversion) => Form::Converted(conversion),
            None if in_one_piece
                && (matches!(kind, Type::Array(_)) || location == Location::Spread) =>
            {
                Form::CommaList
            }
            None => Form::Plain,
        };
        let given_name = settings.and_then(|settings| settings.name(name));
        Some(OperationParameter {
            name: name.to_owned(),
            at: node.clone(),
            rust_name: given_name.map_or_else(|| names::snake(name), str::to_owned),
            location,
            required: node.flag("required"),
            description: node.said("description"),
            kind,
            form,
            limit: schema.and_then(|schema| Limit::of(self.document, schema)),
        })
    }

    /// Whether the value of a parameter is an object.
    fn is_object(&self, parameter: &Node) -> bool {
        let schema = parameter.get("schema");
        let schema = schema.and_then(|schema| self.document.meant(schema));
        schema.is_some_and(|schema| schema.text("type") == Some("object"))
    }

    /// A part of a form with files.
    fn part(
        &self,
        form: &Node,
        name: &str,
        at: &Node,
        settings: Option<&OperationSettings>,
    ) -> OperationParameter {
        let given_name = settings.and_then(|settings| settings.name(name));
        let kind = match self.kind(at) {
            Type::Binary => Type::File,
            Type::Array(item) if *item == Type::Binary => Type::Array(Box::new(Type::File)),
            kind => kind,
        };
        OperationParameter {
            name: name.to_owned(),
            at: at.clone(),
            rust_name: given_name.map_or_else(|| names::snake(name), str::to_owned),
            location: Location::Part,
            required: form.texts("required").any(|required| required == name),
            description: described(at, kind == Type::Any),
            kind,
            form: Form::Plain,
            limit: Limit::of(self.document, at),
        }
    }

    fn message(&self, node: &Node) -> Option<Message> {
        let at = self.document.resolve(node)?;
        let contents = at.entries("content").map(|(media_type, at)| Media {
            media_type: media_type.to_owned(),
            at: at.clone(),
            schema: at.get("schema").cloned(),
            kind: self.kind_at(at, "schema"),
        });
        Some(Message {
            at: at.clone(),
            contents: contents.collect(),
        })
    }

    fn schema(&self, name: &str, node: &Node) -> Schema {
        let kind = self.schema_kind(name, node);
        let is_any = matches!(kind, SchemaKind::Alias(Type::Any));
        Schema {
            name: name.to_owned(),
            at: node.clone(),
            description: described(node, is_any),
            kind,
        }
    }

    fn schema_kind(&self, name: &str, node: &Node) -> SchemaKind {
        let kind = node.text("type");
        if let Some(values) = enum_values(node).filter(|_| kind == Some("string")) {
            return SchemaKind::Enum(values);
        }
        let properties = node.entries("properties");
        if kind == Some("object") && properties.clone().next().is_some() {
            let fields =
                properties.map(|(field, property)| self.field(name, node, field, property));
            return SchemaKind::Object(fields.collect());
        }
        match (parts_of_union(node), node.get("discriminator")) {
            ([_, ..], Some(discriminator)) => {
                let variants = pairs(discriminator, "mapping")
                    .map(|(value, to)| (value, local_name(to).to_owned()));
                let implied = pairs(discriminator, "x-tag-by-property")
                    .map(|(name, tag)| (name, tag.to_owned()));
                let implied: BTreeMap<_, _> = implied.collect();
                SchemaKind::Union(Union {
                    tag: discriminator.said("propertyName"),
                    variants: variants.collect(),
                    implied: implied.into_iter().collect(),
                })
            }
            ([_, ..], None) if is_string_or_list(node) => SchemaKind::StringOrList,
            (parts, _) => match self.told_by_fields(parts) {
                Some(union) => SchemaKind::Union(union),
                None => SchemaKind::Alias(self.kind(node)),
            },
        }
    }

    /// A union without a tag, whose variants are told apart by a property that each has to have and that no other knows.
    fn told_by_fields(&self, parts: &[Node]) -> Option<Union> {
        let variant = |part: &'_ Node| {
            let name = local_name(part.text("$ref")?);
            let schema = self.document.schema(name)?;
            let is_object = schema.text("type") == Some("object") && schema.has("properties");
            (is_object && names::pascal(name) != UNKNOWN).then(|| (name.to_owned(), schema))
        };
        let variants: Vec<_> = parts.iter().map(variant).collect::<Option<_>>()?;
        let implied = variants.iter().map(|(name, schema)| {
            let others = variants.iter().filter(|(other, _)| other != name);
            let mut others = others.filter_map(|(_, other)| other.get("properties"));
            let mut required = schema.texts("required");
            let own = required.find(|own| others.all(|other| !other.has(own)))?;
            Some((own.to_owned(), name.clone()))
        });
        let implied = implied.collect::<Option<BTreeMap<_, _>>>()?;
        let variants = variants.into_iter().map(|(name, _)| (name.clone(), name));
        (implied.len() > 1).then(|| Union {
            tag: String::new(),
            variants: variants.collect(),
            implied: implied.into_iter().collect(),
        })
    }

    fn field(&self, schema: &str, object: &Node, name: &str, property: &Node) -> Field {
        let key = format!("{schema}.{name}");
        let meant = self.document.meant(property);
        let sdk = self.sdk;
        let kind = self.kind(property);
        Field {
            name: name.to_owned(),
            rust_name: sdk
                .names
                .get(key.as_str())
                .map_or_else(|| names::field(name), |given| given.get_ref().clone()),
            at: property.clone(),
            description: described(property, kind == Type::Any),
            kind,
            documented_required: object.texts("required").any(|required| required == name),
            nullable: property.flag("nullable"),
            limit: Limit::of(self.document, property),
            source: property.text("x-source").map(str::to_owned),
            redact: sdk.redaction(&key),
            relaxed: sdk.relax.get(key.as_str()).cloned(),
            presumed: sdk.presume.get(key.as_str()).cloned(),
            essential: sdk.essential.get(key.as_str()).cloned(),
            fact: meant.is_some_and(|meant| self.kind(meant).is_fact()),
            boxed: false,
            empty_list: sdk.empty_list.get(key.as_str()).cloned(),
            also: self.also(schema, name),
        }
    }

    /// The other names of a field: `[[aliases]]` says that all of them are one.
    fn also(&self, schema: &str, field: &str) -> Vec<Also> {
        let mut all = Vec::new();
        for alias in &self.sdk.aliases {
            let names = || alias.fields.iter().map(|name| name.get_ref());
            if alias.schema.get_ref() == schema && names().any(|name| name == field) {
                all.extend(names().filter(|name| *name != field).map(|name| Also {
                    name: name.clone(),
                    accessor: alias.accessor.get_ref().clone(),
                }));
            }
        }
        all
    }

    /// The type of what a schema under a key describes; any if there is none.
    fn kind_at(&self, node: &Node, key: &str) -> Type {
        node.get(key).map_or(Type::Any, |schema| self.kind(schema))
    }

    /// The type that a schema describes in place.
    fn kind(&self, node: &Node) -> Type {
        if let Some(reference) = node.text("$ref") {
            let name = local_name(reference);
            return match self.document.schema(name) {
                Some(_) => Type::Named(name.to_owned()),
                None => Type::Any,
            };
        }
        let inner = |key: &str| Box::new(self.kind_at(node, key));
        match node.text("type") {
            Some("array") => Type::Array(inner("items")),
            Some("object") => Type::Map(inner("additionalProperties")),
            Some(kind) => {
                let format = node.text("format").unwrap_or_default();
                Type::plain(kind, format).unwrap_or(Type::Any)
            }
            None => match node.items("allOf") {
                [part] => self.kind(part),
                _ => Type::Any,
            },
        }
    }
}

fn body(request: &Message) -> Option<Body> {
    let content = request.contents.first()?;
    let kind = content.kind.clone();
    match content.essence().as_str() {
        _ if content.is_json() => Some(Body::Json(kind)),
        FORM => Some(Body::Form(kind)),
        PARTS => Some(Body::Parts),
        _ if kind == Type::Binary => Some(Body::Binary),
        _ => None,
    }
}

fn received(answer: &Message) -> Success {
    match answer.contents.first() {
        None => Success::Empty,
        Some(content) if content.is_json() => Success::Json(content.kind.clone()),
        Some(content) => match content.framing() {
            Some(framing) => Success::Stream(content.kind.clone(), framing),
            None => Success::Binary,
        },
    }
}

fn relations(settings: &OperationSettings) -> Vec<Relation> {
    [
        (RelationKind::OneOf, &settings.one_of),
        (RelationKind::Together, &settings.together),
        (RelationKind::Exclusive, &settings.exclusive),
        (RelationKind::Needs, &settings.needs),
    ]
    .into_iter()
    .flat_map(|(kind, groups)| groups.iter().map(move |group| (kind, group)))
    .map(|(kind, group)| Relation {
        kind,
        parameters: group.iter().map(|name| name.get_ref().clone()).collect(),
    })
    .chain(settings.ordered.iter().filter_map(|group| order(group)))
    .collect()
}

/// `["startDate", "<", "endDate"]`; the checks tell what is not of this form.
fn order(group: &[Spanned<String>]) -> Option<Relation> {
    let [first, sign, second] = group else {
        return None;
    };
    let (_, may_be_equal) = ORDERS
        .into_iter()
        .find(|(known, _)| known == sign.get_ref())?;
    Some(Relation {
        kind: RelationKind::Ordered { may_be_equal },
        parameters: [first, second].map(|name| name.get_ref().clone()).into(),
    })
}

/// The strings of a mapping under a key, by theirs.
fn pairs<'a>(node: &'a Node, key: &str) -> impl Iterator<Item = (String, &'a str)> + use<'a> {
    let entries = node.get(key).into_iter().flat_map(Node::map);
    entries.filter_map(|(from, to)| Some((from.to_owned(), to.str()?)))
}

/// The strings of a closed (`enum`) or open (`x-extensible-enum`) set.
pub fn set_of_strings(node: &Node) -> Option<impl Iterator<Item = &str> + Clone> {
    let mut keys = ["x-extensible-enum", "enum"].into_iter();
    let key = keys.find(|key| node.has(key))?;
    Some(node.texts(key))
}

fn enum_values(node: &Node) -> Option<Vec<EnumValue>> {
    let said = |key: &str, value: &str| Some(node.get(key)?.text(value)?.to_owned());
    let values = set_of_strings(node)?.map(|value| EnumValue {
        value: value.to_owned(),
        description: said("x-enum-descriptions", value),
        source: said("x-enum-sources", value),
    });
    Some(values.collect())
}

/// What a schema says of itself, and what a reader of its type would miss.
fn described(node: &Node, is_any: bool) -> String {
    let text = node.said("description");
    let values = node
        .items("enum")
        .iter()
        .map(|value| value.json().to_string());
    let values: Vec<_> = values.collect();
    let missed = match node.text("type") {
        Some("integer" | "number" | "boolean") if !values.is_empty() => {
            format!("One of {}.", values.join(", "))
        }
        None if is_any && !parts_of_union(node).is_empty() => {
            "One of several forms that nothing tells apart, so it is kept as JSON.".to_owned()
        }
        _ => return text,
    };
    format!("{}\n\n{missed}", sentence(&text))
}

/// The parts of which a value is one.
pub fn parts_of_union(node: &Node) -> &[Node] {
    match node.items("oneOf") {
        [] => node.items("anyOf"),
        parts => parts,
    }
}

/// The one union that needs no tag.
pub fn is_string_or_list(node: &Node) -> bool {
    let is_string = |node: &Node| node.text("type") == Some("string");
    let is_list = |node: &Node| {
        node.text("type") == Some("array") && node.get("items").is_some_and(is_string)
    };
    match parts_of_union(node) {
        [one, other] => (is_string(one) && is_list(other)) || (is_list(one) && is_string(other)),
        _ => false,
    }
}
