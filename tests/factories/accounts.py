"""People who sign in, for tests."""

from socialcode.accounts.models import Role, RoleGrant, User

PASSWORD = "a long enough secret"  # noqa: S105 - of invented people


def make_user(email="plain@example.org", full_name="Plain User", **details):
    return User.objects.create_user(email, PASSWORD, full_name=full_name, **details)


def make_administrator(email="first@example.org", full_name="First Administrator"):
    user = make_user(email, full_name)
    RoleGrant.objects.create(user=user, role=Role.ADMINISTRATOR)
    return user
