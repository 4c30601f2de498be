"""The guided talk: what to ask, in which order, and the steps that an answer suggests for the plan.

The questions are a choice of the portal: no act that we know names them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from employment.advising.forms import TalkForm
from employment.advising.models import Measure

YES_NO = (("yes", pgettext_lazy("answer", "Yes")), ("no", pgettext_lazy("answer", "No")))


@dataclass(frozen=True)
class Suggestion:
    """A step that a plan may begin with."""

    what: Promise
    measure: str


@dataclass(frozen=True)
class Question:
    """`choices` are its answers, none for one in words; `suggests` are steps by answer."""

    name: str
    text: Promise
    choices: tuple = ()
    suggests: Mapping[str, Suggestion] | None = None


PAGES = (
    (
        _("Until now"),
        (
            Question("last_work", _("What was the last work, and why did it end?")),
            Question("proud", _("What went well there, and what would you do again?")),
            Question("searched", _("Where have you looked for work so far, and what came of it?")),
        ),
    ),
    (
        _("What stands in the way"),
        (
            Question(
                "care",
                _("Is there somebody to care for during working hours?"),
                YES_NO,
                {"yes": Suggestion(_("Find a place in a nursery, or care for the relative"), Measure.SOCIAL)},
            ),
            Question(
                "health",
                _("Does health limit which work is possible?"),
                YES_NO,
                {"yes": Suggestion(_("Get the conclusion of the medical commission on suitable work"), Measure.SOCIAL)},
            ),
            Question(
                "transport",
                _("Is there a way to get to work every day?"),
                YES_NO,
                {"no": Suggestion(_("Look for work on foot or by bus, or for work from home"), Measure.SEARCH)},
            ),
            Question(
                "papers",
                _("Are all papers, certificates and the electronic signature there?"),
                YES_NO,
                {"no": Suggestion(_("Restore the papers that are missing"), Measure.SOCIAL)},
            ),
            Question(
                "skills",
                _("Are the skills of the trade up to date?"),
                YES_NO,
                {"no": Suggestion(_("Choose a course by the list of trades in demand"), Measure.TRAINING)},
            ),
        ),
    ),
    (
        _("What comes next"),
        (
            Question("wish", _("Which work would you begin tomorrow, and for which pay?")),
            Question(
                "cv",
                _("Is the CV ready and shown to employers?"),
                YES_NO,
                {"no": Suggestion(_("Write the CV on the portal and let employers see it"), Measure.SEARCH)},
            ),
            Question(
                "business",
                _("Is there an idea for a business of one’s own?"),
                YES_NO,
                {"yes": Suggestion(_("Take the course on the basics of business"), Measure.BUSINESS)},
            ),
        ),
    ),
)
QUESTIONS = {question.name: question for _title, questions in PAGES for question in questions}


class GuidedTalkForm(TalkForm):
    """All questions of the talk on one page, in their sections; none has to be answered."""

    def __init__(self, *given, **named):
        super().__init__(*given, **named)
        own = {name: self.fields.pop(name) for name in ("nearness", "note")}
        for question in QUESTIONS.values():
            self.fields[question.name] = _field(question)
        self.fields |= own

    def sections(self) -> list[tuple[Promise, list]]:
        """The fields by sections, each with its title."""
        pages = [(title, [self[question.name] for question in questions]) for title, questions in PAGES]
        return [*pages, (_("What was agreed"), [self["nearness"], self["note"]])]

    def answers(self) -> dict[str, str]:
        return {name: said for name in QUESTIONS if (said := self.cleaned_data.get(name, ""))}


def suggestions(answers: Mapping[str, str]) -> list[Suggestion]:
    """The steps that answers suggest, in the order of the questions."""
    asked = (question for question in QUESTIONS.values() if question.suggests)
    found = ((question.suggests or {}).get(answers.get(question.name, "")) for question in asked)
    return [one for one in found if one]


def in_words(answers: Mapping[str, str]) -> list[tuple[Promise, str]]:
    """What was said, question by question; answers to questions of long ago are left out."""
    said = ((question, answers[question.name]) for question in QUESTIONS.values() if question.name in answers)
    return [(question.text, str(dict(question.choices).get(answer, answer))) for question, answer in said]


def _field(question: Question) -> forms.Field:
    if question.choices:
        choices = (("", _("Not spoken of")), *question.choices)
        return forms.ChoiceField(label=question.text, choices=choices, required=False)
    return forms.CharField(
        label=question.text, max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
