"""Who may hold which role, and who may change an account: one sentence per reason."""

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from socialcode.refusal import NotAllowedError, check_reason

from .models import AT_A_PLACE, AccountChange, RoleGrant, User
from .roles.incompatible import objections
from .roles.leaving import check_nothing_stays
from .second_person import Proposal, check_answers


def check_can_manage_roles(by: User | None) -> None:
    """`by` is None on the command line, where the operator of the servers acts."""
    if by is not None and not by.is_administrator:
        raise NotAllowedError(_("Only administrators give and end roles."))


def check_can_manage(user: User, by: User | None) -> None:
    check_can_manage_roles(by)
    if by is not None and by == user:
        raise NotAllowedError(_("Nobody does this with their own account. Ask another administrator."))


def check_can_end(grant: RoleGrant, by: User | None) -> None:
    check_can_manage_roles(by)
    if by is not None and by == grant.user:
        raise NotAllowedError(_("Nobody ends a role of their own. Ask another administrator."))
    check_nothing_stays(grant)


def check_can_close(user: User, reason: str, by: User | None) -> None:
    check_can_manage(user, by)
    if not user.is_active:
        raise NotAllowedError(_("This account is closed already."))
    check_reason(reason)


def check_can_reopen(user: User, by: User | None) -> None:
    check_can_manage(user, by)
    if user.is_active:
        raise NotAllowedError(_("This account is open."))


def check_can_add_staff(email: str, iin: str, by: User | None) -> None:
    check_can_manage_roles(by)
    if User.objects.filter(email=email.lower()).exists():
        raise NotAllowedError(_("Somebody with this email has an account already."), "email")
    _check_has_no_account(iin)


def check_can_say_whose(user: User, iin: str, by: User | None) -> None:
    check_can_manage(user, by)
    if user.known_iin:
        raise NotAllowedError(_("It is known whose this account is. That is never changed."), "iin")
    _check_has_no_account(iin)


def _check_has_no_account(iin: str) -> None:
    if User.objects.filter(staff_iin=iin).exists():
        raise NotAllowedError(_("The person with this IIN has an account already. Nobody has two."), "iin")


def check_can_ask_role(user: User, role: str, office, by: User | None) -> None:
    check_can_manage_roles(by)
    if by is not None and by == user:
        raise NotAllowedError(_("Nobody gives a role to themselves. Ask another administrator."))
    check_can_hold(user, role, office)


def check_can_hold(user: User, role: str, office) -> None:
    """Whether a role may be given, beside all that the same person holds, in whichever account."""
    if (role in AT_A_PLACE) != (office is not None):
        raise NotAllowedError(
            _("Choose the office of this role.") if office is None else _("This role belongs to no office.")
        )
    if not user.is_active:
        raise NotAllowedError(_("This account is closed already."))
    if not user.known_iin:
        raise NotAllowedError(_("First say whose account this is: its IIN is not known."))
    same = Q(user=user) | Q(user__staff_iin=user.known_iin) | Q(user__iin=user.known_iin)
    held = list(RoleGrant.objects.filter(same, ended_at=None).select_related("office"))
    for sentence in objections(role, office, held, timezone.localdate()):
        raise NotAllowedError(sentence)
    if any((grant.role, grant.office) == (role, office) for grant in held):
        raise NotAllowedError(_("This person already has this role."))


def check_can_ask_anew(user: User, kind: str, by: User | None) -> None:
    check_can_manage(user, by)
    if kind == AccountChange.Kind.ROLE:
        raise NotAllowedError(_("A role is asked for with its office."))
    if not user.is_active:
        raise NotAllowedError(_("This account is closed already."))


def check_can_answer(asked: AccountChange, by: User) -> None:
    check_can_manage_roles(by)
    _check_waits(asked)
    if by == asked.user:
        raise NotAllowedError(_("This is about your own account. Another administrator answers."))
    own = _("You asked for this, so another administrator has to answer.")
    check_answers(Proposal({asked.asked_by_id}, own=own), by)


def check_can_take_back(asked: AccountChange, by: User) -> None:
    check_can_manage_roles(by)
    _check_waits(asked)
    if by.pk != asked.asked_by_id:
        raise NotAllowedError(_("Only the person who asked for this can take it back."))


def _check_waits(asked: AccountChange) -> None:
    if asked.answered_at:
        raise NotAllowedError(
            _("Somebody has answered this already: %(answer)s.") % {"answer": asked.get_answer_display()}
        )
