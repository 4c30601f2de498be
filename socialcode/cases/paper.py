"""A claim that came on paper: who may enter it, and what it needs besides."""

from django.utils.translation import gettext as _

from socialcode.accounts.models import Role, RoleGrant, User
from socialcode.people.kin import check_not_close
from socialcode.refusal import NotAllowedError

from .models import Claim


def check_can_enter(claim: Claim, by: User) -> None:
    """Whether somebody may enter this claim from paper: it is not their own, nor that of a relative."""
    check_can_enter_on_paper(by)
    check_not_close(by, claim.concerned)


def check_can_enter_on_paper(by: User) -> RoleGrant:
    for grant in by.grants:
        if grant.role in (Role.OFFICER, Role.HEAD):
            return grant
    raise NotAllowedError(_("Only officers enter claims that came on paper."))


def check_complete(claim: Claim) -> None:
    """What a claim on paper needs besides: a picture of the paper, and an account that is known to be the person's."""
    if not claim.evidence.present().exists():
        raise NotAllowedError(
            _("Add a scan or photograph of the paper claim. Without it nobody can see what was asked.")
        )
    if claim.iban and not claim.account_reason.strip() and not account_is_known(claim):
        raise NotAllowedError(
            _("Nothing shows that the account is the person’s. Write how you know it: one more person then agrees."),
            "account_reason",
        )


def account_is_known(claim: Claim) -> bool:
    """Whether the person gave this account themselves before: signed in, in a claim that was sent, and nobody else."""
    sent = Claim.objects.filter(iban=claim.iban).exclude(pk=claim.pk).exclude(submitted_at=None)
    return sent.filter(person=claim.person, is_paper=False).exists() and not sent.exclude(person=claim.person).exists()
