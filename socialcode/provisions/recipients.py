"""Why somebody else receives a payment for a child: the cases that neither a pause nor an end says by itself."""

from socialcode.engine import Ground, _
from socialcode.engine.grounds import NOT_SAID, THAT_DAY, Resumption

TO_REPRESENTATIVE = Resumption(NOT_SAID, _("the other parent or lawful representative receives it"), "representative")
TO_GUARDIAN = Resumption(NOT_SAID, _("an appointed guardian receives it"), "guardian")
TO_OTHERS = (TO_REPRESENTATIVE, TO_GUARDIAN)


def missing(article: str) -> Ground:
    return Ground(_("a court declares the recipient missing or dead"), article, NOT_SAID, TO_OTHERS)


def rights_lost(article: str) -> Ground:
    """The award of the recipient ends that day; the child's right goes on with another."""
    return Ground(_("the recipient loses parental rights, or they are limited"), article, THAT_DAY, TO_OTHERS)


def found(article: str) -> Ground:
    """Who was missing is found, and receives the payment again."""
    return Ground(
        _("a court takes back that the recipient is missing"),
        article,
        NOT_SAID,
        (Resumption(NOT_SAID, _("the one who was missing receives it again")),),
    )


def another_carer(article: str) -> Ground:
    """Somebody else cares from now on, and receives the payment."""
    return Ground(
        _("the person cared for asks for another carer"),
        article,
        NOT_SAID,
        (Resumption(NOT_SAID, _("the new carer receives it"), "carer"),),
    )
