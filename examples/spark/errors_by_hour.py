"""Errors by meaning and hour, from a log in any number of files, joined with a catalog.

    errcat export WeCom --format jsonl > codes.jsonl
    spark-submit errors_by_hour.py --codes codes.jsonl --logs 's3a://logs/*.log' --success 0

The catalog is small, so every worker gets all of it, and the log is read once and never shuffled: what is brought
together are the counts. Every line is counted once: as a meaning, as a success, as a code that the catalog does not
have, or as a line without a code.
"""

import argparse

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as f

# A key, the characters between it and the code, and the code, as `errcat annotate` finds them, for keys in lower case.
CODE = r"""(?:^|[^A-Za-z0-9])errcode\\?["'`]? {0,4}[:=]>? {0,4}\\?["'`]?(-?[0-9]+)"""


def catalog(spark: SparkSession, path: str) -> DataFrame:
    """A row a code. A code that the vendor shares has several entries, and a line that has it is one line."""
    entries = spark.read.json(path)
    meanings = f.array_join(f.collect_list("name"), " | "), f.array_join(f.collect_list("message"), " | ")
    return entries.groupBy(f.col("code").cast("string").alias("code")).agg(
        meanings[0].alias("name"), meanings[1].alias("message")
    )


def errors_by_hour(lines: DataFrame, codes: DataFrame, successes: list[str]) -> DataFrame:
    """Counts by hour, kind (error, success, unknown, none), code, name and message."""
    code = f.regexp_extract("value", CODE, 1)
    found = lines.select(f.substring("value", 1, 13).alias("hour"), code.alias("code"))
    counted = found.groupBy("hour", "code").count()
    kind = (
        f.when(f.col("code") == "", "none")
        .when(f.col("name").isNull(), "unknown")
        .when(f.col("code").isin(successes), "success")
        .otherwise("error")
    )
    joined = counted.join(f.broadcast(codes), "code", "left")
    return joined.select("hour", kind.alias("kind"), "code", "name", "message", "count")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--codes", required=True, help="what errcat export --format jsonl wrote")
    parser.add_argument("--logs", required=True, help="the files of the log; * matches any name")
    parser.add_argument("--success", nargs="*", default=[], help="the codes that mean success")
    parser.add_argument("--out", help="a folder for the counts as CSV; without it, they are printed")
    arguments = parser.parse_args()

    spark = SparkSession.builder.appName("errors by hour").getOrCreate()
    codes = catalog(spark, arguments.codes)
    counts = errors_by_hour(spark.read.text(arguments.logs), codes, arguments.success)
    if arguments.out:
        counts.coalesce(1).write.mode("overwrite").option("header", True).csv(arguments.out)
    else:
        counts.where("kind in ('error', 'unknown')").orderBy("hour", f.desc("count")).show(200, truncate=80)
    spark.stop()


if __name__ == "__main__":
    main()
