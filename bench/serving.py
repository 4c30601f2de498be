"""Results a second of the real portal: `python -m bench.serving [--seconds 30] [--clients 8] [--runs 3]`.

Starts all processes of the portal. Each client is a browser with an address and a session of its own, in which
everything is answered for a family with ten children; it asks for the result again and again. Clients are threads of
this process, so their work is paid by the same machine. Ends with 1 where the goal is missed or an answer is an error.
"""

import argparse
import statistics
import sys

from bench.load import Ask, Found, together
from bench.portal import Portal

GOAL = 40.0  # results a second on two cores
CHILDREN = 10
WARM_UP = 5  # seconds in which both processes meet every part
PREPARE = """
from django.contrib.sessions.backends.db import SessionStore
from bench import pages

for _visitor in range({clients}):
    session = SessionStore()
    visit = pages.fill(session, "everything", {children})
    print("> ", session.session_key, visit.address(pages.RESULT))
"""


def main() -> None:
    reader = argparse.ArgumentParser(prog="python -m bench.serving")
    reader.add_argument("--seconds", type=float, default=30)
    reader.add_argument("--clients", type=int, default=8)
    reader.add_argument("--runs", type=int, default=3)
    asked = reader.parse_args()
    with Portal(BEHIND_PROXY="1") as portal:
        told = portal.do(PREPARE.format(clients=asked.clients, children=CHILDREN))
        asks = [[Ask(*ask)] for ask in told]
        together(portal.port, asks, WARM_UP)
        runs = [together(portal.port, asks, asked.seconds) for _run in range(asked.runs)]
    sys.exit(_show(runs, asked))


def _show(runs: list[Found], asked: argparse.Namespace) -> int:
    """A line for each run and the median; 1 where it misses the goal."""
    print("| run | results a second | p50, s | p95, s | errors |\n| --- | --- | --- | --- | --- |")
    rates = [len(found.seconds) / asked.seconds for found in runs]
    for number, (found, rate) in enumerate(zip(runs, rates, strict=True), start=1):
        shares = statistics.quantiles(found.seconds, n=20) if len(found.seconds) > 1 else [float("nan")] * 19
        said = ", ".join(sorted(set(found.errors)))
        print(f"| {number} | {rate:.1f} | {shares[9]:.3f} | {shares[18]:.3f} | {len(found.errors)} {said} |")
    middle = statistics.median(rates)
    is_reached = middle >= GOAL and not any(found.errors for found in runs)
    print(f"\nMedian {middle:.1f} a second, goal {GOAL:.0f}: {'reached' if is_reached else 'missed'}.")
    return 0 if is_reached else 1


if __name__ == "__main__":
    main()
