"""What to know of a provision besides its sum: the time to decide, what pauses and ends it, what is withheld."""

from dataclasses import dataclass

from django.utils.translation import gettext

from socialcode.engine import Provision
from socialcode.engine.parameters import Values
from socialcode.engine.provision import DAYS_TO_DECIDE
from socialcode.engine.registry import registry
from socialcode.explaining.grounds import in_one_line
from socialcode.explaining.origin import origin
from socialcode.templatetags.portal import article, quantity


@dataclass(frozen=True)
class Particular:
    """Sentences under one title; `source` is the article or act behind them, where they have one of their own."""

    title: str
    sentences: list[str]
    source: str = ""


def particulars(provision: Provision, values: Values) -> list[Particular]:
    """Only what there is something to say of."""
    found = (
        Particular(gettext("What we assumed"), _translated(provision.assumptions)),
        _time_to_decide(provision, values),
        Particular(gettext("When it is paused"), [in_one_line(ground) for ground in provision.suspends]),
        Particular(gettext("When it ends early"), [in_one_line(ground) for ground in provision.ends]),
        Particular(gettext("When somebody else receives it"), [in_one_line(ground) for ground in provision.passes_on]),
        Particular(gettext("Money for the past"), [in_one_line(ground) for ground in provision.arrears]),
        Particular(gettext("What is withheld"), _translated(provision.deductions)),
        Particular(gettext("It counts as income for"), _titles(provision.counts_towards)),
        Particular(gettext("You cannot have it together with"), _titles(provision.excluded)),
    )
    return [particular for particular in found if particular.sentences]


def _time_to_decide(provision: Provision, values: Values) -> Particular:
    title = gettext("How long a decision may take")
    version = provision.days_to_decide(values)
    if version is None:
        return Particular(title, [])
    asked = values.parameters[provision.own(DAYS_TO_DECIDE)]
    source = ", ".join([article(asked.article), *origin(version)])
    return Particular(title, [quantity(version.value, asked.unit)], source)


def _translated(sentences) -> list[str]:
    return [gettext(sentence) for sentence in sentences]


def _titles(names) -> list[str]:
    return [gettext(registry.provisions[name].title) for name in names]
