"""A lake that is filled from mocks and killed on the way, read by programs that share nothing with what wrote it: deltalake (delta-rs),
DuckDB (delta-kernel-rs, and a Parquet reader of its own), and deltalake2db (a reader of the log in Python) with the files by Polars. Then
the same of a lake in a bucket of moto, which is S3 as others read its documents; there by the first two.

usage: lake.py CALLSLIP, with the built command (feature `lake`).
"""

import collections
import contextlib
import datetime
import decimal
import glob
import importlib
import json
import logging
import os
import pathlib
import random
import subprocess
import sys
import tempfile

import boto3
import deltalake
import deltalake2db
import duckdb
import polars
from moto.server import ThreadedMotoServer

LOCATION = "LOC123456789ABCDEF"
KEYS = {"calls": ["source", "call_id"], "turns": ["source", "call_id", "seq"], "recordings": ["source", "call_id", "ordinal"]}
# Of each table's versions so many are read, the first and the last among them.
VERSIONS = 6
# Every so many versions a checkpoint is written, instead of every fifty.
INTERVAL = 2


# DuckDB's command is no package of PyPI: this stands in for it, and has DuckDB's library answer.
STAND_IN = """#!{python}
import sys
import duckdb
(option, query) = sys.argv[1:]
assert option == "-c", option
connection = duckdb.connect()
for extension in {extensions}:
    connection.execute(f"LOAD '{{extension}}'")
for row in connection.execute(query).fetchall():
    print(*row, sep="|")
"""


