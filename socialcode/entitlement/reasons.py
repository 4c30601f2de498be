"""Why a right is not in the best combination, in the reader's words."""

from django.utils.translation import gettext as _

from socialcode.templatetags.portal import money

from .combination import LeftOut, Taken


def reason(left_out: LeftOut) -> str:
    """One or two sentences."""
    if left_out.leaves_shared:
        return _leaving(left_out)
    if left_out.instead_of:
        return " ".join(part for part in (_exclusion(left_out), _difference(left_out)) if part)
    sentence = _(
        "It counts as income and lowers other payments from the next quarter on. With it you would then get %(less)s "
        "a month less."
    )
    return sentence % {"less": money(left_out.less)}


def around(taken: Taken) -> str:
    """What the other payments do to this one, in a few words; nothing if they do nothing."""
    if taken.falls_from:
        words = _("(%(whole)s with everybody; who takes a disability benefit no longer counts here)")
        return words % {"whole": money(taken.falls_from)}
    if taken.lowers:
        others = ", ".join(_(other.provision.title) for other in taken.lowers)
        if taken.lost is None:
            return _("(what you receive already then falls or ends: %(others)s)") % {"others": others}
        words = _("(what you receive already then falls by %(sum)s: %(others)s)")
        return words % {"sum": money(taken.lost), "others": others}
    if taken.later is None:
        return ""
    if taken.later == 0:
        return _("(for this quarter; it ends when the other payments count as income, from the next quarter on)")
    words = _("(for this quarter; %(later)s a month once the other payments count as income for a whole quarter)")
    return words % {"later": money(taken.later)}


def _leaving(left_out: LeftOut) -> str:
    """Why a member of the family had better stay with the payment that the family shares, or may change over."""
    others = ", ".join(_(other.provision.title) for other in left_out.instead_of)
    if left_out.is_already_decided:
        sentences = [_("You already receive: %(others)s. Who takes this one no longer counts there.")]
    else:
        sentences = [_("You must choose. Who takes this one no longer counts for: %(others)s.")]
    if left_out.less:
        less = _("Together you would get %(sum)s a month less.")
        more = _("If you change over, you get %(sum)s a month more together.")
        sentences.append(less if left_out.less > 0 else more)
    return " ".join(sentences) % {"others": others, "sum": money(abs(left_out.less or 0))}


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
