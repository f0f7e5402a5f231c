"""Holds every spec against validators that nobody here wrote.

The code generator reads a spec in its own way. Whoever uses one in another tool has to see the same: the document is OpenAPI, each
example stands in it and fits its schema (of a union exactly one variant), null is only where a type says so, and each variant of a
union pins the value of its tag. Usage: specs.py [FOLDER], by default the folder `specs` beside this one.
"""

import json
import sys
import tomllib
from pathlib import Path

import yaml
from openapi_schema_validator import OAS30Validator, oas30_format_checker
from openapi_spec_validator import OpenAPIV30SpecValidator

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


class Loader(yaml.SafeLoader):
    """Times in examples are text, as they are in JSON."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


class Spec:
    def __init__(self, folder):
        self.folder = folder
        self.document = yaml.load((folder / "openapi.yaml").read_text(encoding="utf-8"), Loader)
        self.problems = []
        self.examples = 0

    def tell(self, place, what):
        self.problems.append(f"{self.folder.name}/openapi.yaml: {place}: {what}")

    def resolve(self, node):
        while isinstance(node, dict) and "$ref" in node:
            target = self.document
            for segment in node["$ref"].removeprefix("#/").split("/"):
                target = target[segment.replace("~1", "/").replace("~0", "~")]
            node = target
        return node

    def check(self):
        for error in OpenAPIV30SpecValidator(self.document).iter_errors():
            self.tell("/" + "/".join(map(str, error.absolute_path)), f"not OpenAPI 3.0: {error.message[:300]}")
        self.walk(self.document, "")
        self.unions()
        for path, item in self.document["paths"].items():
            shared = item.get("parameters", [])
            for method in METHODS:
                if method in item:
                    self.operation(f"{method} {path}", item[method], shared)
        settings = tomllib.loads((self.folder / "sdk.toml").read_text(encoding="utf-8"))
        for name, webhook in settings.get("webhooks", {}).items():
            example = self.document["components"]["examples"][name]
            schema = {"$ref": f"#/components/schemas/{webhook['schema']}"}
            self.example(f"webhook {name}", schema, example)
        return self.problems

    def walk(self, node, place):
        """What is wrong at single places, wherever they are."""
        if isinstance(node, list):
            for index, value in enumerate(node):
                self.walk(value, f"{place}/{index}")
        if not isinstance(node, dict):
            return
        if node.get("nullable") is True and "type" not in node:
            self.tell(place, "`nullable` without `type`")
        if "x-file" in node:
            file = self.folder / node["x-file"]
            if node.get("value") != json.loads(file.read_text(encoding="utf-8")):
                self.tell(place, f"`value` is not what {node['x-file']} holds")
        elif "externalValue" in node:
            self.tell(place, "`externalValue`, which hardly a tool follows: write `x-file`, and run `cargo xtask codegen`")
        for key, value in node.items():
            if key not in ("value", "example", "default"):
                self.walk(value, f"{place}/{key}")

    def unions(self):
        """Each variant is in the mapping, and pins the values that lead to it."""
        for name, union in self.document["components"]["schemas"].items():
            if "discriminator" not in union:
                continue
            place = f"/components/schemas/{name}"
            tag = union["discriminator"]["propertyName"]
            mapping = union["discriminator"].get("mapping", {})
            for variant in (part["$ref"] for part in union["oneOf"]):
                values = sorted(value for value, target in mapping.items() if target == variant)
                pinned = self.resolve({"$ref": variant})["properties"][tag].get("enum")
                if not values:
                    self.tell(place, f"no value of the tag leads to {variant}")
                elif sorted(pinned or []) != values:
                    self.tell(place, f"{variant} does not pin its tag `{tag}` to {values}")

    def operation(self, name, operation, shared):
        for parameter in map(self.resolve, [*shared, *operation.get("parameters", [])]):
            if "example" in parameter:
                self.value(f"{name}: parameter {parameter['name']}", parameter["schema"], parameter["example"])
        if "requestBody" in operation:
            self.content(f"{name}: body", operation["requestBody"])
        for status, response in operation["responses"].items():
            self.content(f"{name}: {status}", response)

    def content(self, place, owner):
        for media_type, content in self.resolve(owner).get("content", {}).items():
            for name, example in content.get("examples", {}).items():
                # An event's data is JSON, whatever the stream around it is.
                self.example(f"{place}: {media_type}: {name}", content["schema"], example)

    def example(self, place, schema, example):
        example = self.resolve(example)
        if "value" not in example:
            return self.tell(place, "the example has no `value`")
        self.value(place, schema, example["value"])

    def value(self, place, schema, value):
        self.examples += 1
        root = {"allOf": [schema], "components": self.document["components"]}
        validator = OAS30Validator(root, format_checker=oas30_format_checker)
        for error in validator.iter_errors(value):
            at = "/".join(map(str, error.absolute_path))
            self.tell(place, f"the example does not fit its schema at /{at}: {error.message[:300]}")


def main():
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "specs"
    failed = False
    for document in sorted(root.glob("*/openapi.yaml")):
        spec = Spec(document.parent)
        problems = spec.check()
        failed = failed or bool(problems)
        for problem in problems:
            print(problem, file=sys.stderr)
        if spec.examples == 0:
            failed = True
            print(f"{document}: no example was seen", file=sys.stderr)
        print(f"{document.parent.name}: {spec.examples} examples, {len(problems)} problems")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
