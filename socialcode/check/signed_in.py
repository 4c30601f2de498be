"""The check of somebody who signed in: it begins with what registers say, and asks only for the rest."""

import datetime
from collections.abc import Collection, Mapping

from django.urls import reverse

from socialcode.accounts.models import User
from socialcode.awards.models import Award
from socialcode.cases.standing import Standing
from socialcode.engine import Fact, Meaning
from socialcode.engine.days import full_years
from socialcode.engine.registry import registry
from socialcode.people import access, whom
from socialcode.people.models import Person
from socialcode.people.models.person import ADULT_AT
from socialcode.people.whom import WhomForm
from socialcode.registers.frames.household import RegisterRows
from socialcode.registers.known import look_up

from .visit import MOST_CHILDREN, Subject, Visit


def disputes(subject: Subject) -> str:
    """Where one sees what registers say of oneself or of a child, and disputes it."""
    return reverse("registers:page", args=[subject.key]) if subject.key else reverse("registers:own")


def for_whom(visit: Visit | None, user: User, posted: Mapping[str, str]) -> WhomForm | None:
    """For whom the check is, as posted or as before; None for who acts for nobody else."""
    own = access.own_person(user)
    if own is None:
        return None
    before = (visit.person.key if visit else "") or str(own.key)
    asked = WhomForm({"whom": posted.get("whom", before)}, own)
    return asked if asked.is_a_choice else None


def may_open(visit: Visit, user: User) -> bool:
    """Whether a check that somebody made elsewhere may be gone on with: one made signed in by the same person alone."""
    if not visit.owner:
        return True
    own, about = access.own_person(user), visit.person.key
    person = whom.found(own, about) if own and about else own
    return person is not None and str(person.key) == visit.owner


def attached(visit: Visit | None, user: User) -> Visit | None:
    """The visit with what registers say of its owner and the children; of a visitor who did not sign in, as it is.

    None where it is for somebody whom the visitor does not act for, or not any more.
    """
    own = access.own_person(user) if visit else None
    about = visit.person.key if visit else ""
    person = whom.found(own, about) if own and about else own
    if person is None:
        return None if about else visit
    rows = RegisterRows([person, *_children(person, visit)], visit.on)
    is_new = visit.owner != str(person.key)
    if is_new:
        visit.owner = str(person.key)
        _name_children(visit, rows, person)
        _look(visit, rows, person, registry.facts_of_rights.values())
        _begin(visit, rows, person)
    _look(visit, rows, person, {f for provision in visit.provisions for f in provision.facts.values()})
    return visit


def _children(person: Person, visit: Visit) -> list[Person]:
    """Children and wards under 18 whom the person acts for, the oldest first."""
    wards = access.wards_of(person).filter(died_on=None, birth_date__lte=visit.on).order_by("birth_date", "iin")
    return [ward for ward in wards if full_years(ward.birth_date, visit.on) < ADULT_AT][:MOST_CHILDREN]


def _name_children(visit: Visit, rows: RegisterRows, person: Person) -> None:
    """Every child gets a place: that of a child with the same birthday, that of one who was not described yet, or a new
    one."""
    for child in rows.persons.values():
        if child == person or any(answers.key == str(child.key) for answers in visit.children):
            continue
        place = next((answers for answers in visit.children if _may_be(child, answers, visit)), None)
        if place is None and visit.add_child():
            place = visit.children[-1]
        if place is not None:
            place.key = str(child.key)


def _may_be(child: Person, answers: Subject, visit: Visit) -> bool:
    born = visit.born(answers)
    return not answers.key and (born == child.birth_date or not answers.given)


def _look(visit: Visit, rows: RegisterRows, person: Person, facts: Collection[Fact]) -> None:
    """Read what registers say of everybody; what the person answered says where a series of months ends."""
    of_child = [fact for fact in facts if fact.of == "child"]
    of_person = [fact for fact in facts if fact.of != "child"]
    visit.registered, visit.names = {}, {}
    by_key = {str(found.key): found for found in rows.persons.values()}
    visit.registered[visit.person.number] = look_up(of_person, rows, person, None, visit.person.given)
    children = {answers.number: by_key[answers.key] for answers in visit.children if answers.key in by_key}
    counted = visit.known(visit.person).get(registry.meant(Meaning.CHILDREN_OF_FAMILY).name) or 0
    visit.standing = Standing(person, children, visit.on, counted)
    for answers in visit.children:
        child = by_key.get(answers.key)
        given = visit.person.given | answers.given
        visit.registered[answers.number] = look_up(of_child, rows, person, child, given)
        if child:
            visit.names[answers.number] = child.given_name
    if visit.person.key:
        visit.names[visit.person.number] = person.full_name


def _begin(visit: Visit, rows: RegisterRows, person: Person) -> None:
    """Registers go before what was answered without signing in; payments in hand are marked."""
    by_key = {str(found.key): found for found in rows.persons.values()}
    for answers in (visit.person, *visit.children):
        for name in visit.registered.get(answers.number, ()):
            answers.forget(name)
            answers.declined = [declined for declined in answers.declined if declined != name]
        whom = person if answers is visit.person else by_key.get(answers.key)
        for provision in _received(whom, visit.on) if whom else ():
            answers.mark_received(provision, True)


def _received(person: Person, on: datetime.date) -> set[str]:
    """The provisions that a person, a child or their family has on a day."""
    return set(Award.objects.standing(on).about([person], on).values_list("provision", flat=True))
