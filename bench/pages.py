"""Pages of the check as answers grow: `python -m bench.pages [--runs 30]`. A database of its own, removed at the end.

Times are of the server's whole answer by Django's test client, with session, database and templates, in milliseconds.
"""

import argparse
import datetime
import os
from collections.abc import Callable
from functools import partial
from urllib.parse import urlencode

from django.conf import settings
from django.core.management import call_command

from bench import measure
from bench.database import own_database
from bench.household import FACTS, ON

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "socialcode.settings")
RESULT, MONTHS = "result", "months"
MANY = 10  # children
GOALS = {
    "result of a birth": 12,
    "result of everything": 35,
    "24 months of everything": 60,
    "posting a page of questions, ten children": 20,
    "result of everything, ten children": None,
}


def main() -> None:
    reader = argparse.ArgumentParser(prog="python -m bench.pages")
    reader.add_argument("--runs", type=int, default=30)
    runs = reader.parse_args().runs
    settings.STORAGES["staticfiles"]["BACKEND"] = "socialcode.look.files.AsTheyLie"
    print("| page | on the wall, ms | of the processor, ms | goal, ms |\n| --- | --- | --- | --- |")
    for name, (wall, processor) in seconds(runs).items():
        print(f"| {name} | {wall * 1000:.1f} | {processor * 1000:.1f} | {GOALS[name] or ''} |")


def seconds(runs: int) -> dict[str, tuple[float, float]]:
    """The median seconds of every page, on the wall and of the processor."""
    with own_database("bench_pages", "load_law"):
        call_command("messages", "compile", verbosity=0)
        return {name: measure.seconds(work, runs) for name, work in _works()}


def _works():
    yield "result of a birth", _page("birth", RESULT)
    yield "result of everything", _page("everything", RESULT)
    yield "24 months of everything", _page("everything", MONTHS)
    yield "posting a page of questions, ten children", _posting(MANY)
    yield "result of everything, ten children", _page("everything", RESULT, MANY)


def _page(event: str, page: str, children: int = 1) -> Callable[[], object]:
    """A page as somebody sees it again who has answered everything."""
    client, visit = _client(event, children)
    work = partial(_answer, client.get, visit.address(page), 200)
    work()  # the first time fills what is kept between pages
    return work


def _posting(children: int) -> Callable[[], object]:
    client, visit = _client("everything", children)
    address, typed = filled_page(visit)
    work = partial(_answer, client.post, address, 302, typed, "application/x-www-form-urlencoded")  # as browsers do
    work()
    return work


def filled_page(visit) -> tuple[str, str]:
    """The address of the page of questions about the children, and what is posted there as it was answered."""
    from socialcode.check.household import VisitedHousehold  # noqa: PLC0415
    from socialcode.check.pages import Journey, page_of  # noqa: PLC0415
    from socialcode.check.questionnaire import Questionnaire  # noqa: PLC0415
    from socialcode.engine import Meaning  # noqa: PLC0415
    from socialcode.engine.registry import registry  # noqa: PLC0415

    page = page_of(registry.meant(Meaning.CHILD_BORN))
    shown = Questionnaire(page, Journey(VisitedHousehold(visit)))
    posted = {
        "event": visit.event,
        "day": visit.day,
        "asked": shown.asked,
        "children": ",".join(str(child.number) for child in visit.children),
        "then": "next",
    }
    for name, field in shown.form.fields.items():
        kept = field.prepare_value(field.initial)
        posted |= {f"{name}-{part}": text for part, text in kept.items()} if isinstance(kept, dict) else {name: kept}
    return visit.address("questions", page.slug), urlencode(posted)


def _answer(send, address: str, expected: int, *data) -> None:
    answer = send(address, *data)
    if answer.status_code != expected:
        raise SystemExit(f"{address} answers {answer.status_code}.")


def _client(event: str, children: int):
    """A browser with a check in which everything is answered."""
    from django.test import Client  # noqa: PLC0415

    client = Client(headers={"host": "localhost"})
    session = client.session
    visit = fill(session, event, children)
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    return client, visit


def fill(session, event: str, children: int):
    """Answer everything of an event as the questionnaire keeps it; every child is a year older than the one before."""
    from socialcode.check import keeping, situations  # noqa: PLC0415 - these need Django set up
    from socialcode.check.visit import Visit  # noqa: PLC0415
    from socialcode.engine import Meaning  # noqa: PLC0415
    from socialcode.engine.registry import registry  # noqa: PLC0415

    born = registry.meant(Meaning.CHILD_BORN).name
    raw = {name: value.isoformat() if isinstance(value, datetime.date) else value for name, value in FACTS.items()}
    visit = Visit(event, ON.isoformat(), pages=[situations.SLUG])
    while len(visit.children) < children:
        visit.add_child()
    for name, value in raw.items():
        for subject in visit.children if registry.facts[name].of == "child" else [visit.person]:
            subject.save(name, value)
    for years, child in enumerate(visit.children):
        child.save(born, FACTS[born].replace(year=FACTS[born].year - years).isoformat())
    keeping.save(session, visit)
    session.save()
    return visit


if __name__ == "__main__":
    main()
