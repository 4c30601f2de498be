"""Money of the employment map that contracts hold: reserved when one is drawn up, used by proofs, given back.

Everything here runs in the transaction of who calls, under the locks of the lines of the map it touches, taken in one
order. The lines keep themselves within their money by constraint; what is said here is said sooner and in figures.
"""

import datetime
from collections.abc import Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from socialcode.accounts.models import Office
from socialcode.awards.life import Life, Stretch
from socialcode.refusal import NotAllowedError
from socialcode.templatetags.portal import money

from .models import Allotment, Contract, Reservation
from .models.allotment import NOTHING


def needed(contract: Contract, last: datetime.date | None = None) -> dict[int, Decimal]:
    """What a contract comes to in each year up to a last day, or its term: in tenge, if it is paid as drawn up."""
    last = last or contract.ends_on
    if contract.is_once:
        return {contract.starts_on.year: contract.monthly}
    life = Life((Stretch(contract.starts_on, last, contract.monthly),))
    found: dict[int, Decimal] = {}
    for owed in life.months(last):
        found[owed.month.year] = found.get(owed.month.year, NOTHING) + owed.gross
    return found


def reserve(contract: Contract) -> None:
    """Hold a place and the money of a new contract. That of a later year whose map is not there yet is held by
    `reserve_rest` once it is. Raises NotAllowedError where the map has no such line, no place or not so much money."""
    wanted = needed(contract)
    first = min(wanted)
    lines = _locked(contract, wanted)
    if first not in lines:
        told = _("The employment map of %(year)d has no line for “%(measure)s” at this office.")
        raise NotAllowedError(told % {"year": first, "measure": contract.title})
    if not lines[first].places_left:
        raise NotAllowedError(_("No place of this measure is left at the office in this year."))
    for year, line in lines.items():
        _hold(line, wanted[year], takes_place=year == first)
        Reservation.objects.create(contract=contract, allotment=line, amount=wanted[year], has_place=year == first)


def running_into(office: Office, measure: str, year: int) -> list[Contract]:
    """Contracts that run on into a year, locked: none is dropped or ended while its money is held. They are locked
    before any line of the map, as by everybody who changes a contract."""
    first = datetime.date(year, 1, 1)
    running = Contract.objects.filter(office=office, measure=measure, starts_on__lt=first, ends_on__gte=first)
    rows = running.holding().select_for_update(of=("self",)).order_by("pk")
    return list(rows)


def reserve_rest(line: Allotment, running: Sequence[Contract]) -> None:
    """Hold the money of contracts that run on into the year of a new or larger line (`running_into`), which the caller
    has locked. A line that does not suffice for them is refused."""
    held = set(line.reservations.values_list("contract", flat=True))
    for contract in (one for one in running if one.pk not in held):
        wanted = needed(contract).get(line.year, NOTHING)
        if wanted:
            _hold(line, wanted)
            Reservation.objects.create(contract=contract, allotment=line, amount=wanted)


def use(contract: Contract) -> None:
    """Count anew what accepted proofs use of the money held, by the year of their months; more than was held is taken
    from the line, as far as it goes."""
    used: dict[int, Decimal] = {}
    for month, amount in contract.proofs.accepted().values_list("month", "amount"):
        used[month.year] = used.get(month.year, NOTHING) + amount
    held = _held(contract)
    for year in sorted(set(used) - {year for year, _line, _held_already in held}):
        held.append((year, *_held_late(contract, year)))
    for year, line, reservation in held:
        spent = used.get(year, NOTHING)
        if spent > reservation.amount:
            _hold(line, spent - reservation.amount)
            reservation.amount = spent
        reservation.used = spent
        reservation.save(update_fields=["amount", "used"])


def keep_to(contract: Contract) -> None:
    """A contract that ended early holds no more than its days up to the end can come to, or what is used already."""
    wanted = needed(contract, contract.ended_on)
    for year, line, reservation in _held(contract):
        keeps = max(reservation.used, wanted.get(year, NOTHING))
        freed = reservation.amount - keeps
        if freed > 0:
            line.reserved -= freed
            line.save(update_fields=["reserved"])
            reservation.amount = keeps
            reservation.save(update_fields=["amount"])


def give_back(contract: Contract) -> None:
    """What a contract that is over holds and has not used goes back to the lines; so does the place of one under which
    nobody worked."""
    for _year, line, reservation in _held(contract):
        line.reserved -= reservation.amount - reservation.used
        if reservation.has_place and contract.state == Contract.State.DROPPED:
            line.places_taken -= 1
            reservation.has_place = False
        line.save(update_fields=["reserved", "places_taken"])
        reservation.amount = reservation.used
        reservation.save(update_fields=["amount", "has_place"])


def _held(contract: Contract) -> list[tuple[int, Allotment, Reservation]]:
    """The year, the locked line and the reservation of each year, the earliest first."""
    found = {one.allotment_id: one for one in contract.reservations.all()}
    lines = Allotment.objects.select_for_update().filter(pk__in=found).order_by("year")
    return [(line.year, line, found[line.pk]) for line in lines]


def _held_late(contract: Contract, year: int) -> tuple[Allotment, Reservation]:
    """The line of a year of which nothing is held yet, because its map was agreed to at the moment the contract was
    drawn up."""
    line = _locked(contract, [year]).get(year)
    if line is None:
        told = _("No money of %(year)d is held for this contract: the employment map of that year is not there yet.")
        raise NotAllowedError(told % {"year": year})
    return line, Reservation.objects.create(contract=contract, allotment=line, amount=NOTHING)


def _locked(contract: Contract, years) -> dict[int, Allotment]:
    lines = Allotment.objects.select_for_update().order_by("year")
    found = lines.filter(office=contract.office_id, measure=contract.measure, year__in=list(years))
    return {line.year: line for line in found}


def _hold(line: Allotment, amount: Decimal, *, takes_place: bool = False) -> None:
    if amount > line.money_left:
        told = _("%(needed)s of %(year)d are needed, and %(left)s of this measure are left at the office.")
        raise NotAllowedError(told % {"needed": money(amount), "year": line.year, "left": money(line.money_left)})
    line.reserved += amount
    line.places_taken += takes_place
    line.save(update_fields=["reserved", "places_taken"])
