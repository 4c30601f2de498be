"""An award as a grant makes it, when a decision takes effect."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.decisions.models import Decision
from socialcode.engine import Provision
from socialcode.engine.past import Worth
from socialcode.engine.registry import registry
from socialcode.people.models import Family, Organisation, Person
from socialcode.people.models.family import in_force

from . import changing_over, whom
from .life import Stretch, Withheld
from .models import Award, NamedPerson, Term
from .models.term import row_of

ONCE = ("once", "savings")  # what a provision pays that has one day; own savings are taken out on one too


@dataclass(frozen=True)
class Asked:
    """What a grant is asked for: a provision for a person (and a child), as of the day `on`, to the account `iban`.

    Where the provision pays an organisation, such as an employer, `organisation` gets the money instead. `named` is the
    child or other person whom no register ties to who asks; `nobody` the key of the right where none was named.
    """

    provision: Provision
    person: Person
    subject: Person | None
    on: datetime.date
    iban: str = ""
    organisation: Organisation | None = None
    named: NamedPerson | None = None
    nobody: str = ""

    def whom(self, since: datetime.date) -> list[str]:
        """The keys of everybody for whom it is, if it begins on a day."""
        if self.named:
            return [whom.recognise(self.named, since)]
        if self.subject:
            return [whom.of_person(self.subject)]
        if self.nobody and whom.role_named(self.provision):
            return [self.nobody]
        if self.provision.unit == "family":
            return whom.of_family(self.person, since)
        return [whom.of_person(self.person)]


def drafted(*, asked: Asked, decision: Decision) -> Award:
    """The award that a grant would make, not stored: for a family, a child, or the person.

    It begins on the day asked about where the decision names no day of its own.
    """
    provision, since = asked.provision, decision.starts_on or asked.on
    is_once = provision.pays in ONCE
    award = Award(
        decision=decision,
        provision=provision.name,
        person=None if asked.organisation else asked.person,
        organisation=asked.organisation,
        subject=asked.subject or (None if asked.named else asked.person),
        named=asked.named,
        unit=provision.unit,
        pays=Award.Pays.ONCE if is_once else Award.Pays.MONTHLY,
        amount=decision.amount,
        since=since,
        until=since if is_once else decision.ends_on,
        iban=asked.iban,
        whom=asked.whom(since),
    )
    if provision.unit == Award.Unit.FAMILY and (family := _family_of(asked.person, since)):
        award.family, award.subject = family, None
    return award


@change
def make(*, award: Award, about, by, is_proved=False) -> Award:
    """Store an award that `drafted` made, as a decision takes effect, with what it is worth from its first day on.

    `about` is what was decided on. One that `is_proved` is worth nothing until months are proved: each then gets a term
    of its own by a change.
    """
    award.save(force_insert=True)
    if award.amount is not None and not is_proved:
        worth = stretches_of(award.provision, _worth(award))
        Term.objects.bulk_create(Term(award=award, decision=award.decision, **row_of(one)) for one in worth)
    record(EventKind.AWARD_MADE, on=award, by=by, claim=about, amount=award.amount)
    changing_over.end_the_other(award, by)
    changing_over.lower_what_is_shared(award)
    return award


def withheld(provision: str, gross: Decimal | int, in_hand: Decimal | int | None) -> tuple[Withheld, ...] | None:
    """What a provision takes off an amount before it reaches the person; None while that is not known."""
    if in_hand is None:
        return None
    if in_hand == gross:
        return ()
    found = registry.provision(provision).rules["net_amount"][-1].withholds
    return (Withheld(found.kind, gross - in_hand, found.to),)


def stretches_of(provision: str, worth: Iterable[Worth]) -> list[Stretch]:
    """What each day is worth, with what the provision takes off it."""
    return [Stretch(one.since, one.until, one.amount, withheld(provision, one.amount, one.in_hand)) for one in worth]


def _worth(award: Award) -> list[Worth]:
    """Days before the application each by the law and figures of their own, as the decision has them."""
    past = award.decision.past
    fits = past and (past[0].since, past[-1].until) == (award.since, award.until)
    return past if fits else [Worth(award.since, award.until, award.amount, award.decision.in_hand)]


def _family_of(person: Person, on) -> Family | None:
    membership = person.memberships.filter(in_force(on)).select_related("family").first()
    return membership.family if membership else None
