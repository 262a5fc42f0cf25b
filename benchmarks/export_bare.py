"""A bare cursor and csv: reads a request as JSON from standard input, writes every row, tells the seconds."""

import csv
import json
import sys
import time

import sqlcipher3.dbapi2 as driver

start = time.monotonic()
asked = json.load(sys.stdin)
cursor = driver.connect(asked["database"], isolation_level=None).cursor()
for words in asked["key"]:
    cursor.execute(words)
cursor.execute("PRAGMA cache_size = -8192")
with open(asked["path"], "w", encoding="utf-8", newline="") as file:
    csv.writer(file).writerows(cursor.execute(asked["select"], asked["values"]))
print(json.dumps({"seconds": time.monotonic() - start, "cpu": time.process_time()}))
