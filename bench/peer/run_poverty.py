"""The side of `mpitb`: the same measures of the same families. Run with a CSV file, dimensions as JSON, and lines."""

import json
import sys
import time
from collections import defaultdict

import pandas as pd
from mpitb.core import MPIToolbox

FAMILIES = "families"


def main(file: str, dimensions: dict[str, list[str]], lines: list[int]) -> None:
    table = pd.read_csv(file)
    begun = time.perf_counter()
    toolbox = MPIToolbox()
    toolbox.svyset(weight="members")
    toolbox.set(name=FAMILIES, dimensions=[(inside, name) for name, inside in dimensions.items()])
    found = toolbox.est(table, FAMILIES, lines, svy=True, over=["region"])
    taken = time.perf_counter() - begun
    figures = defaultdict(dict)
    for row in found:
        place = f"{row.get('subg', row['loa'])} {row['k']}"
        name = f"{row['measure']} {row['indicator']}" if "indicator" in row else row["measure"]
        figures[place][name] = float(row["b"])
    print(json.dumps({"figures": figures, "seconds": taken}))


if __name__ == "__main__":
    main(sys.argv[1], json.loads(sys.argv[2]), [int(line) for line in sys.argv[3:]])
