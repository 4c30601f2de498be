"""Our side of the nation: times, memory and amounts. Run with the folder of the nation and a number of runs."""

import json
import sys
from array import array
from pathlib import Path

from bench import measure, ours


def main(folder: Path, runs: int) -> None:
    known = ours.registry()
    file = folder / "persons.arrow"
    whole = measure.seconds(lambda: ours.amounts(ours.load(file), known), runs)
    persons = ours.load(file)
    compute = measure.seconds(lambda: ours.amounts(persons, known), runs)
    memory = measure.peak_memory()
    for name, amounts in ours.amounts(persons, known).items():
        with (folder / f"{name}.ours").open("wb") as out:
            array("q", amounts.to_list()).tofile(out)
    print(json.dumps({"compute": compute, "whole": whole, "memory": memory}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
