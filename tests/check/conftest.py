"""A visitor who answers the questions of a page by field name, under the law as shipped, on one fixed day."""

import datetime
import re

import pytest

from socialcode.check.models import Check
from tests.check.families import ticked
from tests.factories import people
from tests.factories.accounts import sign_in
from tests.registers.test_known import gather

SITUATIONS, ABOUT_YOU = "/check/situations/", "/check/questions/about-you/"


class Visitor:
    """Walks the pages with Django's test client and remembers every question it was asked."""

    def __init__(self, client):
        self.client = client
        self.asked: list[str] = []
        self.page = None

    def begin(self, event, **day):
        self.page = self.client.post("/", {"event": event, **day}, follow=True)
        return self

    def go(self, address):
        self.page = self.client.get(address, follow=True)
        return self

    @property
    def address(self):
        return self.page.request["PATH_INFO"]

    @property
    def place(self):
        """The address without the key of the check."""
        return re.sub(r"^/check/[0-9a-f]{12}/", "/check/", self.address)

    def own(self, address):
        """The address of a page of the check used last."""
        key = Check.objects.latest("used_at").key
        return address.replace("/check/", f"/check/{key}/")

    @property
    def checks(self):
        """What is kept of each check, the one used last first."""
        return [check.content for check in Check.objects.order_by("-used_at")]

    @property
    def html(self):
        return self.page.content.decode()

    @property
    def fields(self):
        return self.page.context["page"].form.fields

    @property
    def carried(self):
        """What the page carries along in hidden fields."""
        return dict(re.findall(r'type="hidden" name="(event|day|children|asked)" value="([^"]*)"', self.html))

    def begin_questions(self, event, answers, **day):
        """Begin, say who one is and tick what the answers make true, where the event begins with that."""
        self.begin(event, **day)
        while self.place in (ABOUT_YOU, SITUATIONS):
            self._answer(answers)
        return self

    def send(self, answers, then="next", **extra):
        """Answer the page at hand; a field that `answers` does not know is answered "I don't know"."""
        self.asked += list(self.fields)
        posted = self.carried | {"then": then}
        for name, field in self.fields.items():
            usual = field.fact.without if field.fact.situation else None
            posted |= typed(field.fact, name, answers.get(name, usual))
            if hasattr(field, "counted") and (first := answers.get(name)):
                posted |= until(name, first, answers[name.replace(field.fact.name, field.counted.name)])
        self.page = self.client.post(self.address, posted | extra, follow=True)
        return self

    def tick(self, answers):
        """Tick what the answers make true."""
        listed = {situation.name for group in self.page.context["groups"] for situation in group.situations}
        self.asked.append("situations")
        self.page = self.client.post(self.address, {"true": ticked(listed, answers)}, follow=True)
        return self

    def walk(self, answers):
        """Answer page after page until no question is left."""
        while self.place == SITUATIONS or self.place.startswith("/check/questions/"):
            self._answer(answers)
        return self

    def _answer(self, answers):
        place, ticks = self.place, self.place == SITUATIONS
        (self.tick if ticks else self.send)(answers)
        assert ticks or self.place != place, self.page.context["page"].form.errors

    def result(self):
        return self.go("/check/result/").page.context["outcome"]


def typed(fact, name, answer):
    """One answer as a browser posts it."""
    if answer is None:
        return {name: "unknown"} if fact.kind in ("yes_no", "choice") else {f"{name}-unknown": "on"}
    if fact.kind in ("yes_no", "choice"):
        return {name: {True: "yes", False: "no"}.get(answer, answer)}
    if fact.kind == "date":
        return {f"{name}-day": answer.day, f"{name}-month": answer.month, f"{name}-year": answer.year}
    return {f"{name}-text": answer}


def until(name, first, days):
    """The last day of a term, as a browser posts it."""
    last = first + datetime.timedelta(days=int(days) - 1)
    return {f"{name}-until_{part}": getattr(last, part) for part in ("day", "month", "year")}


@pytest.fixture
def visitor(db, client, today):
    client.cookies["django_language"] = "en"
    return Visitor(client)


@pytest.fixture
def mother(db):
    return people.make_person(datetime.date(1999, 1, 31))


@pytest.fixture
def child(mother):
    child = people.make_child(mother, datetime.date(2026, 5, 3), given_name="Аружан")
    gather(("head", mother), ("child", child))
    return child


@pytest.fixture
def known_visitor(visitor, mother):
    """The mother, signed in: registers know her."""
    sign_in(visitor.client, people.make_account(mother))
    return visitor
