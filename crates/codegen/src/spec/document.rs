//! The spec as a whole: where its references lead.

use super::node::Node;

/// References that lead to references: more than this is a circle.
const MAX_HOPS: usize = 16;

/// A spec.
#[derive(Clone, Debug)]
pub struct Document(pub Node);

impl Document {
    pub fn root(&self) -> &Node {
        &self.0
    }

    pub fn components(&self, kind: &str) -> impl DoubleEndedIterator<Item = (&str, &Node)> + Clone {
        let components = self.0.get("components").into_iter();
        components.flat_map(move |components| components.entries(kind))
    }

    pub fn names(&self, kind: &str) -> impl Iterator<Item = &str> + Clone {
        self.components(kind).map(|(name, _)| name)
    }

    pub fn component(&self, kind: &str, name: &str) -> Option<&Node> {
        self.0.get("components")?.get(kind)?.get(name)
    }

    pub fn schema(&self, name: &str) -> Option<&Node> {
        self.component("schemas", name)
    }

    /// Where a local reference leads, in one step.
    pub fn target(&self, reference: &str) -> Option<&Node> {
        self.0.find(reference.strip_prefix('#')?)
    }

    /// The part itself, or what its references lead to; nothing if they lead nowhere.
    pub fn resolve<'a>(&'a self, node: &'a Node) -> Option<&'a Node> {
        let mut node = node;
        for _ in 0..MAX_HOPS {
            match node.text("$ref") {
                Some(reference) => node = self.target(reference)?,
                None => return Some(node),
            }
        }
        None
    }

    /// The schema that a property really is: through `$ref`, and through the `allOf` that carries a description for one.
    pub fn meant<'a>(&'a self, node: &'a Node) -> Option<&'a Node> {
        let mut node = node;
        for _ in 0..MAX_HOPS {
            node = self.resolve(node)?;
            match node.items("allOf") {
                [part] => node = part,
                _ => return Some(node),
            }
        }
        None
    }
}

/// `#/components/schemas/Call` -> `Call`; a discriminator may also map to a bare name.
pub fn local_name(reference: &str) -> &str {
    reference.rsplit('/').next().unwrap_or(reference)
}
