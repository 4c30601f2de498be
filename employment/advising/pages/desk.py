"""What an adviser has due: everything of all people of the centre in one list by day, with why and where it is done."""

import datetime
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employment.advising import access
from employment.advising.models import (
    Appointment,
    Call,
    Charge,
    Duty,
    Plan,
    PlanStep,
    Referral,
    Removal,
    SocialContract,
)
from employment.seekers.models import Registration
from socialcode.accounts.models import User
from socialcode.accounts.territory import at_offices, offices_of
from socialcode.law.working_days import working_days_after
from socialcode.people.models import Person

AHEAD = 10  # working days that the list looks ahead
OF_A_KIND = 100  # rows of one kind of the list; who has more begins with the oldest
A_PAGE = 50
IIN = re.compile(r"[0-9]{12}")
TABS = {
    "due": _("What is due"),
    "people": _("My people"),
    "centre": _("All of the centre"),
    "contracts": _("Social contracts"),
}


@dataclass(frozen=True)
class Due:
    """One thing that is due on a day: `tone` is a mark of status, `is_new` that the person or a term has moved it."""

    on: datetime.date
    what: str
    why: str
    person: Person
    href: str
    tone: str = "info"
    is_new: bool = False

    @property
    def is_late(self) -> bool:
        return self.on < timezone.localdate()


@dataclass(frozen=True)
class Scope:
    """Whose things a list shows: of the offices where somebody advises, their own people and those of nobody."""

    user: User
    offices: list
    everybody: bool = False

    def at(self, field: str = "office") -> Q:
        """Rows whose office (`field`) is one of these, or lies in the region of a regional one."""
        return at_offices(self.offices, field)

    def of_removals(self) -> Q:
        """Removals from the register or from a social contract at these offices."""
        return self.at("registration__office") | self.at("contract__office")

    def of(self, rows: QuerySet, path: str = "registration") -> QuerySet:
        """Rows that lead to a registration by a path."""
        rows = rows.filter(self.at(f"{path}__office" if path else "office"))
        if self.everybody:
            return rows
        way = f"{path}__pk" if path else "pk"
        others = Charge.objects.filter(ended_at=None, registration=OuterRef(way)).exclude(adviser=self.user)
        return rows.filter(~Exists(others))


def scope_of(user: User, everybody: bool = False) -> Scope:
    """Raises PermissionDenied for who advises nobody."""
    access.registrations_for(user)
    return Scope(user, offices_of(user, *access.ADVISES), everybody)


def due(scope: Scope) -> list[Due]:
    """All that is due up to ten working days from now, the first day first; a query a kind."""
    until = working_days_after(timezone.localdate(), AHEAD)
    found = [one for kind in KINDS for one in kind(scope, until)]
    return sorted(found, key=lambda one: (one.on, not one.is_new, str(one.person)))


def waiting_for(user: User) -> QuerySet[Removal]:
    """The removals that wait for somebody's decision or agreement."""
    scope = Scope(user, offices_of(user, *access.ADVISES))
    decide = Q(state="deciding") | Q(state="approval") & ~Q(decided_by=user)
    return Removal.objects.filter(scope.of_removals(), decide) | _complained(scope)


def people(scope: Scope, number: str, q: str = "") -> Page:
    """Everybody on the register, by name, a page of them: with adviser, plan and how many offers are open."""
    rows = scope.of(Registration.objects.in_force(), "").select_related("person", "office")
    if q.strip():
        named = Person.objects.named(q)
        asked = Q(person__in=named.values("pk"))
        if IIN.fullmatch(q.strip()):
            asked |= Q(person__iin=q.strip())
        rows = rows.filter(asked)
    rows = rows.annotate(
        has_plan=Exists(Plan.objects.filter(registration=OuterRef("pk"), closed_at=None)),
        has_offer=Exists(Referral.objects.open().filter(registration=OuterRef("pk"))),
    )
    page = Paginator(rows.order_by("person__surname", "person__given_name", "pk"), A_PAGE).get_page(number)
    charges = Charge.objects.filter(ended_at=None, registration__in=[one.pk for one in page]).select_related("adviser")
    advisers = {charge.registration_id: charge.adviser for charge in charges}
    for one in page:
        one.adviser = advisers.get(one.pk)
    return page


def contracts(scope: Scope, number: str) -> Page:
    """The social contracts of the centre, open ones first."""
    rows = SocialContract.objects.filter(scope.at()).select_related("person")
    return Paginator(rows.order_by("closed_at", "until", "pk"), A_PAGE).get_page(number)


def _person_page(registration: Registration) -> str:
    return reverse("advising:person", args=[registration.key])


