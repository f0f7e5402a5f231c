"""Every window of a lake that is due, a Spark task each. The executors need the command, the credentials and the lake's path."""

import json
import os
import shlex
import subprocess

from pyspark.sql import SparkSession

LAKE = shlex.quote(os.environ.get("LAKE", "/lake"))


def callslip(line: str) -> str:
    done = subprocess.run(shlex.split(line), check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout


def read(window: str) -> None:
    callslip(f"callslip lake run {LAKE} --window {window}")


if __name__ == "__main__":
    spark = SparkSession.builder.appName("calls").getOrCreate()
    windows = [window["id"] for window in json.loads(callslip(f"callslip lake plan {LAKE} --json"))]
    if windows:
        spark.sparkContext.parallelize(windows, len(windows)).foreach(read)
