"""What `cargo xtask bench lake` measures the lake beside: dlt's REST source into Parquet files in a folder.

Tuned as https://dlthub.com/docs/reference/performance says: whole pages are yielded, nested lists stay JSON instead of becoming tables of
their own, one worker a stage (each is a process with an interpreter of its own), larger buffers, no telemetry.
"""

import os
import sys

os.environ.update(
    RUNTIME__DLTHUB_TELEMETRY="false",
    RUNTIME__LOG_LEVEL="ERROR",
    NORMALIZE__WORKERS="1",
    LOAD__WORKERS="1",
    DATA_WRITER__BUFFER_MAX_ITEMS="20000",
    DLT_DATA_DIR=os.path.join(sys.argv[1], "dlt"),
)

import dlt  # noqa: E402
from dlt.sources.rest_api import rest_api_source  # noqa: E402

source = rest_api_source(
    {
        "client": {
            "base_url": os.environ["HIGHLEVEL_BASE_URL"],
            "headers": {"Version": "2021-07-28"},
            "auth": {"type": "bearer", "token": os.environ["HIGHLEVEL_ACCESS_TOKEN"]},
            "paginator": {
                "type": "page_number",
                "base_page": 1,
                "page_param": "page",
                "total_path": None,
                "stop_after_empty_page": True,
            },
        },
        "resources": [
            {
                "name": "calls",
                "primary_key": "id",
                "write_disposition": "append",
                "endpoint": {
                    "path": "voice-ai/dashboard/call-logs",
                    "params": {"locationId": "L", "pageSize": 50},
                    "data_selector": "callLogs",
                },
            }
        ],
    },
    max_table_nesting=0,
)
pipeline = dlt.pipeline(
    "highlevel",
    destination=dlt.destinations.filesystem(bucket_url=os.path.join(sys.argv[1], "lake")),
    dataset_name="calls",
    pipelines_dir=os.path.join(sys.argv[1], "pipelines"),
)
pipeline.run(source, loader_file_format="parquet").raise_on_failed_jobs()
