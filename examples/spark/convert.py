"""Converts an archive on Apache Spark: documents in, Parquet tables of plans, tasks, targets out.

    spark-submit convert.py --program kehoach --documents DIR|FILE.jsonl --out DIR

Each partition starts one `kehoach stream`, gives it a line of JSON per document and reads a line
per plan. Nothing else is needed of Spark: a partition whose worker is lost is converted again by
another, and the tables show the outcome of each document once, since Spark moves the files of a
task into place when the task has ended.
"""
import argparse
import json
import pathlib

from pyspark.sql import Row, SparkSession
from pyspark.sql import types as t

text, number = t.StringType(), t.LongType()
PLANS = t.StructType([t.StructField(n, k) for n, k in [
    ("id", text), ("sha256", text), ("bytes", number), ("issuer", text), ("number", text),
    ("date", text), ("kind", text), ("title", text), ("plan", text), ("error", text)]])
TASKS = t.StructType([t.StructField(n, k) for n, k in [
    ("id", text), ("node", text), ("text", text), ("lead", t.ArrayType(text)),
    ("support", t.ArrayType(text)), ("time", text), ("value", text), ("repeat", text),
    ("output", text)]])
TARGETS = t.StructType([t.StructField(n, k) for n, k in [
    ("id", text), ("node", text), ("indicator", text), ("subject", text), ("comparator", text),
    ("value", t.DoubleType()), ("upper", t.DoubleType()), ("unit", text), ("by", text),
    ("period", text), ("text", text)]])


def requests(spark, documents, partitions):
    """A line of JSON per document."""
    context = spark.sparkContext
    if documents.endswith(".jsonl"):
        # One line per document: millions of small files would be a burden to any file system.
        return context.textFile(documents, partitions)
    paths = sorted(str(p) for p in pathlib.Path(documents).rglob("*") if p.is_file())
    lines = [json.dumps({"id": p, "path": p}, ensure_ascii=False) for p in paths]
    return context.parallelize(lines, partitions)


def plan(line):
    """The row of a document: its plan, or why it has none."""
    answer = json.loads(line)
    name = None if answer["id"] is None else str(answer["id"])
    if "error" in answer:
        error = answer["error"]
        return Row(name, None, None, None, None, None, None, None, None, f"{error['code']}: {error['message']}")
    p = answer["plan"]
    h = p["header"]
    whole = json.dumps(p, ensure_ascii=False, separators=(",", ":"))
    return Row(
        name, p["source"]["sha256"], p["source"]["bytes"], h["issuer"]["name"], h["number"]["text"],
        h["date"]["value"], h["kind"]["code"], h["title"]["text"], whole, None)


def tasks(line):
    answer = json.loads(line)
    for task in answer.get("plan", {}).get("tasks", []):
        time = task["time"] or {}
        yield Row(
            str(answer["id"]), task["node"], task["text"], task["lead"], task["support"],
            time.get("text"), time.get("value"), time.get("repeat"), task["output"])


def targets(line):
    answer = json.loads(line)
    real = lambda value: None if value is None else float(value)
    for target in answer.get("plan", {}).get("targets", []):
        yield Row(
            str(answer["id"]), target["node"], target["indicator"], target["subject"],
            target["comparator"], real(target["value"]), real(target["upper"]), target["unit"],
            target["by"], target["period"], target["text"])


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--program", default="kehoach")
    options.add_argument("--documents", required=True)
    options.add_argument("--out", required=True)
    options.add_argument("--partitions", type=int, default=8)
    o = options.parse_args()
    spark = SparkSession.builder.appName("kehoach").getOrCreate()
    answers = requests(spark, o.documents, o.partitions).pipe(f"{o.program} stream", checkCode=True)
    # Kept on disk beside the workers: three tables are made of one conversion.
    from pyspark import StorageLevel
    answers.persist(StorageLevel.DISK_ONLY)
    for name, rows, schema in (
        ("plans", answers.map(plan), PLANS),
        ("tasks", answers.flatMap(tasks), TASKS),
        ("targets", answers.flatMap(targets), TARGETS),
    ):
        spark.createDataFrame(rows, schema).write.mode("overwrite").parquet(f"{o.out}/{name}")
    for name in ("plans", "tasks", "targets"):
        print(f"{name}: {spark.read.parquet(f'{o.out}/{name}').count()}")
    spark.stop()


if __name__ == "__main__":
    main()