def _removals(scope: Scope, until: datetime.date) -> Iterator[Due]:
    words = {
        "hearing": (_("Has their word"), "unknown"),
        "deciding": (_("Off the register?"), "error"),
        "approval": (_("Another person agrees"), "warning"),
    }
    of_contracts = Removal.objects.open().filter(scope.at("contract__office"))
    for rows in (scope.of(Removal.objects.open()), of_contracts):
        for row in rows.whole().order_by("due_on")[:OF_A_KIND]:
            what, tone = words[row.state]
            page = reverse("advising:staff_removal", args=[row.key])
            yield Due(row.due_on, what, row.get_ground_display(), row.person, page, tone, row.state == "deciding")


def _complained(scope: Scope) -> QuerySet[Removal]:
    return Removal.objects.complained_of().answerable_by(scope.user).filter(scope.of_removals())


def _complaints(scope: Scope, until: datetime.date) -> Iterator[Due]:
    """Complaints that wait for an answer, whoever has charge of the person: they took part, mostly, and may not."""
    for row in _complained(scope).whole().order_by("complaint__answer_by")[:OF_A_KIND]:
        on, page = row.complaint.answer_by, reverse("advising:staff_removal", args=[row.key])
        yield Due(on, _("Complaint"), row.get_ground_display(), row.person, page, "error", is_new=True)


def _offers(scope: Scope, until: datetime.date) -> Iterator[Due]:
    rows = scope.of(Referral.objects.open()).whole().filter(Q(answer_by__lte=until) | Q(go_by__lte=until))
    for row in rows.order_by("answer_by")[:OF_A_KIND]:
        page = f"{_person_page(row.registration)}#offers"
        said = f"{row.vacancy}, {row.vacancy.organisation}"
        if row.answer:
            yield Due(row.go_by, _("Ask the employer"), said, row.registration.person, page, "success", is_new=True)
        else:
            yield Due(row.answer_by, _("Answer to an offer"), said, row.registration.person, page)


def _calls(scope: Scope, until: datetime.date) -> Iterator[Due]:
    rows = scope.of(Call.objects.filter(closed_at=None, come_by__lte=until)).select_related("registration__person")
    for row in rows.order_by("come_by")[:OF_A_KIND]:
        yield Due(
            row.come_by, _("Called to the centre"), row.about, row.registration.person, _person_page(row.registration)
        )


def _steps(scope: Scope, until: datetime.date) -> Iterator[Due]:
    open_steps = PlanStep.objects.filter(plan__closed_at=None, done_on=None).filter(
        Q(until__lte=until) | Q(told_at__isnull=False)
    )
    rows = scope.of(open_steps, "plan__registration").select_related("plan__registration__person")
    today = timezone.localdate()
    for row in rows.order_by("until")[:OF_A_KIND]:
        tone = "warning" if row.until < today else "info"
        person, page = row.plan.registration.person, f"{_person_page(row.plan.registration)}#plan"
        yield Due(row.until, _("Step of the plan"), row.what, person, page, tone, row.told_at is not None)


def _appointments(scope: Scope, until: datetime.date) -> Iterator[Due]:
    rows = scope.of(Appointment.objects.filter(state="booked")).select_related("registration__person", "slot")
    for row in rows.order_by("slot__starts_at")[:OF_A_KIND]:
        if row.slot.day <= until:
            at = f"{timezone.localtime(row.slot.starts_at):%H:%M}"
            what = _("Call at %(time)s") if row.slot.is_by_phone else _("Appointment at %(time)s")
            yield Due(
                row.slot.day,
                what % {"time": at},
                row.about or row.slot.place,
                row.registration.person,
                f"{_person_page(row.registration)}#meetings",
                "success",
            )


def _duties(scope: Scope, until: datetime.date) -> Iterator[Due]:
    rows = Duty.objects.filter(scope.at("contract__office"), contract__state="in_force", done_on=None)
    today = timezone.localdate()
    for row in rows.filter(until__lte=until).select_related("contract__person", "member")[:OF_A_KIND]:
        page, tone = reverse("advising:staff_contract", args=[row.contract.key]), "info"
        if row.until < today:
            tone = "warning"
        yield Due(row.until, _("Duty of a social contract"), row.what, row.member, page, tone, row.told_at is not None)


def _contracts_over(scope: Scope, until: datetime.date) -> Iterator[Due]:
    rows = SocialContract.objects.filter(scope.at(), state="in_force", until__lte=until)
    for row in rows.select_related("person")[:OF_A_KIND]:
        page = reverse("advising:staff_contract", args=[row.key])
        yield Due(row.until, _("A social contract ends"), row.goal, row.person, page)


KINDS: Iterable[Callable] = (_removals, _complaints, _offers, _calls, _steps, _appointments, _duties, _contracts_over)
