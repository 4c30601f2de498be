"""How much every officer has in work, and sharing claims out by it."""

from django.db.models import Count, Q
from django.utils import timezone

from socialcode.accounts.models import Office, User
from socialcode.kazakh import order
from socialcode.refusal import NotAllowedError, attempt, objection

from .. import policies
from ..actions import working
from ..models import Claim
from ..models.claim import overdue
from .forms import NOBODY_CAN, officers_of
from .queue import soon


def load_of(offices: list[Office]) -> list[dict]:
    """Of every officer of the offices, with those who have nothing: who, and how many claims are in work, due soon,
    overdue and passed to the head. Whoever has claims and is no officer any more is there too."""
    today = timezone.localdate()
    kinds = {"soon": soon(today), "overdue": overdue(today), "escalated": Q(is_escalated=True)}
    rows = Claim.objects.in_work().filter(office__in=offices, assigned_to__isnull=False).values("assigned_to")
    rows = rows.annotate(all=Count("*"), **{name: Count("pk", filter=which) for name, which in kinds.items()})
    counted = {row["assigned_to"]: row for row in rows}
    nothing = dict.fromkeys(("all", *kinds), 0)
    officers = {user.pk: user for user in officers_of(offices)}
    gone = User.objects.filter(pk__in=counted.keys() - officers.keys())
    people = [*officers.values(), *gone]
    rows = [{"user": user, "is_officer": user.pk in officers, **nothing, **counted.get(user.pk, {})} for user in people]
    return sorted(rows, key=lambda row: (-row["all"], order(row["user"].full_name)))


def give_to_the_least(*, claim: Claim, by: User) -> Claim:
    """Assign a claim to the officer of its office who has least in work and may work on it."""
    mine = Claim.objects.in_work().filter(office=claim.office, assigned_to__isnull=False).values("assigned_to")
    load = dict(mine.annotate(many=Count("*")).values_list("assigned_to", "many"))
    for officer in sorted(officers_of([claim.office]), key=lambda user: (load.get(user.pk, 0), user.pk)):
        if officer.pk != claim.assigned_to_id and not objection(policies.check_can_assign, claim, officer, by):
            return working.assign(claim=claim, to=officer, by=by)
    raise NotAllowedError(str(NOBODY_CAN), "to")


def hand_over(*, officer: User, to: User | None, offices: list[Office], by: User) -> tuple[int, list[str]]:
    """Move all open claims of an officer to another one, or by load (`to` is None). Each is a change of its own.

    Returns how many moved, and why others did not.
    """
    done, refused = 0, []
    for claim in Claim.objects.in_work().filter(office__in=offices, assigned_to=officer).order_by("due_on", "pk"):
        with attempt() as tried:
            if to is None:
                give_to_the_least(claim=claim, by=by)
            else:
                working.assign(claim=claim, to=to, by=by)
            done += 1
        if tried.objection:
            refused.append(f"{claim.number}: {tried.objection}")
    return done, refused
