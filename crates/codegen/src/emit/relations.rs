//! What the parameters of an operation have to do with each other: told in its documentation, checked before it is sent.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Operation, OperationParameter, Relation, RelationKind};

use super::parameters::{compared, is_given};

fn members<'a>(operation: &'a Operation, relation: &Relation) -> Vec<&'a OperationParameter> {
    let names = relation.parameters.iter();
    names.filter_map(|name| operation.parameter(name)).collect()
}

/// A paragraph for each relation.
pub fn documentation(operation: &Operation) -> String {
    let mut text = String::new();
    for relation in &operation.relations {
        let members = members(operation, relation).into_iter();
        let names: Vec<_> = members.map(|it| format!("`{}`", it.rust_name)).collect();
        let names = names.join(", ");
        text.push_str("\n\n");
        text.push_str(&match relation.kind {
            RelationKind::OneOf => format!("At least one of {names} must be given."),
            RelationKind::Together => {
                format!("{names} must be given together or not at all.")
            }
            RelationKind::Exclusive => format!("Of {names} only one may be given."),
            RelationKind::Needs => {
                format!(
                    "{}.",
                    names.replacen(", ", " is given only together with ", 1)
                )
            }
            RelationKind::Ordered { may_be_equal } => {
                let order = if may_be_equal {
                    "must not come after"
                } else {
                    "must come before"
                };
                format!("{}.", names.replacen(", ", &format!(" {order} "), 1))
            }
        });
    }
    text
}

pub fn checks(operation: &Operation) -> Vec<TokenStream> {
    operation
        .relations
        .iter()
        .map(|relation| {
            if let RelationKind::Ordered { may_be_equal } = relation.kind {
                let sides = members(operation, relation).into_iter().map(|parameter| {
                    let name = &parameter.name;
                    let value = compared(parameter);
                    quote!((#name, #value))
                });
                return quote!(rt::check_order(operation, #(#sides,)* #may_be_equal)?;);
            }
            let given = members(operation, relation).into_iter().map(|parameter| {
                let name = &parameter.name;
                let given = is_given(parameter);
                quote!((#name, #given))
            });
            let given = quote!(&[#(#given),*]);
            match relation.kind {
                RelationKind::OneOf => quote!(rt::check_one_of(operation, #given)?;),
                RelationKind::Together => quote!(rt::check_together(operation, #given)?;),
                RelationKind::Exclusive => quote!(rt::check_exclusive(operation, #given)?;),
                RelationKind::Needs => quote!(rt::check_needs(operation, #given)?;),
                RelationKind::Ordered { .. } => TokenStream::new(),
            }
        })
        .collect()
}
