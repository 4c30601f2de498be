"""OpenFisca's side of the nation: times, memory and amounts. Run with the folder of the nation and a number of runs."""

import json
import sys
from pathlib import Path

import numpy
from openfisca_core.indexed_enums import EnumArray
from openfisca_core.simulations import SimulationBuilder

from bench import measure
from bench.nation import COLUMNS, ON
from bench.peer.nation import BENEFITS, INPUTS, VARIABLES
from bench.peer.system import LegalStatus, system_of

DAY = ON.isoformat()


def load(folder: Path) -> dict[str, numpy.ndarray]:
    """The nation as OpenFisca takes it: arrays of its own types, money in tenge."""
    columns = {name: numpy.fromfile(folder / name, dtype=code) for name, code in COLUMNS.items()}
    for name in ("is_child", "studies", "lives_in_kazakhstan"):
        columns[name] = columns[name].astype(bool)
    columns["birth_date"] = columns["birth_date"].astype("datetime64[D]")
    columns["legal_status"] = EnumArray(columns["legal_status"].astype(numpy.uint8), LegalStatus)
    columns["income_of_quarter"] = columns["income_of_quarter"] / 100
    return columns


def simulation(system, columns):
    """A simulation of ready arrays; persons are joined with families as the builder's `join_with_persons` does."""
    family_of_person = columns["family"]
    builder = SimulationBuilder()
    builder.create_entities(system)
    persons, families = builder.populations["person"], builder.populations["family"]
    persons.count = len(family_of_person)
    persons.ids = numpy.arange(persons.count)
    families.count = int(family_of_person[-1]) + 1
    families.ids = numpy.arange(families.count)
    families.members_entity_id = family_of_person
    made = builder.build(system)
    for variable in INPUTS:
        made.set_input(variable.__name__, DAY, columns[variable.__name__])
    return made


def calculate(made) -> dict[str, numpy.ndarray]:
    return {variable.__name__: made.calculate(variable.__name__, DAY) for variable in BENEFITS}


def main(folder: Path, runs: int) -> None:
    system = system_of(VARIABLES)
    columns = load(folder)
    whole = measure.seconds(lambda: calculate(simulation(system, load(folder))), runs)
    compute = measure.seconds(lambda: calculate(simulation(system, columns)), runs)
    for name, amounts in calculate(simulation(system, columns)).items():
        amounts.astype("float32").tofile(folder / f"{name}.openfisca")
    print(json.dumps({"compute": compute, "whole": whole, "memory": measure.peak_memory()}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
