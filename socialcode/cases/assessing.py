"""Computing a claim: the same engine as the check, with what the registers hold and what the person said."""

from collections.abc import Mapping
from copy import copy
from dataclasses import replace

from socialcode.awards.granting import Asked
from socialcode.decisions.computing import SAID, Computed, computed_from, kept, with_source
from socialcode.decisions.models import Appeal, Assessment
from socialcode.engine import Meaning, Provision
from socialcode.engine.past import worth
from socialcode.engine.registry import registry
from socialcode.law.values import values_known_at, values_on
from socialcode.people.models import Person
from socialcode.questions.answers import Answers
from socialcode.registers.frames.household import RegisterRows
from socialcode.registers.known import Known, look_up, values_of
from socialcode.shown import digest

from .models import Claim


def provision_of(claim: Claim) -> Provision:
    return registry.provision(claim.provision)


def asked_of(claim: Claim) -> Asked:
    """What a grant of the claim would be asked for."""
    return Asked(
        provision_of(claim),
        claim.person,
        claim.subject,
        claim.on,
        claim.iban,
        claim.organisation,
        named=claim.named,
        nobody=f"claim:{claim.key}",
    )


def children_counted(claim: Claim) -> int:
    """How many children the person says are in the family."""
    return Answers(claim.answers, claim.on).readable.get(registry.meant(Meaning.CHILDREN_OF_FAMILY).name) or 0


def rows_of(claim: Claim) -> RegisterRows:
    """What registers hold of whom the claim is about, on its day."""
    return RegisterRows(filter(None, (claim.person, claim.subject)), claim.on)


def register_facts(claim: Claim, rows: RegisterRows) -> dict[str, Known]:
    """What registers say of the claim's facts on its day."""
    return look_up(provision_of(claim).facts.values(), rows, claim.person, claim.subject, claim.answers)


def told(claim: Claim, registered: Mapping[str, Known] | None = None) -> Answers:
    """What the person said, beside what registers say (looked up unless it is given)."""
    registered = register_facts(claim, rows_of(claim)) if registered is None else registered
    return Answers(claim.answers, claim.on, values_of(registered), claim.answered_on)


def region_of(person: Person, rows: RegisterRows) -> str:
    return rows.step("home_region", person) or ""


def compute(claim: Claim, rows: RegisterRows | None = None) -> Computed:
    """The claim's outcome as of its day, from today's knowledge. Nothing is stored. `rows` are what `rows_of` gave, if
    that is at hand."""
    rows = rows or rows_of(claim)
    registered = register_facts(claim, rows)
    said = told(claim, registered)
    known = said.known
    facts = {name: with_source(claim.answers.get(name), registered.get(name)) for name in known}
    computed = computed_from(provision_of(claim), facts, known, values_on(claim.on, region_of(claim.person, rows)))
    return replace(computed, outdated=tuple(name for name in said.outdated if name not in known))


def compute_as_begun(claim: Claim) -> Computed:
    """What the claim would come to when it was begun, by the answers of now: with the law and with what registers said
    as both stood then."""
    begun = copy(claim)
    begun.on = claim.begun_on
    facts = provision_of(claim).facts
    held = {n: facts[n].read(value, begun.on) for n, value in claim.begun_with.items() if n in facts}
    known = Answers(claim.answers, begun.on, held).known
    told_facts = {name: {"value": value, "source": SAID, "received_on": None} for name, value in known.items()}
    values = values_known_at(claim.begun_at, begun.on, region_of(claim.person, rows_of(begun)))
    return computed_from(provision_of(claim), told_facts, known, values)


def stamp(computed: Computed) -> str:
    """By what an outcome that somebody was shown is told from another: law, outcome, sums and days."""
    found = computed.explanation
    days = (found.starts_on, found.ends_on, found.apply_by)
    return digest(computed.law_version, found.outcome, found.amount, found.in_hand, *days, worth(found))


def keep(claim: Claim, computed: Computed, appeal: Appeal | None = None) -> Assessment:
    """Keep an outcome: what a decision refers to and a court would ask for. It is about the claim, or about a complaint
    about the claim's decision."""
    return kept(computed, claim.provision, **({"appeal": appeal} if appeal else {"claim": claim}))
