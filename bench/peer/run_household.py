"""OpenFisca's side of one household: a traced simulation of eight variables. Run with a number of runs."""

import json
import sys

from openfisca_core.simulations import SimulationBuilder

from bench import measure
from bench.household import ON
from bench.peer.household import BENEFITS, VARIABLES, situation
from bench.peer.system import system_of


def main(runs: int) -> None:
    system, day = system_of(VARIABLES), ON.isoformat()

    def simulate() -> dict[str, float]:
        made = SimulationBuilder().build_from_entities(system, situation(ON))
        made.trace = True
        amounts = {benefit.__name__: float(made.calculate(benefit.__name__, day)[0]) for benefit in BENEFITS}
        made.tracer.computation_log.lines()
        return amounts

    amounts = simulate()
    print(json.dumps({"amounts": amounts, "explain": measure.seconds(simulate, runs)}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
