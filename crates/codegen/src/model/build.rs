//! Builds the model from a spec and its settings.

use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet};

use openapiv3::{
    AdditionalProperties, OpenAPI, Operation as SpecOperation, Parameter, ParameterData,
    ParameterSchemaOrContent, ReferenceOr, Response, Schema as SpecSchema, SchemaKind as SpecKind,
    StatusCode, StringFormat, Type as SpecType, VariantOrUnknownOrEmpty,
};
use serde_json::Value;
use toml::Spanned;

use super::{
    Also, Api, Body, EVENT_STREAM, EnumValue, Field, Form, Limit, Location, Operation,
    OperationParameter, Redact, Relation, RelationKind, Schema, SchemaKind, Success, Type, Union,
    Webhook, escape, local_name, split::split, to_send,
};
use crate::names;
use crate::problem::Problem;
use crate::spec::Loaded;
use crate::spec::sdk_toml::{ORDERS, OperationSettings, SdkToml, WebhookSettings};

/// Builds the model. The spec has passed the checks, so a failure here is a construct that no check knows yet: it is
/// reported with its place all the same.
pub fn build(loaded: &Loaded) -> Result<Api, Problem> {
    let builder = Builder { loaded };
    let mut api = Api {
        operations: builder.operations()?,
        schemas: builder.schemas()?,
        webhooks: webhooks(&loaded.sdk),
        split: BTreeSet::new(),
    };
    api.split = split(&mut api);
    for name in &api.split {
        let half = to_send(name);
        if api
            .schemas
            .iter()
            .filter(|schema| schema.name == half)
            .count()
            > 1
        {
            return Err(loaded.in_spec(
                &format!("/components/schemas/{}", escape(&half)),
                format!("`{half}` is also the name of what is sent of `{name}`"),
                "give the schema another name",
            ));
        }
    }
    let facts = facts(&api);
    let essentials = essentials(&api);
    for schema in &mut api.schemas {
        let SchemaKind::Object(fields) = &mut schema.kind else {
            continue;
        };
        for field in fields {
            let key = format!("{}.{}", schema.name, field.name);
            field.fact = facts.contains(&key);
            if field.essential.is_none() {
                field.essential = essentials.get(&key).map(|reason| (*reason).to_owned());
            }
        }
    }
    Ok(api)
}

/// `Schema.property` of every number, truth value and time that is received.
fn facts(api: &Api) -> BTreeSet<String> {
    let received = api.received();
    let of = |schema: &Schema| -> Vec<String> {
        let SchemaKind::Object(fields) = &schema.kind else {
            return Vec::new();
        };
        let facts = fields
            .iter()
            .filter(|field| api.resolve(&field.kind).is_fact());
        facts
            .map(|field| format!("{}.{}", schema.name, field.name))
            .collect()
    };
    let schemas = api
        .schemas
        .iter()
        .filter(|schema| received.contains(&schema.name));
    schemas.flat_map(of).collect()
}

/// `Schema.property` of what a list is none without: the list itself with all that it lies in, and what tells its items apart.
fn essentials(api: &Api) -> BTreeMap<String, &'static str> {
    let mut found = BTreeMap::new();
    for operation in &api.operations {
        let (Some(paging), Success::Json(page)) = (&operation.paging, &operation.success) else {
            continue;
        };
        let mut kind = api.resolve(page).clone();
        mark(
            api,
            &mut kind,
            paging.items(),
            "It is what the answer is asked for, or holds it.",
            &mut found,
        );
        if let (Type::Array(item), Some(id)) = (&kind, paging.id()) {
            let mut item = api.resolve(item).clone();
            mark(
                api,
                &mut item,
                id,
                "It tells the records of the list apart.",
                &mut found,
            );
        }
    }
    found
}

/// Marks every property on the way along a pointer; `kind` becomes what stands at its end.
fn mark(
    api: &Api,
    kind: &mut Type,
    pointer: &str,
    reason: &'static str,
    found: &mut BTreeMap<String, &'static str>,
) {
    for segment in pointer.split('/').skip(1) {
        let name = segment.replace("~1", "/").replace("~0", "~");
        let Type::Named(schema) = &*kind else { return };
        let Some(SchemaKind::Object(fields)) = api.schema(schema).map(|schema| &schema.kind) else {
            return;
        };
        let Some(field) = fields.iter().find(|field| field.name == name) else {
            return;
        };
        found.insert(format!("{schema}.{name}"), reason);
        *kind = api.resolve(&field.kind).clone();
    }
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
    loaded: &'a Loaded,
}

