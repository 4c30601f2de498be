"""What two administrators do: one asks, another agrees, and only then it happens."""

from allauth.mfa.models import Authenticator
from django.utils import timezone

from socialcode.accounts import policies
from socialcode.accounts.models import AccountChange, PasswordLink, RoleGrant, User
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.refusal import check_reason
from socialcode.shown import check_shown, stamp

from .staff import end_sessions_of

Kind, Answer = AccountChange.Kind, AccountChange.Answer


@change
def ask_role(*, user, role, by, office=None):
    """Ask that somebody gets a role, with its office if it is one of an office."""
    policies.check_can_ask_role(user, role, office, by)
    return _asked(AccountChange(user=user, kind=Kind.ROLE, role=role, office=office), by)


@change
def ask_anew(*, user, kind, reason, by):
    """Ask that somebody gets a new password, or sets up a new second factor, because they lost theirs."""
    policies.check_can_ask_anew(user, kind, by)
    check_reason(reason)
    return _asked(AccountChange(user=user, kind=kind, reason=reason.strip()), by)


def _asked(asked: AccountChange, by) -> AccountChange:
    asked.asked_by = by
    asked.save(force_insert=True)
    record(EventKind.ACCOUNT_CHANGE_ASKED, on=asked, by=by, **_details(asked))
    return asked


@change
def agree(*, asked, by, shown=None):
    """Another administrator agrees, and it happens. The account is locked: two roles given at once do not meet."""
    asked = _locked(asked)
    policies.check_can_answer(asked, by)
    check_shown(shown, shown_to_agree(asked))
    _answered(asked, Answer.AGREED, by)
    record(EventKind.ACCOUNT_CHANGE_AGREED, on=asked, by=by, **_details(asked))
    HAPPENS[asked.kind](asked)
    return asked


@change
def decline(*, asked, by, shown=None):
    """Another administrator does not agree: nothing happens."""
    asked = _locked(asked)
    policies.check_can_answer(asked, by)
    check_shown(shown, shown_to_agree(asked))
    _answered(asked, Answer.DECLINED, by)
    record(EventKind.ACCOUNT_CHANGE_DECLINED, on=asked, by=by)
    return asked


@change
def take_back(*, asked, by):
    """Who asked for it takes it back before anybody answered."""
    asked = _locked(asked)
    policies.check_can_take_back(asked, by)
    _answered(asked, Answer.TAKEN_BACK, by)
    record(EventKind.ACCOUNT_CHANGE_TAKEN_BACK, on=asked, by=by)
    return asked


def shown_to_agree(asked: AccountChange) -> str:
    """The stamp of what is agreed to: what, for whom, and whose account that is."""
    user = asked.user
    about = (user.email, user.full_name, user.known_iin)
    return stamp(asked, asked.kind, asked.role, asked.office_id, asked.reason, about)


def _give_role(asked: AccountChange) -> None:
    policies.check_can_hold(asked.user, asked.role, asked.office)
    grant = RoleGrant.objects.create(
        user=asked.user, role=asked.role, office=asked.office, granted_by=asked.asked_by, agreed_by=asked.answered_by
    )
    office = asked.office.code if asked.office else ""
    record(EventKind.ROLE_GRANTED, on=grant, by=asked.answered_by, role=asked.role, to=str(asked.user), office=office)
    if not asked.user.has_usable_password():
        _send_link(asked)


def _new_password(asked: AccountChange) -> None:
    asked.user.set_unusable_password()
    asked.user.save(update_fields=["password"])
    end_sessions_of(asked.user)
    _send_link(asked)


def _new_second_factor(asked: AccountChange) -> None:
    Authenticator.objects.filter(user=asked.user).delete()
    end_sessions_of(asked.user)
    record(EventKind.SECOND_FACTOR_RESET, on=asked.user, by=asked.answered_by)


HAPPENS = {Kind.ROLE: _give_role, Kind.PASSWORD: _new_password, Kind.SECOND_FACTOR: _new_second_factor}


def _send_link(asked: AccountChange) -> None:
    asked.user.password_links.filter(used_at=None).update(used_at=timezone.now())
    link = PasswordLink.objects.create(user=asked.user)
    record(EventKind.PASSWORD_LINK_MADE, on=link, by=asked.answered_by, to=str(asked.user))


def _locked(asked: AccountChange) -> AccountChange:
    User.objects.select_for_update().get(pk=asked.user_id)
    rows = AccountChange.objects.select_for_update(of=("self",)).select_related("user", "office", "asked_by")
    return rows.get(pk=asked.pk)


def _answered(asked: AccountChange, answer: str, by) -> None:
    asked.answer, asked.answered_by, asked.answered_at = answer, by, timezone.now()
    asked.save(update_fields=["answer", "answered_by", "answered_at"])


def _details(asked: AccountChange) -> dict:
    office = {"office": asked.office.code} if asked.office else {}
    said = {"role": asked.role} if asked.role else {"reason": asked.reason}
    return {"to": str(asked.user), **said, **office}
