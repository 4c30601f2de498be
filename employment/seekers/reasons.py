"""Why somebody is not registered, and what an adviser has to look at, in the reader's words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from employment.seekers.checking import PROVISION
from employment.seekers.models import Registration
from socialcode.engine import explain
from socialcode.engine.registry import registry
from socialcode.law.values import values_on


@dataclass(frozen=True)
class Reason:
    """A condition of the law that is not met: `otherwise` is what would change it, `article` where it stands."""

    sentence: str
    otherwise: str
    article: str


def unmet(registration: Registration) -> list[Reason]:
    """The conditions that refused a registration, by the facts that were kept with it."""
    if not registration.unmet:
        return []
    facts = registry.provision(PROVISION).facts
    on = registration.applied_on
    known = {n: facts[n].read(said["value"], on) for n, said in registration.facts.items() if n in facts}
    found = explain(registry.provision(PROVISION), known, on, values_on(on))
    steps = [step for step in found.conditions if step.name in registration.unmet]
    return [Reason(_(step.sentence), _(step.otherwise) if step.otherwise else "", step.article) for step in steps]


def to_judge(registration: Registration) -> list[dict]:
    """What only the person says or nobody knows: the fact's name in words, and what was said."""
    found = []
    for name in registration.to_judge:
        fact = registry.facts[name]
        said = registration.facts.get(name, {}).get("value")
        words = {True: _("Yes"), False: _("No"), None: _("not known")}
        shown = dict(fact.choices).get(said) if fact.choices else words.get(said, said)
        found.append({"label": _(fact.question), "value": _(str(shown)) if fact.choices and shown else shown})
    return found
