"""Every window of a lake that is due, a mapped task each."""

import json
import os
import shlex
import subprocess
from datetime import datetime

from airflow.sdk import dag, task

LAKE = shlex.quote(os.environ.get("LAKE", "/lake"))


def callslip(line: str) -> str:
    done = subprocess.run(shlex.split(line), check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout


@dag(schedule="@hourly", start_date=datetime(2026, 1, 1), catchup=False, max_active_tasks=4)
def calls():
    @task
    def plan() -> list[str]:
        return [window["id"] for window in json.loads(callslip(f"callslip lake plan {LAKE} --json"))]

    @task(retries=3)
    def read(window: str) -> None:
        callslip(f"callslip lake run {LAKE} --window {window}")

    read.expand(window=plan())


calls()
