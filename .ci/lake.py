"""A lake that is filled from mocks and killed on the way, read by programs that share nothing with what wrote it: deltalake (delta-rs),
DuckDB (delta-kernel-rs, and a Parquet reader of its own), and deltalake2db (a reader of the log in Python) with the files by Polars.

usage: lake.py CALLSLIP, with the built command (feature `lake`).
"""

import collections
import datetime
import decimal
import glob
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

import deltalake
import deltalake2db
import duckdb
import duckdb_extension_delta
import polars

LOCATION = "LOC123456789ABCDEF"
KEYS = {"calls": ["source", "call_id"], "turns": ["source", "call_id", "seq"], "recordings": ["source", "call_id", "ordinal"]}
# Of each table's versions so many are read, the first and the last among them.
VERSIONS = 6
# Every so many versions a checkpoint is written, instead of every fifty.
INTERVAL = 2


# DuckDB's command is no package of PyPI: this stands in for it, and has DuckDB's library answer.
STAND_IN = """#!{python}
import glob, os, sys
import duckdb, duckdb_extension_delta
(option, query) = sys.argv[1:]
assert option == "-c", option
connection = duckdb.connect()
(extension,) = glob.glob(os.path.dirname(duckdb_extension_delta.__file__) + "/extensions/*/delta.duckdb_extension")
connection.execute(f"LOAD '{{extension}}'")
for row in connection.execute(query).fetchall():
    print(*row, sep="|")
"""