def mock(callslip, provider, calls):
    """A mock, and where it is."""
    command = [callslip, "mock", provider, "--calls", str(calls), "--seed", "7"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    return process, process.stdout.readline().split()[-1]


def extensions():
    """Those of the packages, so that DuckDB asks for none."""
    for name in ("httpfs", "aws", "delta"):
        package = importlib.import_module(f"duckdb_extension_{name}")
        (extension,) = glob.glob(f"{os.path.dirname(package.__file__)}/extensions/*/{name}.duckdb_extension")
        yield extension


def duck():
    """A DuckDB that has the extensions of the packages."""
    connection = duckdb.connect()
    for extension in extensions():
        connection.execute(f"LOAD '{extension}'")
    return connection


def is_bucket(lake):
    return lake.startswith("s3://")


def rows(connection, lake, table, version):
    """The keys and texts of a version, as each reader has them."""
    columns = KEYS[table] + {"calls": ["raw"], "turns": ["text"], "recordings": ["uri"]}[table]
    of_delta_rs = deltalake.DeltaTable(f"{lake}/{table}", version=version).to_pyarrow_table(columns=columns).to_pylist()
    of_delta_rs = sorted((tuple(row[column] for column in columns) for row in of_delta_rs), key=repr)
    query = f"SELECT {', '.join(columns)} FROM delta_scan('{lake}/{table}', version := {version})"
    of_duckdb = sorted(connection.execute(query).fetchall(), key=repr)
    of_polars = of_duckdb
    if not is_bucket(lake):
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


def query(callslip, lake, folder, environment, since, now):
    """The very queries that the command sends to DuckDB, or prints for it, and the numbers of the mocks, by their own lists."""
    program = pathlib.Path(folder) / "duckdb"
    program.write_text(STAND_IN.format(python=sys.executable, extensions=list(extensions())))
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
    printed = output(callslip, "lake", "sql", lake).splitlines()
    (of_duckdb,) = [line for line in printed if line.startswith("duckdb ")]
    by_line = days(line.split("|") for line in output("sh", "-c", of_duckdb).splitlines())
    # It needs to be told no more than the command itself.
    (of_datafusion,) = [line for line in printed if "QueryBuilder" in line]
    of_datafusion = of_datafusion.replace("python3 ", f"{sys.executable} ")
    less = {key: value for key, value in environment.items() if key != "AWS_ALLOW_HTTP"}
    by_datafusion = subprocess.run(["sh", "-c", of_datafusion], env=less, capture_output=True, text=True)
    assert by_datafusion.returncode == 0 and "currency" in by_datafusion.stdout, by_datafusion
    expected = {key: (calls, cost) for key, (calls, cost) in expected.items()}
    assert by_command == by_line == expected, (by_command, by_line, expected)
    print(f"sql: calls and cost of {len(expected)} days, as the mocks have them")
    failed = subprocess.run([callslip, "lake", "sql", lake, "SELECT nothing"], env=environment, capture_output=True, text=True)
    assert failed.returncode == 1 and "did not answer" in failed.stderr, failed


def cared_for(connection, lake, folder, lake_command):
    """What is done with a lake besides filling it."""
    lake_command("verify", lake, "--all")
    lake_command("media", lake)
    states = f"SELECT state, count(*), count(sha256) FROM delta_scan('{lake}/recordings') GROUP BY state"
    states = connection.execute(states).fetchall()
    counts = {state: count for state, count, _ in states}
    hashed = {state: hashes for state, _, hashes in states}
    # The document's own call, which the mock has first, has a link that ran out long ago.
    assert counts.keys() <= {"stored", "expired"} and counts.get("expired", 0) <= 1, states
    assert counts["stored"] == hashed["stored"] > 100, states
    calls = f"SELECT call_id FROM delta_scan('{lake}/calls') WHERE source = 'd' ORDER BY call_id"
    before = connection.execute(calls).fetchall()
    ((gone,), *left) = before
    lake_command("forget", lake, "--call", gone)
    assert connection.execute(calls).fetchall() == left, gone
    for table in ("turns", "recordings"):
        of_gone = f"SELECT count(*) FROM delta_scan('{lake}/{table}') WHERE call_id = ?"
        assert connection.execute(of_gone, [gone]).fetchone() == (0,), (table, gone)
    lake_command("vacuum", lake)
    page = pathlib.Path(folder) / "report.html"
    lake_command("report", lake, "-o", str(page))
    assert page.read_text().rstrip().endswith("</html>")
    print(f"verify, media, forget, vacuum, report: {states}")


def check(callslip, lake, folder, environment):
    now = datetime.datetime.now(datetime.timezone.utc)
    since = (now - datetime.timedelta(days=100)).date()

    def lake_command(*arguments, codes=(0,)):
        done = subprocess.run([callslip, "lake", *arguments], env=environment, capture_output=True, text=True)
        assert done.returncode in codes, f"{arguments}: {done.returncode}: {done.stderr}"
        return done.stdout

    source = ["--source", f"hl=highlevel:location_id={LOCATION}", "--source", "d=diga", "--source", "t2=twenty2"]
    lake_command("init", lake, *source, "--since", str(since))
    for table in [] if is_bucket(lake) else KEYS:
        first = pathlib.Path(f"{lake}/{table}/_delta_log/{0:020}.json")
        text = first.read_text()
        often = text.replace('"delta.checkpointInterval":"50"', f'"delta.checkpointInterval":"{INTERVAL}"')
        assert often != text
        first.write_text(often)

    def writer():
        return subprocess.Popen([callslip, "lake", "run", lake, "-j", "2"], env=environment, stderr=subprocess.DEVNULL)

    for delay in (0.5, 2, 3, 4):
        process = writer()
        try:
            process.wait(delay + random.random() / 5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    writers = [writer(), writer()]
    assert [process.wait() for process in writers] == [0, 0]
    lake_command("run", lake)

    connection = duck()
    if is_bucket(lake):
        host = environment["AWS_ENDPOINT"].removeprefix("http://")
        connection.execute(f"CREATE SECRET (TYPE s3, PROVIDER credential_chain, ENDPOINT '{host}', URL_STYLE 'path', USE_SSL false)")
    for table in KEYS:
        newest = deltalake.DeltaTable(f"{lake}/{table}").version()
        for version in sorted({newest * step // (VERSIONS - 1) for step in range(VERSIONS)}):
            last = rows(connection, lake, table, version)
        print(f"{table}: {newest + 1} versions, {len(last)} rows")

    windows = json.loads(lake_command("status", lake, "--format", "json"))
    if not is_bucket(lake):
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

    query(callslip, lake, folder, environment, since, now.isoformat())
    cared_for(connection, lake, folder, lake_command)
    if is_bucket(lake):
        return
    newest = deltalake.DeltaTable(f"{lake}/calls").version()
    damaged = pathlib.Path(f"{lake}/calls/_delta_log/{newest + 1:020}.json")
    damaged.touch()
    lake_command("run", lake, codes=(5,))
    assert damaged.stat().st_size == 0


@contextlib.contextmanager
def bucket(name):
    """A bucket of moto, and what the environment says of it."""
    # It would tell of each request.
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    try:
        (host, port) = server.get_host_and_port()
        told = dict(AWS_ENDPOINT=f"http://{host}:{port}", AWS_ACCESS_KEY_ID="k", AWS_SECRET_ACCESS_KEY="s", AWS_REGION="us-east-1")
        os.environ.update(told, AWS_ALLOW_HTTP="true")
        keys = dict(aws_access_key_id="k", aws_secret_access_key="s", region_name="us-east-1")
        boto3.client("s3", endpoint_url=told["AWS_ENDPOINT"], **keys).create_bucket(Bucket=name)
        yield told
    finally:
        server.stop()


def check_bucket(callslip, folder, environment):
    with bucket("lakes") as told:
        environment = {**environment, **told}
        for command in (["init", "s3://others/mine", "--source", "d=diga", "--since", "2026-01-01"], ["status", "s3://others/mine"]):
            failed = subprocess.run([callslip, "lake", *command], env=environment, capture_output=True, text=True)
            assert failed.returncode != 0 and "no such bucket" in failed.stderr, failed
        check(callslip, "s3://lakes/of/mine", folder, environment)


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
            check(callslip, f"{folder}/lake", folder, environment)
            check_bucket(callslip, folder, environment)
    finally:
        for process, _ in mocks:
            process.kill()
            process.wait()


main()
