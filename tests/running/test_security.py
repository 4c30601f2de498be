"""docs/security.md: its numbers are those of the code."""

from django.conf import settings

from socialcode.accounts.passwords import SHORTEST
from socialcode.accounts.sessions import MOST_AT_ONCE
from socialcode.notices.throttling import WRONG_AMONG_MANY, WRONG_AN_HOUR, WRONG_OF_ALL
from socialcode.sign_in.policies import DIGITS

SECURITY = (settings.BASE_DIR / "docs" / "security.md").read_text()


def test_the_numbers_in_words_are_those_of_the_settings():
    cool_off = settings.AXES_COOLOFF_TIME.seconds // 60
    wrong = (
        settings.AXES_FAILURE_LIMIT,
        settings.WRONG_PASSWORDS_FROM_ONE_PLACE,
        settings.WRONG_PASSWORDS_FOR_ONE_NAME,
    )
    lengths = {"STAFF": settings.STAFF_SESSION_SECONDS, "CITIZEN": settings.CITIZEN_SESSION_SECONDS}
    told = [
        *(f"| {number} in {cool_off} minutes |" for number in wrong),
        f"| {settings.CODES_AN_HOUR_FOR_ONE_IIN} an hour from one place or device, "
        f"{settings.CODES_AN_HOUR_BY_OTHERS} by all strangers, "
        f"{settings.CODES_AN_HOUR_BY_OTHERS} by all known devices |",
        f"a number of {'eight' if DIGITS == 8 else DIGITS} digits",
        f"| {settings.WRONG_PASSWORDS_FROM_ONE_PLACE} in {cool_off} minutes, "
        f"{settings.WRONG_PASSWORDS_FOR_ONE_NAME} by all devices",
        f"| {settings.CODES_AN_HOUR_FROM_ONE_PLACE} an hour |",
        f"| {settings.ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS}, in {settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT // 60} minutes |",
        f"| {WRONG_AN_HOUR} wrong ones an hour from one place |",
        f"once {WRONG_OF_ALL} were wrong within an hour, wherever they came from, {WRONG_AMONG_MANY} are enough |",
        f"| {MOST_AT_ONCE}; one more ends the oldest |",
        f"**Passwords** have {SHORTEST} characters at least",
        *(f"{rest // 60} minutes (`{who}_IDLE_MINUTES`)" for who, (rest, _whole) in lengths.items()),
        *(f"{whole // 3600} hours (`{who}_SESSION_HOURS`)" for who, (_rest, whole) in lengths.items()),
    ]
    assert not [text for text in told if text not in SECURITY]
