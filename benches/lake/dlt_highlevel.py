"""What `cargo xtask bench lake` measures the lake beside: dlt's REST source into Parquet files in a folder. With `turns` behind the folder,
what was said in the calls becomes a table as well, which the lake and the loop by hand make of it.

Tuned as https://dlthub.com/docs/reference/performance says: whole pages are yielded, nested lists stay JSON instead of becoming tables of
their own, one worker a stage (each is a process with an interpreter of its own), larger buffers, no telemetry. Turns come as Arrow tables,
which dlt passes on as they are (https://dlthub.com/docs/dlt-ecosystem/verified-sources/arrow-pandas): a list of each call's turns, made a
table by dlt, took three times as long.
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
import pyarrow  # noqa: E402
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
ROLES = {"bot": "agent", "human": "contact"}


@dlt.transformer(write_disposition="append")
def turns(page):
    ids, places, roles, texts = [], [], [], []
    for call in page:
        lines = [line for line in call["transcript"].split("\n") if line.strip()]
        for place, line in enumerate(lines):
            speaker, _, said = line.partition(":")
            ids.append(call["id"])
            places.append(place)
            roles.append(ROLES.get(speaker))
            texts.append(said.strip())
    yield pyarrow.table({"call_id": ids, "seq": places, "role": roles, "text": texts})


if sys.argv[2:] == ["turns"]:
    source.resources.add(source.resources["calls"] | turns)
pipeline = dlt.pipeline(
    "highlevel",
    destination=dlt.destinations.filesystem(bucket_url=os.path.join(sys.argv[1], "lake")),
    dataset_name="calls",
    pipelines_dir=os.path.join(sys.argv[1], "pipelines"),
)
pipeline.run(source, loader_file_format="parquet").raise_on_failed_jobs()
