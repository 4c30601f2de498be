"""Our side of one household: eight explanations, and the whole result page of the check. Run with a number of runs."""

import datetime
import json
import os
import sys

import django
from django.conf import settings

from bench import measure
from bench.household import BENEFITS, FACTS, ON

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "socialcode.settings")
EVENTS = ("birth", "everything")


def main(runs: int) -> None:
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    django.setup()
    explained, seconds = explain_all(runs)
    print(json.dumps({"amounts": explained, "explain": seconds, **result_pages(runs)}))


def explain_all(runs: int) -> tuple[dict[str, int], tuple[float, float]]:
    """The eight amounts, and the seconds that all eight explanations take together."""
    from socialcode.engine import explain_all  # noqa: PLC0415 - Django fills the registry first
    from socialcode.engine.registry import registry  # noqa: PLC0415

    values = registry.values(ON)

    def explanations():
        return explain_all([registry.provisions[name] for name in BENEFITS], FACTS, ON, values)

    amounts = {explanation.provision.name: explanation.amount for explanation in explanations()}
    return amounts, measure.seconds(explanations, runs)


def result_pages(runs: int) -> dict[str, tuple[float, float]]:
    """Seconds of server time for the page by life event, from request to last byte, with database and session."""
    from django.core.management import call_command  # noqa: PLC0415 - all of these need Django set up
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    connection.creation.create_test_db(verbosity=0)
    try:
        call_command("messages", "compile", verbosity=0)
        call_command("load_law", verbosity=0)
        client = Client(headers={"host": "localhost"})

        def page():
            answer = client.get("/check/result/")
            if answer.status_code != 200:  # noqa: PLR2004 - OK
                raise SystemExit(f"The result page answers {answer.status_code}.")

        found = {}
        for event in EVENTS:
            _answer_everything(client, event)
            page()
            found[event] = measure.seconds(page, runs)
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
