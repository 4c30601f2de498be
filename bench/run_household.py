"""Our side of one household: eight explanations, and whole pages of the check. Run with a number of runs."""

import datetime
import json
import os
import sys
from functools import partial

import django
from django.conf import settings

from bench import measure
from bench.household import BENEFITS, FACTS, ON

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "socialcode.settings")
RESULT, MONTHS = "/check/result/", "/check/months/"
PAGES = {"birth": ("birth", RESULT), "everything": ("everything", RESULT), "months": ("everything", MONTHS)}


def main(runs: int) -> None:
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    django.setup()
    explained, seconds = explain_all(runs)
    print(json.dumps({"amounts": explained, "explain": seconds, **pages(runs)}))


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


def pages(runs: int) -> dict[str, tuple[float, float]]:
    """Seconds of server time for each page, from request to last byte, with database and session."""
    from django.core.management import call_command  # noqa: PLC0415 - all of these need Django set up
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    connection.creation.create_test_db(verbosity=0)
    try:
        call_command("messages", "compile", verbosity=0)
        call_command("load_law", verbosity=0)
        client = Client(headers={"host": "localhost"})

        def page(address):
            answer = client.get(address)
            if answer.status_code != 200:  # noqa: PLR2004 - OK
                raise SystemExit(f"{address} answers {answer.status_code}.")

        found = {}
        for name, (event, address) in PAGES.items():
            _answer_everything(client, event)
            page(address)
            found[name] = measure.seconds(partial(page, address), runs)
        return found
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)


def _answer_everything(client, event: str) -> None:
    """A visit with all answers, kept in the client's session as the questionnaire keeps it."""
    from socialcode.check import visit as visits  # noqa: PLC0415 - needs Django set up
    from socialcode.engine.registry import registry  # noqa: PLC0415

    raw = {name: value.isoformat() if isinstance(value, datetime.date) else value for name, value in FACTS.items()}
    visit = visits.Visit(event, ON.isoformat())
    for name, value in raw.items():
        of_child = registry.facts[name].of == "child"
        (visit.children[0] if of_child else visit.person).save(name, value)
    session = client.session
    visits.save(session, visit)
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key


if __name__ == "__main__":
    main(int(sys.argv[1]))