impl Builder<'_> {
    fn spec(&self) -> &OpenAPI {
        &self.loaded.spec
    }

    fn sdk(&self) -> &SdkToml {
        &self.loaded.sdk
    }

    fn unsupported(&self, pointer: &str, what: impl Into<String>) -> Problem {
        self.loaded.in_spec(
            pointer,
            what,
            "write it in one of the forms that the code generator knows",
        )
    }

    fn operations(&self) -> Result<Vec<Operation>, Problem> {
        let mut operations = Vec::new();
        for (path, item) in &self.spec().paths.paths {
            let ReferenceOr::Item(item) = item else {
                return Err(
                    self.unsupported(&format!("/paths/{}", escape(path)), "a path item is a $ref")
                );
            };
            for (method, operation) in item.iter() {
                operations.push(self.operation(path, method, operation, &item.parameters)?);
            }
        }
        Ok(operations)
    }

    fn operation(
        &self,
        path: &str,
        method: &str,
        operation: &SpecOperation,
        shared: &[ReferenceOr<Parameter>],
    ) -> Result<Operation, Problem> {
        let at = format!("/paths/{}/{method}", escape(path));
        let id = operation
            .operation_id
            .clone()
            .ok_or_else(|| self.unsupported(&at, "the operation has no operationId"))?;
        let settings = self.sdk().operation(&id);
        let mut parameters = Vec::new();
        for (index, parameter) in shared.iter().chain(&operation.parameters).enumerate() {
            let pointer = format!("{at}/parameters/{index}");
            let parameter = self.resolve_parameter(parameter, &pointer)?;
            if let Some(parameter) = self.parameter(parameter, settings, &pointer)? {
                parameters.push(parameter);
            }
        }
        Ok(Operation {
            idempotent: settings
                .and_then(|settings| settings.idempotent)
                .unwrap_or(matches!(
                    method,
                    "get" | "head" | "put" | "delete" | "options"
                )),
            paging: settings.and_then(OperationSettings::list),
            method: method.to_owned(),
            path: path.to_owned(),
            summary: operation.summary.clone().unwrap_or_default(),
            description: operation.description.clone(),
            parameters,
            body: self.body(operation, &at)?,
            success: self.success(operation, &at)?,
            success_status: success_status(operation),
            error: self.error(operation, &at)?,
            relations: settings.map_or(Vec::new(), relations),
            id,
        })
    }

    fn resolve_parameter<'p>(
        &'p self,
        parameter: &'p ReferenceOr<Parameter>,
        pointer: &str,
    ) -> Result<&'p Parameter, Problem> {
        match parameter {
            ReferenceOr::Item(parameter) => Ok(parameter),
            ReferenceOr::Reference { reference } => reference
                .strip_prefix("#/components/parameters/")
                .and_then(|name| {
                    self.spec()
                        .components
                        .as_ref()?
                        .parameters
                        .get(name)?
                        .as_item()
                })
                .ok_or_else(|| {
                    self.unsupported(
                        pointer,
                        format!("the parameter {reference} cannot be found"),
                    )
                }),
        }
    }

    fn parameter(
        &self,
        parameter: &Parameter,
        settings: Option<&OperationSettings>,
        pointer: &str,
    ) -> Result<Option<OperationParameter>, Problem> {
        let (location, data) = match parameter {
            Parameter::Path { parameter_data, .. } => (Location::Path, parameter_data),
            Parameter::Query { parameter_data, .. } => (Location::Query, parameter_data),
            Parameter::Header { parameter_data, .. } => (Location::Header, parameter_data),
            Parameter::Cookie { .. } => {
                return Err(self.unsupported(pointer, "cookie parameters are not supported"));
            }
        };
        if location == Location::Header && self.sdk().owns_header(&data.name) {
            return Ok(None);
        }
        let ParameterSchemaOrContent::Schema(schema) = &data.format else {
            return Err(self.unsupported(pointer, "a parameter with `content` is not supported"));
        };
        let kind = self.kind(schema, &format!("{pointer}/schema"))?;
        let given_name = settings.and_then(|settings| settings.name(&data.name));
        let form = match settings.and_then(|settings| settings.conversion(&data.name)) {
            Some(conversion) => Form::Converted(conversion),
            None if matches!(kind, Type::Array(_)) && data.explode == Some(false) => {
                Form::CommaList
            }
            None => Form::Plain,
        };
        Ok(Some(OperationParameter {
            name: data.name.clone(),
            rust_name: given_name.map_or_else(|| names::snake(&data.name), str::to_owned),
            location,
            required: data.required,
            description: description_of(data),
            kind,
            form,
            limit: Limit::of(self.spec(), schema),
        }))
    }

    fn body(&self, operation: &SpecOperation, at: &str) -> Result<Option<Body>, Problem> {
        let Some(body) = &operation.request_body else {
            return Ok(None);
        };
        let pointer = format!("{at}/requestBody");
        let ReferenceOr::Item(body) = body else {
            return Err(self.unsupported(&pointer, "a request body as $ref is not supported"));
        };
        match body.content.first() {
            Some((kind, content)) if kind.starts_with("application/json") => {
                match &content.schema {
                    Some(schema) => match self.kind(schema, &pointer)? {
                        Type::Named(name) => Ok(Some(Body::Json(name))),
                        _ => Err(self.unsupported(
                            &pointer,
                            "the request body is not a named component schema",
                        )),
                    },
                    None => Err(self.unsupported(&pointer, "the request body has no schema")),
                }
            }
            Some((kind, _)) if kind == "application/octet-stream" => Ok(Some(Body::Binary)),
            _ => Err(self.unsupported(&pointer, "the request body's media type is not supported")),
        }
    }

    fn response<'r>(
        &'r self,
        response: &'r ReferenceOr<Response>,
        pointer: &str,
    ) -> Result<&'r Response, Problem> {
        match response {
            ReferenceOr::Item(response) => Ok(response),
            ReferenceOr::Reference { reference } => reference
                .strip_prefix("#/components/responses/")
                .and_then(|name| {
                    self.spec()
                        .components
                        .as_ref()?
                        .responses
                        .get(name)?
                        .as_item()
                })
                .ok_or_else(|| {
                    self.unsupported(pointer, format!("the response {reference} cannot be found"))
                }),
        }
    }

    fn success(&self, operation: &SpecOperation, at: &str) -> Result<Success, Problem> {
        for (status, response) in &operation.responses.responses {
            if !is_success(status) {
                continue;
            }
            let pointer = format!("{at}/responses/{status}");
            let response = self.response(response, &pointer)?;
            return match response.content.first() {
                None => Ok(Success::Empty),
                Some((kind, content)) if is_json(kind) || kind.starts_with(EVENT_STREAM) => {
                    let Some(schema) = &content.schema else {
                        return Err(self.unsupported(&pointer, "the response has no schema"));
                    };
                    let pointer = format!("{pointer}/content/{}/schema", escape(kind));
                    let schema = self.kind(schema, &pointer)?;
                    Ok(if is_json(kind) {
                        Success::Json(schema)
                    } else {
                        Success::Events(schema)
                    })
                }
                Some(_) => Ok(Success::Binary),
            };
        }
        Err(self.unsupported(at, "the operation has no success response"))
    }

    fn error(&self, operation: &SpecOperation, at: &str) -> Result<Option<String>, Problem> {
        for (status, response) in &operation.responses.responses {
            if is_success(status) {
                continue;
            }
            let pointer = format!("{at}/responses/{status}");
            let response = self.response(response, &pointer)?;
            let Some(schema) = response
                .content
                .first()
                .and_then(|(_, content)| content.schema.as_ref())
            else {
                continue;
            };
            return match self.kind(schema, &pointer)? {
                Type::Named(name) => Ok(Some(name)),
                _ => {
                    Err(self
                        .unsupported(&pointer, "the error body is not a named component schema"))
                }
            };
        }
        Ok(None)
    }

    fn schemas(&self) -> Result<Vec<Schema>, Problem> {
        let Some(components) = &self.spec().components else {
            return Ok(Vec::new());
        };
        components
            .schemas
            .iter()
            .map(|(name, schema)| {
                let pointer = format!("/components/schemas/{}", escape(name));
                let ReferenceOr::Item(schema) = schema else {
                    return Err(self.unsupported(&pointer, "a component schema is a bare $ref"));
                };
                Ok(Schema {
                    name: name.clone(),
                    description: schema.schema_data.description.clone().unwrap_or_default(),
                    kind: self.schema_kind(name, schema, &pointer)?,
                })
            })
            .collect()
    }

    fn schema_kind(
        &self,
        name: &str,
        schema: &SpecSchema,
        pointer: &str,
    ) -> Result<SchemaKind, Problem> {
        if let Some(values) = enum_values(schema) {
            return Ok(SchemaKind::Enum(self.enum_values(schema, values)));
        }
        match &schema.schema_kind {
            SpecKind::Type(SpecType::Object(object)) if !object.properties.is_empty() => {
                let mut fields = Vec::new();
                for (field, property) in &object.properties {
                    let pointer = format!("{pointer}/properties/{}", escape(field));
                    let required = object.required.contains(field);
                    fields.push(self.field(name, field, property, required, &pointer)?);
                }
                Ok(SchemaKind::Object(fields))
            }
            SpecKind::OneOf { one_of } => match &schema.schema_data.discriminator {
                Some(discriminator) => Ok(SchemaKind::Union(Union {
                    tag: discriminator.property_name.clone(),
                    variants: discriminator
                        .mapping
                        .iter()
                        .map(|(value, target)| (value.clone(), local_name(target).to_owned()))
                        .collect(),
                    implied: discriminator
                        .extensions
                        .get("x-tag-by-property")
                        .and_then(Value::as_object)
                        .into_iter()
                        .flatten()
                        .filter_map(|(property, value)| {
                            Some((property.clone(), value.as_str()?.to_owned()))
                        })
                        .collect(),
                })),
                None if is_string_or_list(one_of) => Ok(SchemaKind::StringOrList),
                None => Err(self.unsupported(pointer, "a oneOf without discriminator")),
            },
            _ => Ok(SchemaKind::Alias(self.inline_kind(schema, pointer)?)),
        }
    }

    fn enum_values(&self, schema: &SpecSchema, values: Vec<String>) -> Vec<EnumValue> {
        let extension = |name: &str, value: &str| {
            schema
                .schema_data
                .extensions
                .get(name)?
                .get(value)?
                .as_str()
                .map(str::to_owned)
        };
        values
            .into_iter()
            .map(|value| EnumValue {
                description: extension("x-enum-descriptions", &value),
                source: extension("x-enum-sources", &value),
                value,
            })
            .collect()
    }

    fn field(
        &self,
        schema: &str,
        name: &str,
        property: &ReferenceOr<Box<SpecSchema>>,
        documented_required: bool,
        pointer: &str,
    ) -> Result<Field, Problem> {
        let key = format!("{schema}.{name}");
        let sdk = self.sdk();
        let redact = if sdk
            .redact
            .secret
            .iter()
            .any(|entry| *entry.get_ref() == key)
        {
            Some(Redact::Secret)
        } else if sdk
            .redact
            .personal
            .iter()
            .any(|entry| *entry.get_ref() == key)
        {
            Some(Redact::Personal)
        } else {
            None
        };
        let data = property.as_item().map(|schema| &schema.schema_data);
        let kind = match property {
            ReferenceOr::Reference { reference } => Type::Named(local_name(reference).to_owned()),
            ReferenceOr::Item(schema) => self.inline_kind(schema, pointer)?,
        };
        Ok(Field {
            rust_name: sdk
                .names
                .get(key.as_str())
                .map_or_else(|| names::snake(name), |given| given.get_ref().clone()),
            name: name.to_owned(),
            kind,
            description: data
                .and_then(|data| data.description.clone())
                .unwrap_or_default(),
            documented_required,
            nullable: data.is_some_and(|data| data.nullable),
            limit: Limit::of(self.spec(), property),
            source: data
                .and_then(|data| data.extensions.get("x-source"))
                .and_then(Value::as_str)
                .map(str::to_owned),
            redact,
            relaxed: sdk.relaxed(&key).map(str::to_owned),
            presumed: sdk.presumed(&key).map(str::to_owned),
            essential: sdk.essential(&key).map(str::to_owned),
            fact: false,
            empty_list: sdk.empty_list(&key).map(str::to_owned),
            also: self.also(schema, name),
        })
    }

    /// The other names of a field: `[[aliases]]` says that all of them are one.
    fn also(&self, schema: &str, field: &str) -> Vec<Also> {
        let aliases = self.sdk().aliases.iter();
        aliases
            .filter(|alias| alias.schema.get_ref() == schema)
            .filter(|alias| alias.fields.iter().any(|name| name.get_ref() == field))
            .flat_map(|alias| alias.fields.iter().map(move |name| (alias, name.get_ref())))
            .filter(|(_, name)| *name != field)
            .map(|(alias, name)| Also {
                name: name.clone(),
                accessor: alias.accessor.get_ref().clone(),
            })
            .collect()
    }

    fn kind<S: Borrow<SpecSchema>>(
        &self,
        schema: &ReferenceOr<S>,
        pointer: &str,
    ) -> Result<Type, Problem> {
        match schema {
            ReferenceOr::Reference { reference } => {
                Ok(Type::Named(local_name(reference).to_owned()))
            }
            ReferenceOr::Item(schema) => self.inline_kind(schema.borrow(), pointer),
        }
    }

    fn inline_kind(&self, schema: &SpecSchema, pointer: &str) -> Result<Type, Problem> {
        match &schema.schema_kind {
            SpecKind::Type(SpecType::String(string)) => Ok(match &string.format {
                VariantOrUnknownOrEmpty::Item(StringFormat::DateTime) => Type::DateTime,
                VariantOrUnknownOrEmpty::Item(StringFormat::Binary) => Type::Binary,
                VariantOrUnknownOrEmpty::Unknown(format) if format == "uuid" => Type::Uuid,
                VariantOrUnknownOrEmpty::Unknown(format) if format == "uri" => Type::Uri,
                _ => Type::String,
            }),
            SpecKind::Type(SpecType::Integer(_)) => Ok(Type::Integer),
            SpecKind::Type(SpecType::Number(_)) => Ok(Type::Number),
            SpecKind::Type(SpecType::Boolean(_)) => Ok(Type::Boolean),
            SpecKind::Type(SpecType::Array(array)) => match &array.items {
                Some(items) => Ok(Type::Array(Box::new(self.kind(items, pointer)?))),
                None => Ok(Type::Array(Box::new(Type::Any))),
            },
            SpecKind::Type(SpecType::Object(object)) => match &object.additional_properties {
                Some(AdditionalProperties::Schema(schema)) => {
                    Ok(Type::Map(Box::new(self.kind(schema.as_ref(), pointer)?)))
                }
                _ => Ok(Type::Map(Box::new(Type::Any))),
            },
            SpecKind::AllOf { all_of } if all_of.len() == 1 => match &all_of[0] {
                ReferenceOr::Reference { reference } => {
                    Ok(Type::Named(local_name(reference).to_owned()))
                }
                ReferenceOr::Item(schema) => self.inline_kind(schema, pointer),
            },
            SpecKind::Any(any) if any.typ.is_none() && any.properties.is_empty() => Ok(Type::Any),
            _ => Err(self.unsupported(pointer, "this kind of schema is not supported here")),
        }
    }
}

