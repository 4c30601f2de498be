"""Offers to many people: `python -m bench.offers [--offers 77700] [--answers 15000]`.

In a database of its own, which is removed at the end: as many mothers with a newborn as there are offers; their rights
are found, offers prepared and written to them, and so many answer "1" by SMS, which is read, claimed and granted by the
rule. Prints seconds on the wall, rows a second, milliseconds of this process a row and the peak memory as JSON.
"""

import argparse

from bench.database import own_database

DATABASE = "bench_offers"


def main() -> None:
    reader = argparse.ArgumentParser(prog="python -m bench.offers")
    reader.add_argument("--offers", type=int, default=77_700)
    reader.add_argument("--answers", type=int, default=15_000)
    asked = reader.parse_args()
    with own_database(DATABASE, "load_law", "load_offices"):
        from bench.offers.measuring import measure  # noqa: PLC0415 - its models want Django set up

        measure(asked.offers, asked.answers)


if __name__ == "__main__":
    main()
