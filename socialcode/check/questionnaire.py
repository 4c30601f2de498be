"""One page of questions: whom it asks what, what was typed, and where to go next."""

from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property

from crispy_forms.helper import FormHelper
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _

from socialcode.accounts import newcomers
from socialcode.engine import Meaning
from socialcode.engine.registry import registry
from socialcode.questions.forms import FactsForm, field_name

from . import keeping
from .events import provisions_of
from .forms import checked_day
from .household import VisitedHousehold
from .pages import Journey, QuestionPage
from .visit import MOST_CHILDREN, Subject, Visit, started
from .wording import group_of, key_of, subject_name

SMALL_NUMBERS = {str(number) for number in range(1, 1000)}
NEXT, ADD_CHILD, REMOVE_CHILD, DAY = "next", "add", "remove-", "day"


@dataclass(frozen=True)
class Asked:
    """The questions about the visitor or one child. `name` is empty where nobody can be confused."""

    subject: Subject
    name: str
    helper: FormHelper


class Questionnaire:
    """A page of questions about everybody whom they concern, empty or with what was sent (`data`)."""

    def __init__(self, page: QuestionPage, journey: Journey, data=None):
        visit = journey.visit
        self.page, self.visit, self.journey, self.data = page, visit, journey, data
        self.groups = [
            (subject, group_of(journey.household, subject, self._facts(subject))) for subject in visit.subjects
        ]
        self.form = FactsForm([group for _subject, group in self.groups], visit.on, data)

    def _facts(self, subject: Subject):
        """What is asked; of a posted page, what it had asked, whatever has happened in another tab since."""
        if self.data is None:
            return self.journey.facts(self.page, subject)
        asked = set(self.data.get("asked", "").split(","))
        key = key_of(self.visit, subject)
        of_child = subject is not self.visit.person
        own = [fact for fact in self.page.facts if (fact.of == "child") == of_child]
        return [fact for fact in own if field_name(fact, key) in asked]

    @property
    def title(self) -> str:
        return _(self.page.title)

    @property
    def slug(self) -> str:
        return self.page.slug

    @property
    def has_questions(self) -> bool:
        return bool(self.form.fields)

    @property
    def asked(self) -> str:
        """Names of the questions asked, which travel with the page."""
        return ",".join(group.field_name(fact) for _subject, group in self.groups for fact in group.facts)

    @property
    def parts(self) -> list[Asked]:
        """Those of whom something is asked here, each with the part of the form about them."""
        return [
            Asked(subject, subject_name(self.visit, subject), self.form.helper(group))
            for subject, group in self.groups
            if group.facts
        ]

    @property
    def asks_about_children(self) -> bool:
        """Whether a child can be added or taken off: where it is described, not where more is asked of it."""
        return registry.meant(Meaning.CHILD_BORN) in self.page.facts

    @property
    def may_add_child(self) -> bool:
        return self.visit.may_add_child

    @cached_property
    def done(self) -> int:
        return len(set(self.journey.done) - {self.slug})

    @property
    def total(self) -> int:
        return self.done + len({page.slug for page in self.journey.remaining} | {self.slug})

    @property
    def back(self) -> str:
        """The page answered before this one; before the first, the start."""
        before = self.visit.pages
        before = before[: before.index(self.slug)] if self.slug in before else before
        return self.visit.address("questions", before[-1]) if before else reverse("check:start")

    @property
    def then(self) -> str:
        return self.data.get("then", NEXT)

    def keep(self) -> None:
        """Save every answer that can be read."""
        self.form.full_clean()
        for subject, group in self.groups:
            for fact, raw in self.form.answers(group).items():
                subject.save(fact, raw)
        self.journey = Journey(VisitedHousehold(self.visit))  # what is known has changed

    @property
    def may_go_on(self) -> bool:
        """To the next page only with every answer; to add a child or change the day, empty ones may wait."""
        return self.form.is_valid() if self.then == NEXT else not self.form.has_wrong_answers

    def go_on(self) -> str | None:
        """Do what was asked for besides saving; gives the address to go to, None for the next page."""
        here = self.visit.address("questions", self.slug)
        if self.then == ADD_CHILD:
            self.visit.add_child()
            return f"{here}#child-{self.visit.children[-1].number}"
        if self.then == DAY:
            return self.visit.address("day")
        if self.then.startswith(REMOVE_CHILD):
            with suppress(ValueError):
                self.visit.remove_child(int(self.then.removeprefix(REMOVE_CHILD)[:9]))
            return here
        self.visit.passed(self.slug)
        return None


def resumed(request, check: str) -> Visit | None:
    """The check a posted page belongs to, held until the transaction ends: in the page's own event, or begun anew.

    None where the page asked about somebody else than the check is for: an answer is kept of nobody but them.
    """
    visit = keeping.load(request.session, check, to_change=True)
    if request.POST.get("about", "") != (visit.person.key if visit else ""):
        return None
    event = request.POST.get("event", "")
    if not provisions_of(event):
        return visit
    if visit is None:
        newcomers.check_may_begin(request)
        messages.warning(request, _("Your earlier answers had expired. What you gave on this page is kept."))
        return started(check, event, _carried_day(request), _carried_children(request))
    visit.event = event
    return visit


def _carried_day(request) -> str:
    try:
        return checked_day(request.POST.get("day", ""))
    except ValidationError:
        return ""


def _carried_children(request) -> list[int]:
    """Numbers of the children the page asked about; what is no small number is left out."""
    return [int(text) for text in request.POST.get("children", "").split(",")[:MOST_CHILDREN] if text in SMALL_NUMBERS]
