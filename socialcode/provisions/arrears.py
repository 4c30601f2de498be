"""What is paid for the past, as articles of several payments say it alike: items of a list."""

from collections.abc import Callable

from socialcode.engine import _
from socialcode.engine.grounds import ALL_THE_PAST, THREE_YEARS_OF_UNPAID, Arrears, DayRule


def of(sentence: str, from_day: DayRule) -> Callable[[str], Arrears]:
    """Called with the point that says it."""

    def made(article: str) -> Arrears:
        return Arrears(sentence, article, from_day)

    return made


not_collected = of(_("you did not collect in time what was granted"), THREE_YEARS_OF_UNPAID)
office_at_fault = of(_("the office or the fund is to blame that it was paid late or not in full"), ALL_THE_PAST)
