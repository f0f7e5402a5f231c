use crate::fixture::Case;

#[test]
fn pointers_hit_something() {
    insta::assert_snapshot!(Case::good().sdk("code = []", "code = [\"/code\", \"message\", \"/message/text\", \"/success\"]").told(), @r#"
    specs/sample/sdk.toml:23: errors.code: `/code` hits nothing in the error body of the spec; mend the pointer, or describe the property
    specs/sample/sdk.toml:23: errors.code: `/message/text` hits nothing in the error body of the spec; mend the pointer, or describe the property
    specs/sample/sdk.toml:23: errors.code: `message` is not a JSON pointer; begin it with a slash
    "#);
}

#[test]
fn the_success_flag_is_a_boolean_of_every_success() {
    insta::assert_snapshot!(Case::good().sdk("success_flag = \"success\"", "success_flag = \"sucess\"").told(), @"specs/sample/sdk.toml:27: errors.success_flag: the success body of `get_call` has no `sucess`; did you mean `success`?");
    insta::assert_snapshot!(Case::good().sdk("success_flag = \"success\"", "success_flag = \"call\"").told(), @"specs/sample/sdk.toml:27: errors.success_flag: `call` in the success body of `get_call` is not a boolean; name one that is, or remove the key");
}
