use crate::fixture::Case;

#[test]
fn messages() {
    insta::assert_snapshot!(Case::good().spec("/calls/{id}:", "/calls/{id:").told(), @"specs/sample/openapi.yaml:10: /paths/~1calls~1{id: in the path `/calls/{id` the segment `{id` is no text with parameters; write a parameter as `{name}`, and text between two of them");
    insta::assert_snapshot!(Case::good().spec("/calls/{id}:", "/calls/{call}:").told(), @"specs/sample/openapi.yaml:15: /paths/~1calls~1{call}/get/parameters/0: the path `/calls/{call}` has `{call}`, and `id` is described; give them one name");
    insta::assert_snapshot!(Case::good().spec("/calls/{id}:", "/calls/{ids}:").told(), @"specs/sample/openapi.yaml:15: /paths/~1calls~1{ids}/get/parameters/0: the path `/calls/{ids}` has `{ids}`, and `id` is described; give them one name");
    insta::assert_snapshot!(Case::good().spec("  /calls/{id}:", "  /calls/{x}: {}\n  /calls/{id}:").told(), @"specs/sample/openapi.yaml:11: /paths/~1calls~1{id}: this path and `/calls/{x}` are the same but for the names of their parameters; put their operations under one path");
}
