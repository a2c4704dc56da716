"""Makes a log, runs errors_by_hour.py on it with a cluster of two workers on this machine, and checks the counts.

    python try_it.py --errcat ../../target/release/errcat --lines 10000000

The counts have to agree with those of the log as it was made, and on a sample with those of `errcat annotate`. It ends
with status 1 where they do not, and prints the lines a second of both.
"""

import argparse
import collections
import csv
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).parent
FILES = 16
SUCCESS = "0"
SAMPLE = 100_000


def make_log(folder: pathlib.Path, lines: int, codes: list[str]) -> collections.Counter:
    """Writes the log, and returns how often each hour has each code, "" being a line without one."""
    draw = random.Random(20261124)
    known = [code for code in codes if code != SUCCESS]
    # A few codes make most of a log; some are newer than the catalog.
    weighted = known[:5] * 40 + known + ["999001", "999002", "-999"]
    made: collections.Counter = collections.Counter()
    shapes = [
        '{time} api-{host} INFO reply {{"errcode":{code},"errmsg":"{text}"}}',
        "{time} api-{host} ERROR sending failed errcode={code}, will not try again",
        '{time} api-{host} WARN body="{{\\"errcode\\":\\"{code}\\",\\"errmsg\\":\\"{text}\\"}}"',
    ]
    for number in range(FILES):
        with open(folder / f"part-{number:02}.log", "w", encoding="utf-8") as file:
            for _ in range(lines // FILES + (number < lines % FILES)):
                hour = f"2026-11-24T{draw.randrange(24):02}"
                clock = f"{hour}:{draw.randrange(60):02}:{draw.randrange(60):02}Z"
                roll = draw.random()
                if roll < 0.3:
                    made[hour, ""] += 1
                    file.write(f"{clock} api-{draw.randrange(9)} DEBUG cache miss, asking again\n")
                    continue
                code = SUCCESS if roll < 0.8 else draw.choice(weighted)
                made[hour, code] += 1
                shape = draw.choice(shapes)
                file.write(shape.format(time=clock, host=draw.randrange(9), code=code, text="不合法") + "\n")
    return made


def run_spark(codes: pathlib.Path, logs: str, out: pathlib.Path) -> tuple[collections.Counter, dict, float]:
    """The counts by hour and code, what each code was taken for, and the seconds that it took."""
    start = time.monotonic()
    submit = pathlib.Path(sys.executable).with_name("spark-submit")
    master = ["--master", "local-cluster[2,1,1024]", "--driver-memory", "1g"]
    quiet = ["--conf", "spark.ui.enabled=false", "--conf", "spark.log.level=ERROR"]
    local = ["--conf", "spark.driver.host=127.0.0.1", "--conf", "spark.driver.bindAddress=127.0.0.1"]
    job = [str(HERE / "errors_by_hour.py"), "--codes", str(codes), "--logs", logs, "--success", SUCCESS]
    environment = os.environ | {"SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable}
    command = [str(submit), *master, *quiet, *local, *job, "--out", str(out)]
    subprocess.run(command, check=True, env=environment, timeout=3600, stderr=subprocess.DEVNULL)
    seconds = time.monotonic() - start
    counts: collections.Counter = collections.Counter()
    kinds = {}
    for part in out.glob("*.csv"):
        with open(part, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                counts[row["hour"], row["code"]] += int(row["count"])
                kinds[row["code"]] = (row["kind"], row["name"])
    return counts, kinds, seconds


def run_annotate(errcat: str, sample: pathlib.Path) -> tuple[collections.Counter, float]:
    """Counts the notes after codes by name; "unknown" counts the codes without a note."""
    start = time.monotonic()
    annotated = subprocess.run(
        [errcat, "annotate", "--catalog", "WeCom", str(sample)], check=True, capture_output=True
    ).stdout.decode()
    seconds = time.monotonic() - start
    names: collections.Counter = collections.Counter()
    for line in annotated.splitlines():
        if "errcode" in line:
            note = re.search(r"\[WeCom (\w+):", line)
            names[note[1] if note else "unknown"] += 1
    return names, seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--errcat", required=True, help="the tool")
    parser.add_argument("--lines", type=int, default=10_000_000, help="how many lines the log has")
    parser.add_argument("--folder", default="target/spark", help="where the log and the counts go")
    arguments = parser.parse_args()

    folder = pathlib.Path(arguments.folder).absolute()
    (folder / "logs").mkdir(parents=True, exist_ok=True)
    codes = folder / "codes.jsonl"
    export = [arguments.errcat, "export", "WeCom", "--format", "jsonl"]
    codes.write_bytes(subprocess.run(export, check=True, capture_output=True).stdout)
    entries = [json.loads(line) for line in codes.read_text(encoding="utf-8").splitlines()]
    made = make_log(folder / "logs", arguments.lines, [str(entry["code"]) for entry in entries])

    counts, kinds, seconds = run_spark(codes, str(folder / "logs" / "*.log"), folder / "counts")
    if counts != made:
        sys.exit(
            f"the counts differ: {list((counts - made).items())[:5]} {list((made - counts).items())[:5]}"
        )
    unknown = sorted(code for code, (kind, _) in kinds.items() if kind == "unknown")
    if unknown != ["-999", "999001", "999002"]:
        sys.exit(f"the unknown codes are {unknown}")

    sample = folder / "sample.log"
    with open(folder / "logs" / "part-00.log", "rb") as log, open(sample, "wb") as out:
        out.writelines(line for _, line in zip(range(SAMPLE), log))
    of_sample, kinds, _ = run_spark(codes, str(sample), folder / "sample-counts")
    expected: collections.Counter = collections.Counter()
    for (_, code), count in of_sample.items():
        kind, name = kinds[code]
        if kind != "none":
            expected["unknown" if kind == "unknown" else name] += count
    annotated, _ = run_annotate(arguments.errcat, sample)
    if annotated != expected:
        sys.exit(f"annotate counts otherwise: {annotated - expected} {expected - annotated}")

    print(f"{sum(counts.values())} lines in {FILES} files: nothing lost, {len(unknown)} unknown codes")
    print(f"spark, two workers, its start included: {arguments.lines / seconds:,.0f} lines a second")
    _, seconds = run_annotate(arguments.errcat, folder / "logs" / "part-00.log")
    print(
        f"errcat annotate, one core, one of the files: {arguments.lines / FILES / seconds:,.0f} lines a second"
    )


if __name__ == "__main__":
    main()
