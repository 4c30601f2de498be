"""What ends a payment, as articles of several payments say it alike: items of a list under "ends early"."""

from collections.abc import Callable

from socialcode.engine import Ground, _
from socialcode.engine.grounds import (
    CHILD_DIED,
    FROM_THE_FIRST,
    MONTH_AFTER,
    MONTH_AFTER_NEWS,
    NOT_SAID,
    PERSON_DIED,
    THAT_DAY,
    DayRule,
)


def of(sentence: str, usual: DayRule, sign: str = "") -> Callable[..., Ground]:
    """Makes a ground of a usual day; called with the point that says it, and with another day where it differs."""

    def made(article: str, from_day: DayRule = usual) -> Ground:
        return Ground(sentence, article, from_day, sign=sign)

    return made


person_dies = of(_("the person dies"), MONTH_AFTER, PERSON_DIED)
child_dies = of(_("the child dies"), MONTH_AFTER, CHILD_DIED)
leaves = of(_("you leave Kazakhstan for good"), MONTH_AFTER)
state_care = of(_("the child goes to live at full state expense"), THAT_DAY)
false_data = of(_("the data given turn out to be false"), THAT_DAY)
false_from_the_first = of(_("the papers on which it was granted turn out to be false"), FROM_THE_FIRST)
citizenship_lost = of(_("you lose citizenship"), THAT_DAY)
rights_lost = of(_("your parental rights, adoption or guardianship end"), THAT_DAY)
asked = of(_("you ask to end it"), MONTH_AFTER)
file_asked_for = of(_("another country asks for the file of your payment"), MONTH_AFTER_NEWS)
deregistered = of(_("you ask to end it and show that you are no longer registered in Kazakhstan"), MONTH_AFTER_NEWS)
found_able = of(_("an examination finds you able to work"), MONTH_AFTER)
member_leaves = of(
    _("a member no longer counts: turns 18 and does not study full time, turns 23, or leaves study"), NOT_SAID
)
found_alive = of(_("the person declared missing is found alive"), NOT_SAID)
judge_allowance = of(_("a judge's lifelong allowance is granted"), NOT_SAID)
long_service = of(_("a long-service pension is granted"), NOT_SAID)


def age_or_base_pension() -> tuple[Ground, ...]:
    """Articles 202 and 204, for the pension by age and the base pension."""
    return (
        person_dies("202.2, 204.3(1)"),
        Ground(_("a court declares the person missing"), "204.3(1)", NOT_SAID),
        leaves("202.2, 204.3(2)"),
        judge_allowance("204.3(3)"),
        long_service("204.3(4), 204.3(8)"),
        file_asked_for("204.3(5)", NOT_SAID),
        deregistered("204.3(6)", NOT_SAID),
        false_data("204.3(7)", NOT_SAID),
    )


def state_benefit(article: str, death: str) -> tuple[Ground, ...]:
    """Point 3 of article 179 or 238; `death` is the point by which the month of death is paid."""
    return (
        person_dies(f"{death}, {article}(1)"),
        file_asked_for(f"{article}(2)"),
        deregistered(f"{article}(3)"),
        leaves(f"{article}(4)", MONTH_AFTER_NEWS),
        false_data(f"{article}(5)", MONTH_AFTER_NEWS),
    )


def special_benefit(dies: Callable[..., Ground] = person_dies) -> tuple[Ground, ...]:
    """Articles 193 and 195, for all special state benefits."""
    return (Ground(_("the ground falls away"), "195.3", NOT_SAID), dies("193.2, 195.3"))
