"""The benchmarks, one after the other: `python -m bench [--households N] [--runs N]`. What they mean: README.md."""

import argparse
from array import array
from pathlib import Path

from bench import environments, exact, nation, ours

DATA = Path(__file__).resolve().parent.parent / "var" / "bench"


def main() -> None:
    reader = argparse.ArgumentParser(prog="python -m bench")
    reader.add_argument("--households", type=int, default=2_000_000)
    reader.add_argument("--runs", type=int, default=5)
    asked = reader.parse_args()
    environments.prepare()
    compare_nations(asked.households, asked.runs)
    compare_households()
    grow()


def compare_nations(households: int, runs: int) -> None:
    folder = DATA / str(households)
    columns = nation_in(folder, households)
    title = f"Three benefits of {households:,} households, {len(columns['family']):,} persons (median of {runs} runs)"
    sides = {
        "ours": environments.answer(environments.OURS, "run_ours", folder, runs),
        "OpenFisca": environments.answer(environments.THEIRS, "peer.run_nation", folder, runs),
    }
    truth = exact.amounts(columns)
    amounts = {"ours": ("ours", "q"), "OpenFisca": ("openfisca", "f")}
    rows = [(label, *(f"{side[key][clock]:.2f}" for side in sides.values())) for label, key, clock in TIMES]
    rows.append(("peak memory, GB", *(f"{side['memory']:.2f}" for side in sides.values())))
    for benefit in ours.BENEFITS:
        wrong = [_wrong(truth[benefit], folder / f"{benefit}.{ending}", code) for ending, code in amounts.values()]
        paid = sum(amount > 0 for amount in truth[benefit])
        rows.append((f"inexact: {benefit} ({paid:,} paid)", *(f"{count:,}" for count in wrong)))
    _show(title, rows)


def compare_households() -> None:
    ours_side = environments.answer(environments.OURS, "run_household", HOUSEHOLD_RUNS)
    theirs = environments.answer(environments.THEIRS, "peer.run_household", HOUSEHOLD_RUNS)
    if ours_side["amounts"] != theirs["amounts"]:
        print(f"The amounts differ: {ours_side['amounts']} and {theirs['amounts']}")
    rows = [
        (label, *(f"{1000 * side[key][clock]:.1f}" if key in side else "-" for side in (ours_side, theirs)))
        for label, key, clock in HOUSEHOLD_TIMES
    ]
    _show(f"One household, eight benefits with their reasons (median of {HOUSEHOLD_RUNS} runs)", rows)


def grow() -> None:
    """All provisions for one person with reasons, and for ever more persons: whether the time grows as they do."""
    one = environments.answer(environments.OURS, "run_everything", 1)
    wall, processor = (1000 * seconds for seconds in one["explain"])
    print(f"\nAll provisions of one person, {one['steps']} steps: {wall:.0f} ms, of the processor {processor:.0f} ms")
    print(f"\n{'persons':>10}{'seconds':>10}{'processor':>11}{'per 1000':>10}{'peak GB':>9}")
    for persons in SIZES:
        found = environments.answer(environments.OURS, "run_everything", persons)
        wall, processor = found["compute"]
        print(f"{persons:10,}{wall:10.1f}{processor:11.1f}{1000 * processor / persons:10.3f}{found['memory']:9.2f}")


SIZES = (10_000, 100_000, 1_000_000)
HOUSEHOLD_RUNS = 300
HOUSEHOLD_TIMES = (
    ("eight benefits with trace, ms", "explain", 0),
    ("the same, processor ms", "explain", 1),
    ("whole result page of a birth, ms", "birth", 0),
    ("the same, processor ms", "birth", 1),
    ("whole result page of everything, ms", "everything", 0),
    ("whole page of the next 24 months, ms", "months", 0),
    ("the same, processor ms", "everything", 1),
)
TIMES = (
    ("ready table to amounts, s", "compute", 0),
    ("the same, processor s", "compute", 1),
    ("file to amounts, s", "whole", 0),
    ("the same, processor s", "whole", 1),
)


def nation_in(folder: Path, households: int) -> dict[str, array]:
    """The nation of this size, made on first use."""
    if not (folder / "persons.arrow").exists():
        print(f"Inventing {households:,} households ...", flush=True)
        columns = nation.make(households)
        nation.write(columns, folder)
        ours.table(columns).write_ipc(folder / "persons.arrow")
    return nation.read(folder)


def _wrong(truth: list[int], file: Path, code: str) -> int:
    """How many amounts of a file are not the exact ones."""
    found = array(code)
    with file.open("rb") as stored:
        found.fromfile(stored, len(truth))
    return sum(a != b for a, b in zip(truth, found, strict=True))


def _show(title: str, rows) -> None:
    print(f"\n{title}\n{'':46}{'ours':>12}{'OpenFisca':>12}")
    for label, *figures in rows:
        print(f"{label:46}" + "".join(f"{figure:>12}" for figure in figures))


if __name__ == "__main__":
    main()
