"""Who may dispute, resolve, ask, answer and share: one sentence per reason."""

from django.utils import timezone
from django.utils.translation import gettext as _

from socialcode.accounts.models import Role, RoleGrant, User
from socialcode.audit.models import Event
from socialcode.people import access
from socialcode.people.kin import is_close
from socialcode.people.models import Membership, Person, Sharing
from socialcode.people.models.family import in_force
from socialcode.people.models.person import adults_were_born_by
from socialcode.refusal import NotAllowedError

from .models import AccessQuestion, Dispute, MonthRow

RESOLVES = (Role.OFFICER, Role.HEAD)


def check_acts_for(person: Person, by: User) -> None:
    if not access.may_act_for(by, person):
        raise NotAllowedError(_("Only the person, or who acts for a child or a ward, may do this."))


def check_can_dispute(person: Person, kind: str, row, by: User) -> None:
    check_acts_for(person, by)
    if Dispute.objects.filter(row_type=kind, row_key=row.pk, state=Dispute.State.OPEN).exists():
        raise NotAllowedError(_("An officer is already looking at this value. Wait for the answer."))
    if not person.address_rows.current().exists():
        raise NotAllowedError(
            _("No register knows where you live, so no office can look at this. Take it to any career centre.")
        )


def resolving_grant(dispute: Dispute, by: User) -> RoleGrant | None:
    """By which role somebody may resolve a dispute: at an office for the person's home, and not in their own matter."""
    grant = access.grant_for_territory(by, dispute.person)
    in_own_matter = access.may_see(by, dispute.person)
    return grant if grant and grant.role in RESOLVES and not in_own_matter else None


def check_can_resolve(dispute: Dispute, by: User) -> None:
    if resolving_grant(dispute, by) is None:
        raise NotAllowedError(_("This dispute belongs to another office, or to somebody you are close to."))
    if dispute.state != Dispute.State.OPEN:
        raise NotAllowedError(_("This dispute is already resolved. Load the page again to see how."))


def check_changes(row, values: dict) -> None:
    if all(getattr(row, name) == value for name, value in values.items()):
        raise NotAllowedError(_("Nothing is changed. Change what is wrong, or say that the register is right."))
    if isinstance(row, MonthRow) and row.others_said(values).exists():
        raise NotAllowedError(_("Another entry already says something about this month. Correct that one."), "month")


def check_can_take_out(row) -> None:
    if not hasattr(row, "ended_at"):
        raise NotAllowedError(_("This cannot be taken out. Correct what is wrong in it."), "outcome")


def check_can_ask(person: Person, event: Event | None, by: User) -> None:
    check_acts_for(person, by)
    if event is None:
        raise NotAllowedError(_("This entry is not in the list. Load the page again."))
    if AccessQuestion.objects.filter(person=person, event_key=event.pk).exists():
        raise NotAllowedError(_("You have already asked about this entry."))


def check_can_answer(question: AccessQuestion, event: Event, by: User) -> None:
    if Role.AUDITOR not in by.roles:
        raise NotAllowedError(_("Only an auditor answers this."))
    if event.by_key == str(by.pk) or access.may_see(by, question.person) or is_close(by, [question.person]):
        raise NotAllowedError(_("This question is about you or somebody close to you. Another auditor answers it."))
    if question.answered_at:
        raise NotAllowedError(_("This question is already answered."))


def check_can_share(owner: Person, viewer: Person, by: User) -> None:
    check_acts_for(owner, by)
    if not may_be_let_in(owner).filter(pk=viewer.pk).exists():
        raise NotAllowedError(_("Choose a grown-up member of the family."), "viewer")


def may_be_let_in(owner: Person):
    """The grown-up members of the owner's family today who do not see the owner's data yet."""
    today = timezone.localdate()
    family = Membership.objects.filter(in_force(today), person=owner).values("family")
    return Person.objects.filter(
        pk__in=Membership.objects.filter(in_force(today), family__in=family).values("person"),
        birth_date__lte=adults_were_born_by(today),
        died_on=None,
    ).exclude(pk__in=[owner.pk, *Sharing.objects.filter(owner=owner, ended_at=None).values_list("viewer", flat=True)])
