"""Compares the Parquet tables of convert.py with the catalog and plans of `kehoach batch`.

    python3 compare.py --tables DIR --batch DIR
"""
import argparse
import json
import pathlib
import sqlite3
import sys

from pyspark.sql import SparkSession


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--tables", required=True)
    options.add_argument("--batch", required=True)
    o = options.parse_args()
    spark = SparkSession.builder.master("local[1]").getOrCreate()
    read = lambda name: spark.read.parquet(f"{o.tables}/{name}")
    catalog = sqlite3.connect(f"file:{o.batch}/catalog.sqlite?mode=ro", uri=True)
    faults = []

    def same(name, ours, theirs):
        print(f"{'ok  ' if ours == theirs else 'FAIL'} {name}: {len(ours)} rows")
        if ours != theirs:
            faults.append(name)

    plans = {r["id"]: r["plan"] for r in read("plans").collect()}
    same("documents", sorted(plans), sorted(p for p, in catalog.execute("SELECT path FROM documents")))
    different = 0
    for path, in catalog.execute("SELECT path FROM documents WHERE outcome = 'done'"):
        file = pathlib.Path(o.batch, "plans", path.lstrip("/") + ".json")
        different += json.loads(file.read_text()) != json.loads(plans[path] or "null")
    print(f"{'FAIL' if different else 'ok  '} plans that differ: {different}")
    same(
        "tasks", sorted((r["id"], r["node"], r["text"]) for r in read("tasks").collect()),
        sorted(catalog.execute("SELECT path, node, text FROM tasks JOIN documents ON documents.id = document")))
    same(
        "targets", sorted((r["id"], r["node"], r["indicator"], r["value"]) for r in read("targets").collect()),
        sorted(catalog.execute("SELECT path, node, indicator, value FROM targets JOIN documents ON documents.id = document")))
    spark.stop()
    sys.exit(1 if faults or different else 0)


if __name__ == "__main__":
    main()
