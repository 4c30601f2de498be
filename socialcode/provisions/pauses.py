"""What pauses a payment, as articles of several payments say it alike: items of a list under "paused".

Each is made with the point that says it; where a point differs from the others in how the payment goes on, it says so.
"""

from collections.abc import Callable

from socialcode.engine import Ground, _
from socialcode.engine.grounds import (
    FROM_PAUSE,
    HALF_YEAR_BEFORE_OVER,
    MONTH_AFTER,
    MONTH_AFTER_NEWS,
    MONTH_BEFORE_OVER,
    NOT_BEFORE_PAUSE,
    NOT_SAID,
    SINCE_ASKED,
    SINCE_OVER,
    THREE_YEARS_BEFORE_ASKED,
    THREE_YEARS_BEFORE_OVER,
    DayRule,
    Resumption,
)

NONE = _("The Code names no reason to pause it.")
NOT_READ = _("No reason to pause it is known: the order on moving was not read.")

BY_RETURN = Resumption(NOT_BEFORE_PAUSE, _("you come back to live here"))
BY_RELEASE = Resumption(NOT_BEFORE_PAUSE, _("you are released"))
BY_LEAVING = Resumption(NOT_BEFORE_PAUSE, _("you leave the centre"))
BY_PAPERS = Resumption(NOT_BEFORE_PAUSE, _("new papers are issued"))
BY_PAPERS_ONLY = Resumption(SINCE_OVER, _("new papers are issued"))
FOUND = Resumption(NOT_BEFORE_PAUSE, _("the search ends, or a court takes its decision back"))
RESTORED = Resumption(SINCE_OVER, _("a court gives the rights back"))
PARENT = Resumption(FROM_PAUSE, _("the other parent or lawful representative receives it"), "representative")
GUARDIAN = Resumption(NOT_BEFORE_PAUSE, _("an appointed guardian receives it"), "guardian")
GUARDIAN_FROM_PAUSE = Resumption(FROM_PAUSE, _("an appointed guardian receives it"), "guardian")
NEXT_GUARDIAN = Resumption(FROM_PAUSE, _("a new guardian receives it, or the one who is put back in place"), "guardian")
TO_OTHERS = (PARENT, GUARDIAN)
NOT_PAID_ABROAD = _("you come back and were not paid in the other country")
PAID_ABROAD = _("you come back, were paid in the other country, and register here")


def of_news(sentence: str, *resumes: Resumption) -> Callable[..., Ground]:
    """Makes a ground of the month after the news; called with the point, and with other resumptions or another day."""

    def made(article: str, *others: Resumption, from_day: DayRule = MONTH_AFTER_NEWS) -> Ground:
        return Ground(sentence, article, from_day, others or resumes)

    return made


no_withdrawals = of_news(
    _("nothing is taken out of the bank account for three months"), Resumption(FROM_PAUSE, _("you ask for it"))
)
abroad = of_news(_("you leave Kazakhstan for good"), BY_RETURN)
prison = of_news(_("you serve a prison sentence"), *TO_OTHERS)
centre = of_news(_("you live in a residential centre at full state expense"), BY_LEAVING)
missing = of_news(_("you are missing and searched for"), FOUND)
papers = of_news(_("your papers as a foreigner, a kandas or a person without citizenship run out"), BY_PAPERS)
citizenship = of_news(
    _("you lose citizenship, until you have a residence permit"),
    Resumption(SINCE_OVER, _("you have the residence permit")),
)
citizenship_from_pause = of_news(
    _("you lose citizenship, until you have a residence permit"),
    Resumption(NOT_BEFORE_PAUSE, _("you have the residence permit")),
)
foreign_pension = of_news(
    _("you receive such a pension from another country"),
    Resumption(FROM_PAUSE, _("what was paid too much in the other country is paid back")),
)
rights_lost = of_news(_("your parental rights are lost or limited, or an adoption is declared void"))
guardian_released = of_news(_("the guardian is released or removed: then another guardian receives it"), NEXT_GUARDIAN)
recipient_dies = of_news(_("the person who receives it dies: then a guardian of the children receives it"), *TO_OTHERS)
examination = of_news(
    _("false papers or a wrong conclusion are found in the disability examination"),
    Resumption(FROM_PAUSE, _("another examination comes to the same conclusion")),
)
wrong_size = of_news(
    _("the amount was worked out from false data"), Resumption(FROM_PAUSE, _("the right amount is worked out"))
)
student_leaves = of_news(
    _("a student over 18 leaves study or no longer studies full time"),
    Resumption(SINCE_OVER, _("full-time study begins again")),
)
carer_takes_a_job = of_news(
    _("the relative who looks after the children takes a job"),
    Resumption(FROM_PAUSE, _("it turns out not to be so")),
)
found_alive = of_news(
    _("contributions show that the person declared missing or dead is alive"),
    Resumption(FROM_PAUSE, _("it turns out not to be so")),
)


