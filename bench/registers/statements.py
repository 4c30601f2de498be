"""How long a statement of a platform takes, with everything: `python -m bench.registers.statements --rows 500000`.

Every row is of another performer; the same file again, and one in which a hundredth changed, follow. In a database of
its own.
"""

import argparse

from bench.database import own_database

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=500_000)
    asked = parser.parse_args()
    with own_database("bench_statements"):
        from bench.registers.statement_files import measure

        measure(asked.rows)
