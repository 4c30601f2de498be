"""Our side of one household: eight explanations, and whole pages of the check. Run with a number of runs."""

import json
import os
import sys

import django
from django.conf import settings

from bench import measure, pages
from bench.household import BENEFITS, FACTS, ON

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "socialcode.settings")
PAGES = {
    "birth": "result of a birth",
    "everything": "result of everything",
    "months": "24 months of everything",
}


def main(runs: int) -> None:
    settings.STORAGES["staticfiles"]["BACKEND"] = "socialcode.look.files.AsTheyLie"
    django.setup()
    explained, seconds = explain_all(runs)
    found = pages.seconds(runs)
    print(json.dumps({"amounts": explained, "explain": seconds, **{name: found[page] for name, page in PAGES.items()}}))


def explain_all(runs: int) -> tuple[dict[str, int], tuple[float, float]]:
    """The eight amounts, and the seconds that all eight explanations take together."""
    from socialcode.engine import explain_all  # noqa: PLC0415 - Django fills the registry first
    from socialcode.engine.registry import registry  # noqa: PLC0415

    values = registry.values(ON)

    def explanations():
        found = explain_all([registry.provisions[name] for name in BENEFITS], FACTS, ON, values)
        return [(explanation, explanation.steps) for explanation in found]

    amounts = {explanation.provision.name: explanation.amount for explanation, _steps in explanations()}
    return amounts, measure.seconds(explanations, runs)


if __name__ == "__main__":
    main(int(sys.argv[1]))
