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
    environments.OPENFISCA.prepare()
    compare_nations(asked.households, asked.runs)
    compare_households()
    grow()


def compare_nations(households: int, runs: int) -> None:
    folder = DATA / str(households)
    columns = nation_in(folder, households)
    title = f"Three benefits of {households:,} households, {len(columns['family']):,} persons (median of {runs} runs)"
    sides = {
        "ours": environments.answer(environments.OURS, "run_ours", folder, runs),
        "OpenFisca": environments.answer(environments.OPENFISCA.python, "peer.run_nation", folder, runs),
    }
    truth = exact.amounts(columns)
    amounts = {"ours": ("ours", "q"), "OpenFisca": ("openfisca", "f")}
    rows = [(label, *(f"{side[key][clock]:.2f}" for side in sides.values())) for label, key, clock in TIMES]
    ratio = sides["ours"]["compute"][0] / sides["OpenFisca"]["compute"][0]
    rows.insert(1, ("the same, ours as a share of OpenFisca's", f"{ratio:.2f}", "1", _held(ratio, MOST_OF_THEIR_TIME)))
    rows.append(("peak memory, GB", *(f"{side['memory']:.2f}" for side in sides.values())))
    for benefit in ours.BENEFITS:
        wrong = [_wrong(truth[benefit], folder / f"{benefit}.{ending}", code) for ending, code in amounts.values()]
        paid = sum(amount > 0 for amount in truth[benefit])
        rows.append((f"inexact: {benefit} ({paid:,} paid)", *(f"{count:,}" for count in wrong)))
    _show(title, rows)


def compare_households() -> None:
    ours_side = environments.answer(environments.OURS, "run_household", HOUSEHOLD_RUNS)
    theirs = environments.answer(environments.OPENFISCA.python, "peer.run_household", HOUSEHOLD_RUNS)
    if ours_side["amounts"] != theirs["amounts"]:
        print(f"The amounts differ: {ours_side['amounts']} and {theirs['amounts']}")
    rows = [
        (
            label,
            *(f"{1000 * side[key][clock]:.2f}" if key in side else "-" for side in (ours_side, theirs)),
            _held(1000 * ours_side[key][clock], goal) if goal else "",
        )
        for label, key, clock, goal in HOUSEHOLD_TIMES
    ]
    _show(f"One household, eight benefits with their reasons (median of {HOUSEHOLD_RUNS} runs)", rows)


def grow() -> None:
    """All provisions for one person with reasons, and for ever more persons: whether the time grows as they do."""
    one = environments.answer(environments.OURS, "run_everything", 1)
    wall, processor = (1000 * seconds for seconds in one["explain"])
    print(
        f"\nAll {one['provisions']} provisions of one person, {one['steps']} steps with their inputs: {wall:.2f} ms",
        end="",
    )
    print(f", of the processor {processor:.2f} ms; {_held(wall, MOST_FOR_EVERYTHING)}")
    print(f"\n{'persons':>10}{'seconds':>10}{'processor':>11}{'per 1000':>10}{'peak GB':>9}")
    for persons in SIZES:
        found = environments.answer(environments.OURS, "run_everything", persons)
        wall, processor = found["compute"]
        line = f"{persons:10,}{wall:10.1f}{processor:11.1f}{1000 * processor / persons:10.3f}{found['memory']:9.2f}"
        print(line + (f"   {_held(wall, MOST_FOR_A_MILLION)}" if persons == SIZES[-1] else ""))


def _held(measured: float, goal: float) -> str:
    """A goal, and whether it was reached in this run."""
    return f"goal {goal:g}, {'reached' if measured <= goal else 'missed'}"


MOST_OF_THEIR_TIME = 0.40  # of OpenFisca's time on the wall, for the same nation
MOST_FOR_EVERYTHING = 4  # ms
MOST_FOR_A_MILLION = 8  # s
SIZES = (10_000, 100_000, 1_000_000)
HOUSEHOLD_RUNS = 300
HOUSEHOLD_TIMES = (  # label, what was measured, clock (0 on the wall, 1 of the processor), goal in ms
    ("eight benefits with trace, ms", "explain", 0, 0.6),
    ("the same, processor ms", "explain", 1, None),
    ("whole result page of a birth, ms", "birth", 0, None),
    ("the same, processor ms", "birth", 1, 12),
    ("whole result page of everything, ms", "everything", 0, None),
    ("the same, processor ms", "everything", 1, 35),
    ("whole page of the next 24 months, ms", "months", 0, None),
    ("the same, processor ms", "months", 1, 60),
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
    for label, ours_figure, theirs, *goal in rows:
        print(f"{label:46}{ours_figure:>12}{theirs:>12}   {''.join(goal)}".rstrip())


if __name__ == "__main__":
    main()
