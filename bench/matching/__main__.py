"""Matching: `python -m bench.matching [--seekers 140000] [--vacancies 130000] [--ask 200]`.

In a database of its own, removed at the end. The labour exchange of 2025 is 1 400 000 and 1 300 000. Prints the
time of one person's best 20 vacancies and of one vacancy's best 50 people, and how long the changes of a day take
(1 percent of both: the new matches of everybody, on `--workers` processes); ends with 1 where a goal is missed.
"""

import argparse
import json
import sys

from bench.database import own_database

DATABASE = "bench_matching"
GOALS = {"person, p95 ms": 50, "vacancy, p95 ms": 100, "day, minutes": 10}


def main() -> None:
    reader = argparse.ArgumentParser(prog="python -m bench.matching")
    reader.add_argument("--seekers", type=int, default=140_000)
    reader.add_argument("--vacancies", type=int, default=130_000)
    reader.add_argument("--ask", type=int, default=200)
    reader.add_argument("--workers", type=int, default=2)
    asked = reader.parse_args()
    with own_database(DATABASE, "load_law"):
        from bench.matching.measuring import measure  # noqa: PLC0415 - its models want Django set up

        found = measure(asked)
    print(json.dumps(found, indent=2))
    sys.exit(any(found[name] > most for name, most in GOALS.items()))


if __name__ == "__main__":
    main()
