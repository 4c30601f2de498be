"""Why a right is not in the best combination, in the reader's words."""

from django.utils.translation import gettext as _

from socialcode.templatetags.portal import money

from .combination import LeftOut
from .results import Result
from .visit import Visit
from .wording import subject_name


def named(visit: Visit, result: Result) -> str:
    """A payment and whom it is for: "Birth grant (Child 1, born 3 May 2026)"."""
    title, whose = _(result.provision.title), subject_name(visit, result.subject)
    return f"{title} ({whose})" if whose else title


def reason(left_out: LeftOut) -> str:
    """One or two sentences."""
    if left_out.instead_of:
        return " ".join(part for part in (_exclusion(left_out), _difference(left_out)) if part)
    if not left_out.lowers_others:
        return _("The other payments count as income. With them you have no right to this one.")
    sentence = _("It counts as income and lowers other payments. With it you would get %(less)s a month less.")
    return sentence % {"less": money(left_out.less)}


def _exclusion(left_out: LeftOut) -> str:
    others = ", ".join(_(other.provision.title) for other in left_out.instead_of)
    if left_out.is_already_decided:
        return _("You already receive: %(others)s. The law allows only one of the two.") % {"others": others}
    return _("You must choose. The law allows only one of this and: %(others)s.") % {"others": others}


def _difference(left_out: LeftOut) -> str:
    """How the sums compare; nothing if they cannot be compared."""
    if left_out.less is None:
        return ""
    monthly = left_out.result.provision.pays == "monthly"
    if left_out.less == 0:
        return _("Both are of the same size.")
    if left_out.less > 0:
        larger = _("The other is larger by %(sum)s a month.") if monthly else _("The other is larger by %(sum)s.")
        return larger % {"sum": money(left_out.less)}
    more = _("This one is larger by %(sum)s a month.") if monthly else _("This one is larger by %(sum)s.")
    return more % {"sum": money(-left_out.less)}
