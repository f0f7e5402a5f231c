// Generated from the folders of specs/. Do not edit: run `cargo xtask codegen`.

//! What every provider has, for tests that go through all of them.

/// Calls a macro with every provider: its variant of the mock's enum, name, crate and what its builder is told; the operations
/// that answer with JSON; its lists, each with its call; and how all of its calls are listed, if it has a list of calls.
#[macro_export]
macro_rules! every_provider {
    ($then:ident) => {
        $then! {
            Credira "credira" callslip_credira [.api_key("demo")] {
                json { "get_call" GetCall, "list_calls" ListCalls, "create_call" CreateCall, "list_callouts" ListCallouts, "update_callout" UpdateCallout, "delete_callout" DeleteCallout, "get_callout_response" GetCalloutResponse, }
                other { }
                lists {
                    "list_calls" false [list_calls("inv_987654321")],
                    "list_callouts" false [list_callouts("inv_987654321")],
                }
                calls "list_calls" [list_calls("inv_987654321")]
            }
            Diga "diga" callslip_diga [.api_key("demo")] {
                json { "get_call" GetCall, "list_calls" ListCalls, "create_call" CreateCall, "list_call_messages" ListCallMessages, "bulk_delete_calls" BulkDeleteCalls, "get_recording" GetRecording, "list_call_logs" ListCallLogs, "get_call_trace" GetCallTrace, }
                other { "watch_concurrency", "download_recordings", }
                lists {
                    "list_calls" true [list_calls()],
                    "list_call_messages" true [list_call_messages("3c90c3cc-0d44-4b50-8888-8dd25736052a".parse().expect("an example"))],
                    "list_call_logs" true [list_call_logs("3c90c3cc-0d44-4b50-8888-8dd25736052a".parse().expect("an example"))],
                }
                calls "list_calls" [list_calls().limit(100)]
            }
            HighLevel "highlevel" callslip_highlevel [.access_token("demo")] {
                json { "get_call_log" GetCallLog, "list_call_logs" ListCallLogs, }
                other { }
                lists {
                    "list_call_logs" true [list_call_logs("LOC123456789ABCDEF")],
                }
                calls "list_call_logs" [list_call_logs("LOC123456789ABCDEF").page_size(50)]
            }
            Liner "liner" callslip_liner [.api_key("demo")] {
                json { "get_call_record" GetCallRecord, "list_call_records" ListCallRecords, "list_calls" ListCalls, "get_call" GetCall, "list_call_statuses" ListCallStatuses, }
                other { }
                lists {
                    "list_call_records" true [list_call_records()],
                    "list_calls" true [list_calls().lead_ids([10])],
                    "list_call_statuses" false [list_call_statuses()],
                }
                calls "list_calls" [list_calls().lead_ids([10]).limit(100)]
            }
            Retell "retell" callslip_retell [.api_key("demo")] {
                json { "get_call" GetCall, "list_calls" ListCalls, "create_phone_call" CreatePhoneCall, "create_web_call" CreateWebCall, "register_phone_call" RegisterPhoneCall, "update_call" UpdateCall, "get_concurrency" GetConcurrency, }
                other { "delete_call", }
                lists {
                    "list_calls" true [list_calls(callslip_retell::types::ListCallsBody::new())],
                }
                calls "list_calls" [list_calls(callslip_retell::types::ListCallsBody::new())]
            }
            Twenty2 "twenty2" callslip_twenty2 [.credentials("demo", "demo").workspace_id("demo")] {
                json { "get_call_detail" GetCallDetail, "list_calls" ListCalls, "trigger_outbound_call" TriggerOutboundCall, }
                other { }
                lists {
                    "list_calls" false [list_calls()],
                }
                calls "list_calls" [list_calls()]
            }
            Vapi "vapi" callslip_vapi [.api_key("demo")] {
                json { "get_call" GetCall, "delete_call" DeleteCall, "update_call" UpdateCall, "list_calls" ListCalls, "create_call" CreateCall, }
                other { }
                lists {
                }
            }
        }
    };
}

/// Calls a macro with each body of a document that shows a call, a turn or a recording: the crate, what it is, its type, the file,
/// where in it that stands, and whether it is each of the list there.
#[macro_export]
macro_rules! every_view {
    ($then:ident) => {
        $then! {
            "credira" callslip_credira call CallResponse "examples/get_call.json" "" false;
            "credira" callslip_credira call CallListItem "examples/list_calls.json" "/data" true;
            "diga" callslip_diga call Call "examples/get_call.json" "" false;
            "diga" callslip_diga call Call "examples/list_calls.json" "/data" true;
            "diga" callslip_diga call Call "examples/create_call.json" "" false;
            "diga" callslip_diga turn Message "examples/list_call_messages.json" "/data" true;
            "diga" callslip_diga turn Message "examples/list_call_messages_tools.json" "/data" true;
            "diga" callslip_diga recording Recording "examples/get_recording.json" "" false;
            "highlevel" callslip_highlevel call CallLog "examples/get_call_log.json" "" false;
            "highlevel" callslip_highlevel call CallLog "examples/list_call_logs.json" "/callLogs" true;
            "liner" callslip_liner recording CallRecordResponse "examples/get_call_record.json" "" false;
            "liner" callslip_liner recording CallRecordListItem "examples/list_call_records.json" "/data/list" true;
            "liner" callslip_liner recording CallRecordListItem "examples/list_call_records-short.json" "/data/list" true;
            "liner" callslip_liner call Call "examples/list_calls.json" "/data/list" true;
            "liner" callslip_liner call CallResponse "examples/get_call.json" "" false;
            "retell" callslip_retell call Call "examples/get_call.json" "" false;
            "retell" callslip_retell call Call "examples/get_call_web.json" "" false;
            "retell" callslip_retell call Call "examples/list_calls.json" "" true;
            "retell" callslip_retell call Call "examples/create_phone_call.json" "" false;
            "retell" callslip_retell call Call "examples/create_web_call.json" "" false;
            "retell" callslip_retell call Call "examples/register_phone_call.json" "" false;
            "retell" callslip_retell call Call "examples/update_call.json" "" false;
            "twenty2" callslip_twenty2 call CallDetail "examples/get_call_detail.json" "" false;
            "twenty2" callslip_twenty2 call CallListItem "examples/list_calls.json" "/calls" true;
            "vapi" callslip_vapi call Call "examples/get_call.json" "" false;
            "vapi" callslip_vapi call Call "examples/delete_call.json" "" false;
            "vapi" callslip_vapi call Call "examples/update_call.json" "" false;
            "vapi" callslip_vapi call Call "examples/create_call.json" "" false;
        }
    };
}