def mock(callslip, provider, calls):
    """A mock, and where it is."""
    command = [callslip, "mock", provider, "--calls", str(calls), "--seed", "7"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    return process, process.stdout.readline().split()[-1]


def duck():
    """A DuckDB that has the extension of the package, and asks for none."""
    connection = duckdb.connect()
    (extension,) = glob.glob(os.path.dirname(duckdb_extension_delta.__file__) + "/extensions/*/delta.duckdb_extension")
    connection.execute(f"LOAD '{extension}'")
    return connection


def rows(connection, lake, table, version):
    """The keys and texts of a version, as each reader has them."""
    columns = KEYS[table] + {"calls": ["raw"], "turns": ["text"], "recordings": ["uri"]}[table]
    of_delta_rs = deltalake.DeltaTable(f"{lake}/{table}", version=version).to_pyarrow_table(columns=columns).to_pylist()
    of_delta_rs = sorted((tuple(row[column] for column in columns) for row in of_delta_rs), key=repr)
    query = f"SELECT {', '.join(columns)} FROM delta_scan('{lake}/{table}', version := {version})"
    of_duckdb = sorted(connection.execute(query).fetchall(), key=repr)
    scanned = deltalake2db.polars_scan_delta(f"{lake}/{table}", version=version).select(columns)
    of_polars = sorted((scanned.collect() if isinstance(scanned, polars.LazyFrame) else scanned).rows(), key=repr)
    assert of_delta_rs == of_duckdb == of_polars, f"{table} {version}: the readers differ"
    keys = [row[: len(KEYS[table])] for row in of_delta_rs]
    assert len(keys) == len(set(keys)), f"{table} {version}: a key is there twice"
    return of_delta_rs


def without_versions(connection, lake):
    """Deletes the versions before the newest checkpoint, and its own where there is a later one: all readers have the same as before."""
    for table in KEYS:
        newest = deltalake.DeltaTable(f"{lake}/{table}").version()
        before = rows(connection, lake, table, newest)
        log = pathlib.Path(f"{lake}/{table}/_delta_log")
        checkpoint = json.loads((log / "_last_checkpoint").read_text())["version"]
        assert newest - checkpoint < INTERVAL, (newest, checkpoint)
        for version in range(checkpoint + (checkpoint < newest)):
            (log / f"{version:020}.json").unlink()
            if version < checkpoint:
                (log / f"{version:020}.checkpoint.parquet").unlink(missing_ok=True)
        assert rows(connection, lake, table, newest) == before, table


def days(rows):
    """Calls and cost a day and currency, of what was printed."""
    return {(day, currency): (int(calls), None if cost == "None" else decimal.Decimal(cost)) for day, calls, cost, currency in rows}


def query(callslip, lake, environment, since, now):
    """The very queries that the command sends to DuckDB, or prints for it, and the numbers of the mocks, by their own lists."""
    folder = pathlib.Path(lake).parent
    program = folder / "duckdb"
    program.write_text(STAND_IN.format(python=sys.executable))
    program.chmod(0o755)
    environment = dict(environment, PATH=f"{folder}:{os.environ['PATH']}")

    def output(*command):
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout

    expected = collections.defaultdict(lambda: [0, None])
    between = ["--since", f"{since}T00:00:00Z", "--until", now]
    of_highlevel = ["highlevel", "--location-id", LOCATION, *between]
    # A window holds what was made in it, a snapshot holds all.
    for provider, time in ((of_highlevel, "createdAt"), (["diga", *between], "created_date"), (["twenty2"], "started_at")):
        for line in output(callslip, "list", *provider, "--format", "jsonl").splitlines():
            call = json.loads(line)
            at = datetime.datetime.fromisoformat(call[time]).astimezone(datetime.timezone.utc)
            cost, currency = call["cost"].split() if call.get("cost") else (None, None)
            entry = expected[str(at.date()), str(currency)]
            entry[0] += 1
            entry[1] = entry[1] if cost is None else (entry[1] or 0) + decimal.Decimal(cost)
    asked = "SELECT day, count(*) AS calls, sum(cost) AS cost, currency FROM calls WHERE deleted_at IS NULL GROUP BY day, currency"
    by_command = days(line.split("|") for line in output(callslip, "lake", "sql", lake, asked).splitlines())
    (printed,) = [line for line in output(callslip, "lake", "sql", lake).splitlines() if line.startswith("duckdb ")]
    by_line = days(line.split("|") for line in output("sh", "-c", printed).splitlines())
    expected = {key: (calls, cost) for key, (calls, cost) in expected.items()}
    assert by_command == by_line == expected, (by_command, by_line, expected)
    print(f"sql: calls and cost of {len(expected)} days, as the mocks have them")
    failed = subprocess.run([callslip, "lake", "sql", lake, "SELECT nothing"], env=environment, capture_output=True, text=True)
    assert failed.returncode == 1 and "did not answer" in failed.stderr, failed


def check(callslip, lake, environment):
    now = datetime.datetime.now(datetime.timezone.utc)
    since = (now - datetime.timedelta(days=100)).date()

    def lake_command(*arguments, codes=(0,)):
        done = subprocess.run([callslip, "lake", *arguments], env=environment, capture_output=True, text=True)
        assert done.returncode in codes, f"{arguments}: {done.returncode}: {done.stderr}"
        return done.stdout

    source = ["--source", f"hl=highlevel:location_id={LOCATION}", "--source", "d=diga", "--source", "t2=twenty2"]
    lake_command("init", lake, *source, "--since", str(since))
    for table in KEYS:
        first = pathlib.Path(f"{lake}/{table}/_delta_log/{0:020}.json")
        text = first.read_text()
        often = text.replace('"delta.checkpointInterval":"50"', f'"delta.checkpointInterval":"{INTERVAL}"')
        assert often != text
        first.write_text(often)
    for delay in (0.5, 2, 3, 4):
        process = subprocess.Popen([callslip, "lake", "run", lake, "-j", "2"], env=environment, stderr=subprocess.DEVNULL)
        try:
            process.wait(delay + random.random() / 5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    lake_command("run", lake)

    connection = duck()
    for table in KEYS:
        newest = deltalake.DeltaTable(f"{lake}/{table}").version()
        for version in sorted({newest * step // (VERSIONS - 1) for step in range(VERSIONS)}):
            last = rows(connection, lake, table, version)
        print(f"{table}: {newest + 1} versions, {len(last)} rows")

    windows = json.loads(lake_command("status", lake, "--format", "json"))
    without_versions(connection, lake)
    assert json.loads(lake_command("status", lake, "--format", "json")) == windows
    for name in ("hl", "d"):
        own = sorted((window["from"], window["to"]) for window in windows if window["source"] == name)
        assert own[0][0] == f"{since}T00:00:00Z" and own[-1][1] > now.isoformat(), own
        assert all(one[1] == other[0] for one, other in zip(own, own[1:])), f"{name}: windows do not meet"
        count = sum(window["calls"] for window in windows if window["source"] == name)
        (held,) = connection.execute(f"SELECT count(*) FROM delta_scan('{lake}/calls') WHERE source = '{name}'").fetchone()
        listed = {
            "hl": ["list", "highlevel", "--location-id", LOCATION],
            "d": ["list", "diga"],
        }[name]
        command = [callslip, *listed, "--since", f"{since}T00:00:00Z", "--until", now.isoformat(), "--format", "jsonl"]
        listed = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
        assert count == held == len(listed.splitlines()) > 100, (name, count, held, len(listed.splitlines()))
    over = [window for window in windows if window["to"] and window["to"] < (now - datetime.timedelta(hours=1)).isoformat()]
    proofs = {name: {window["proof"] for window in over if window["source"] == name} for name in ("hl", "d")}
    assert proofs == {"hl": {"total"}, "d": {"ended"}}, proofs

    query(callslip, lake, environment, since, now.isoformat())

    newest = deltalake.DeltaTable(f"{lake}/calls").version()
    damaged = pathlib.Path(f"{lake}/calls/_delta_log/{newest + 1:020}.json")
    damaged.touch()
    lake_command("run", lake, codes=(5,))
    assert damaged.stat().st_size == 0


def main():
    callslip = os.path.abspath(sys.argv[1])
    mocks = [mock(callslip, "highlevel", 600), mock(callslip, "diga", 150), mock(callslip, "twenty2", 90)]
    environment = dict(
        os.environ,
        HIGHLEVEL_BASE_URL=mocks[0][1],
        HIGHLEVEL_ACCESS_TOKEN="t",
        DIGA_BASE_URL=mocks[1][1],
        DIGA_API_KEY="k",
        TWENTY2_BASE_URL=mocks[2][1],
        TWENTY2_API_KEY="k",
        TWENTY2_API_SECRET="s",
        TWENTY2_WORKSPACE_ID="w",
    )
    try:
        with tempfile.TemporaryDirectory() as folder:
            check(callslip, f"{folder}/lake", environment)
    finally:
        for process, _ in mocks:
            process.kill()
            process.wait()


main()