def examination_missed(article: str, *resumes: Resumption) -> Ground:
    return Ground(_("you miss the next disability examination"), article, NOT_SAID, resumes)


def abroad_from_fund(article: str, *resumes: Resumption) -> Ground:
    """As the Social Insurance Fund pauses: going on depends on whether the other country paid."""
    return abroad(
        article,
        Resumption(THREE_YEARS_BEFORE_ASKED, NOT_PAID_ABROAD),
        Resumption(SINCE_ASKED, PAID_ABROAD),
        *resumes,
    )


def disability_benefit() -> tuple[Ground, ...]:
    """Articles 178 and 179, for adults and children."""
    return (
        examination_missed(
            "178.4",
            Resumption(MONTH_BEFORE_OVER, _("the disability is recognised for that time")),
            Resumption(THREE_YEARS_BEFORE_OVER, _("the examination was missed for a good reason")),
        ),
        no_withdrawals("179.1(1)"),
        papers("179.1(2)", BY_PAPERS_ONLY),
        missing("179.1(3)"),
        rights_lost("179.1(4)", GUARDIAN_FROM_PAUSE, RESTORED),
        guardian_released("179.1(5)"),
        citizenship_from_pause("179.1(6)"),
        foreign_pension("179.1(7)"),
        examination("179.1(8)"),
    )


def age_or_base_pension() -> tuple[Ground, ...]:
    """Article 204, for the pension by age and the base pension."""
    return (
        no_withdrawals("204.1(1)"),
        papers("204.1(2)"),
        missing("204.1(3)"),
        citizenship_from_pause("204.1(4)"),
        Ground(
            _("you receive a pension from another country, other than of the Eurasian Economic Union"),
            "204.1(5)",
            MONTH_AFTER_NEWS,
            (Resumption(FROM_PAUSE, _("what was paid too much in the other country is paid back")),),
        ),
    )


def special_benefit() -> tuple[Ground, ...]:
    """Articles 193 and 195, for all special state benefits."""
    return (
        examination_missed(
            "193.4",
            Resumption(SINCE_OVER, _("the disability is recognised again")),
            Resumption(HALF_YEAR_BEFORE_OVER, _("the examination was missed for a good reason")),
        ),
        no_withdrawals("195.1(1)"),
        missing("195.1(2)"),
        rights_lost("195.1(3)", *TO_OTHERS, RESTORED),
        abroad("193.2, 195.1(4)", from_day=MONTH_AFTER),
        papers("195.1(5)"),
        prison("195.1(6)", BY_RELEASE),
        centre("195.1(7)"),
        examination("195.1(8)"),
        Ground(
            _("the papers on which it was granted turn out to be false"),
            "195.1(9)",
            MONTH_AFTER_NEWS,
            (Resumption(NOT_SAID, _("the right is still there")),),
        ),
    )
