"""Whose sign-in attempts are counted together."""


def who(request, credentials=None) -> str:
    """The email somebody tries, written in one way however it was typed."""
    given = (credentials or request.POST).get("username") or ""
    return given.strip().lower()
