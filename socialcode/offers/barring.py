"""What bars an offer: a death, a dispute, an account of staff, the right itself granted or asked for, an answer of not
long ago. Read for many people at once, and once more before each is told."""

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q
from django.utils import timezone

from socialcode.accounts.models import User
from socialcode.awards.models import Award, Held
from socialcode.awards.models.keys import PERSON
from socialcode.awards.whom import of_families
from socialcode.cases.models import Claim
from socialcode.cases.models.claim import IN_WORK
from socialcode.engine.registry import registry
from socialcode.entitlement.standing import in_the_way
from socialcode.people.models import Person
from socialcode.registers.models import Dispute

from .models import OfferedRight
from .terms import Terms

Right = tuple[str, int, int | None]  # provision, person, the child if it is for one
DIED, STAFF, DISPUTE, GRANTED, ASKED, ANSWERED, OFFERED = (
    "died",
    "staff",
    "dispute",
    "granted",
    "asked",
    "answered",
    "offered",
)


@dataclass(frozen=True)
class Wanted:
    """A right that might be offered; `keys` are those of all for whom it would be (`awards.whom`)."""

    provision: str
    person: int
    subject: int | None
    keys: frozenset[str]

    @property
    def right(self) -> Right:
        return self.provision, self.person, self.subject


class Bars:
    """What bars any of some rights on a day: a dozen queries, however many they are. `besides` are offers, by number,
    in which the rights stand themselves."""

    def __init__(self, wanted: Sequence[Wanted], on: datetime.date, besides: Collection[int] = ()):
        self.wanted, self.on, self.besides = wanted, on, besides

    def why(self, one: Wanted) -> str:
        """One word why it is not offered; empty where nothing bars it."""
        persons = {one.person, one.subject or one.person}
        checks = (
            (DIED, persons & self._dead),
            (STAFF, one.person in self._staff),
            (DISPUTE, persons & self._in_dispute),
            (GRANTED, self._is_granted(one)),
            (ASKED, self._is_asked(one)),
            (ANSWERED, one.right in self._answered),
            (OFFERED, one.right in self._live),
        )
        return next((word for word, bars in checks if bars), "")

    @cached_property
    def _persons(self) -> set[int]:
        return {number for one in self.wanted for number in (one.person, one.subject) if number}

    @cached_property
    def _keys(self) -> list[str]:
        return sorted({key for one in self.wanted for key in one.keys})

    @cached_property
    def _provisions(self) -> set[str]:
        return {one.provision for one in self.wanted}

    @cached_property
    def _dead(self) -> set[int]:
        return set(Person.objects.filter(pk__in=self._persons, died_on__isnull=False).values_list("pk", flat=True))

    @cached_property
    def _staff(self) -> set[int]:
        """Who works here applies as everybody may; nothing is put to them about themselves."""
        users = User.objects.filter(role_grants__ended_at=None, role_grants__isnull=False)
        iins = {iin for pair in users.values_list("staff_iin", "iin").distinct() for iin in pair if iin}
        return set(Person.objects.filter(pk__in=self._persons, iin__in=iins).values_list("pk", flat=True))

    @cached_property
    def _in_dispute(self) -> set[int]:
        waiting = Dispute.objects.filter(person__in=self._persons, state=Dispute.State.OPEN)
        return set(waiting.values_list("person", flat=True))

    @cached_property
    def _granted(self) -> dict[str, set[str]]:
        """The payments that are held today or later, by the key of whom they are for."""
        lasts = Q(until=None) | Q(until__gte=self.on)
        held = Held.objects.filter(lasts, whom__in=self._keys).exclude(award__state=Award.State.ENDED)
        return _by_key(held.values_list("whom", "provision"))

    @cached_property
    def _asked(self) -> dict[str, set[str]]:
        found = Claim.objects.filter(status__in=IN_WORK, whom__overlap=self._keys).values_list("whom", "provision")
        return _by_key((key, provision) for keys, provision in found for key in keys)

    def _is_granted(self, one: Wanted) -> bool:
        had = {name for key in one.keys for name in self._granted.get(key, ())}
        return one.provision in had or bool(in_the_way(one.provision, had))

    def _is_asked(self, one: Wanted) -> bool:
        return any(one.provision in self._asked.get(key, ()) for key in one.keys)

    @cached_property
    def _answered(self) -> set[Right]:
        """Rights that were declined, not answered, refused, or of which consent was withdrawn, and not long ago."""
        terms = Terms.of_each(self._provisions, self.on)
        since = {name: self.on - datetime.timedelta(days=each.again_days) for name, each in terms.items()}
        offered = OfferedRight.objects.filter(person__in=self._persons, provision__in=self._provisions)
        over = (
            Q(offer__state="no") | Q(offer__state="expired") | Q(offer__state="withdrawn", offer__consent__isnull=False)
        )
        rows = offered.filter(over).values_list(
            "provision", "person", "subject", "offer__answered_at", "offer__expired_at", "offer__withdrawn_at"
        )
        found = {tuple(row[:3]) for row in rows if max(filter(None, row[3:])).date() >= since[row[0]]}
        refused = Claim.objects.filter(status="refused", person__in=self._persons, provision__in=self._provisions)
        for provision, person, subject, closed_at in refused.values_list("provision", "person", "subject", "closed_at"):
            if timezone.localdate(closed_at) >= since[provision]:
                found.add((provision, person, subject))
        return found

    @cached_property
    def _live(self) -> set[Right]:
        live = OfferedRight.objects.live().filter(person__in=self._persons)
        return set(live.exclude(offer__in=self.besides).values_list("provision", "person", "subject"))


def _by_key(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for key, provision in pairs:
        found.setdefault(key, set()).add(provision)
    return found


def without_rivals(wanted: Collection, worth) -> list:
    """Of rights of one person those that can be had together: where two cannot, the one that is worth more stays."""
    kept: list = []
    for one in sorted(wanted, key=worth, reverse=True):
        if not in_the_way(one.provision, {other.provision for other in kept}):
            kept.append(one)
    return kept


def why_not(rights: Sequence[OfferedRight]) -> dict[int, str]:
    """By the number of an offer one word why it is not sent any more, though it was prepared; only of those that
    something bars. `rights` are all that stand in some offers."""
    today = timezone.localdate()
    of_all = {one.person_id for one in rights if registry.provision(one.provision).unit == "family"}
    families = of_families(of_all, today)
    wanted = [_wanted(one, families) for one in rights]
    bars = Bars(wanted, today, besides={one.offer_id for one in rights})
    found: dict[int, str] = {}
    for right, one in zip(rights, wanted, strict=True):
        if why := bars.why(one):
            found.setdefault(right.offer_id, why)
    return found


def _wanted(right: OfferedRight, families: Mapping[int, Iterable[str]]) -> Wanted:
    is_of_all = registry.provision(right.provision).unit == "family"
    keys = families[right.person_id] if is_of_all else (f"{PERSON}{right.subject_id or right.person_id}",)
    return Wanted(right.provision, right.person_id, right.subject_id, frozenset(keys))