fn relations(settings: &OperationSettings) -> Vec<Relation> {
    [
        (RelationKind::OneOf, &settings.one_of),
        (RelationKind::Together, &settings.together),
        (RelationKind::Exclusive, &settings.exclusive),
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

fn description_of(data: &ParameterData) -> String {
    data.description.clone().unwrap_or_default()
}

fn is_success(status: &StatusCode) -> bool {
    matches!(status, StatusCode::Code(200..=299) | StatusCode::Range(2))
}

/// A class of statuses begins with its hundred, which of successes is the plainest.
fn success_status(operation: &SpecOperation) -> u16 {
    let mut statuses = operation.responses.responses.keys();
    match statuses.find(|status| is_success(status)) {
        Some(StatusCode::Code(code)) => *code,
        _ => 200,
    }
}

fn is_json(media_type: &str) -> bool {
    media_type.starts_with("application/json")
}

/// The known values of a closed (`enum`) or open (`x-extensible-enum`) string set.
fn enum_values(schema: &SpecSchema) -> Option<Vec<String>> {
    let SpecKind::Type(SpecType::String(string)) = &schema.schema_kind else {
        return None;
    };
    if let Some(Value::Array(values)) = schema.schema_data.extensions.get("x-extensible-enum") {
        return Some(
            values
                .iter()
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect(),
        );
    }
    (!string.enumeration.is_empty()).then(|| string.enumeration.iter().flatten().cloned().collect())
}

fn is_string_or_list(one_of: &[ReferenceOr<SpecSchema>]) -> bool {
    let kinds: Vec<_> = one_of
        .iter()
        .filter_map(ReferenceOr::as_item)
        .map(|schema| &schema.schema_kind)
        .collect();
    let is_string = |kind: &&SpecKind| matches!(kind, SpecKind::Type(SpecType::String(_)));
    let is_list = |kind: &&SpecKind| match kind {
        SpecKind::Type(SpecType::Array(array)) => array
            .items
            .as_ref()
            .and_then(ReferenceOr::as_item)
            .is_some_and(|item| matches!(item.schema_kind, SpecKind::Type(SpecType::String(_)))),
        _ => false,
    };
    one_of.len() == 2 && kinds.iter().any(is_string) && kinds.iter().any(is_list)
}
