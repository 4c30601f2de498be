"""Who may hold which role: one sentence per reason."""

from django.utils.translation import gettext as _

from socialcode.refusal import NotAllowedError

from .models import OF_AN_OFFICE, Role, RoleGrant, User

INCOMPATIBLE = ({Role.ADMINISTRATOR, Role.AUDITOR},)


def check_can_manage_roles(by: User | None) -> None:
    """`by` is None on the command line, where the operator of the servers acts."""
    if by is not None and not by.is_administrator:
        raise NotAllowedError(_("Only administrators give and end roles."))


def check_can_end(grant: RoleGrant, by: User | None) -> None:
    check_can_manage_roles(by)
    if by is not None and by == grant.user:
        raise NotAllowedError(_("Nobody ends a role of their own. Ask another administrator."))


def check_can_reset_second_factor(user: User, by: User | None) -> None:
    check_can_manage_roles(by)
    if by is not None and by == user:
        raise NotAllowedError(_("Nobody takes away their own second factor. Ask another administrator."))


def check_can_add_staff(email: str, by: User | None) -> None:
    check_can_manage_roles(by)
    if User.objects.filter(email=email.lower()).exists():
        raise NotAllowedError(_("Somebody with this email has an account already."))


def check_can_grant(user: User, role: str, office, by: User | None) -> None:
    check_can_manage_roles(by)
    if by is not None and by == user:
        raise NotAllowedError(_("Nobody gives a role to themselves. Ask another administrator."))
    if (role in OF_AN_OFFICE) != (office is not None):
        raise NotAllowedError(
            _("Choose the office of this role.") if office is None else _("This role belongs to no office.")
        )
    held = set(RoleGrant.objects.filter(user=user, ended_at=None).values_list("role", flat=True))
    for pair in INCOMPATIBLE:
        if role in pair and held & (pair - {role}):
            raise NotAllowedError(_("One person cannot be administrator and auditor."))
    if RoleGrant.objects.filter(user=user, role=role, office=office, ended_at=None).exists():
        raise NotAllowedError(_("This person already has this role."))
