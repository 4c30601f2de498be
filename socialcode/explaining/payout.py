"""An amount as everybody reads it, from the check to the letter: what reaches the person first, then what it was before
and each deduction with its rate and article. The words are made here and nowhere else."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from socialcode.engine import Provision
from socialcode.engine.explanation import Explanation
from socialcode.templatetags.portal import article, money, paid, percent


@dataclass(frozen=True)
class Payout:
    """`gross` is what the law grants and `in_hand` what reaches the person (tenge, None is unknown); `deduction` names
    what is taken off in between, empty where nothing is."""

    gross: Decimal | int | None
    in_hand: Decimal | int | None
    pays: str
    payee: str
    deduction: str = ""

    @property
    def is_reduced(self) -> bool:
        return None not in (self.gross, self.in_hand) and self.gross != self.in_hand

    @property
    def before(self) -> str:
        """What the amount is before deductions; empty where nothing is taken off."""
        if not self.is_reduced:
            return ""
        return _("In your hand. Before deductions %(gross)s.") % {"gross": money(self.gross)}

    @property
    def taken_off(self) -> str:
        """What is taken off, how much, at which rate and by which article."""
        if not (self.is_reduced and self.deduction):
            return ""
        named = {"amount": money(self.gross - self.in_hand), "deduction": self.deduction}
        return _("Taken off: %(amount)s, %(deduction)s.") % named

    @property
    def lines(self) -> list[str]:
        return [line for line in (self.before, self.taken_off) if line]

    @property
    def text(self) -> str:
        """The sum in one line: "93 150 ₸ every month"."""
        if self.in_hand is None:
            return _("The amount is not known yet")
        return f"{money(self.in_hand)} {paid(self.pays, self.payee)}"


def of_explanation(found: Explanation) -> Payout:
    """What was computed."""
    return _payout(found.provision, found.amount, found.in_hand, deduction_in(found))


def of_amounts(provision: Provision, gross, in_hand, deduction: dict | None) -> Payout:
    """What was decided: the amounts, and the deduction as `described.withheld` keeps it."""
    return _payout(provision, gross, in_hand, in_words(deduction))


def in_words(deduction: dict | None) -> str:
    """A kept deduction (sentence, rate as exact text, article) in the reader's language."""
    if not deduction:
        return ""
    rate = percent(deduction["rate"])
    return f"{_(deduction['sentence']) % {'rate': rate}} ({article(deduction['article'])})"


def deduction_in(found: Explanation) -> str:
    return in_words(kept_deduction(found))


def kept_deduction(found: Explanation) -> dict | None:
    """What is taken off as JSON keeps it, the sentence untranslated; None where nothing is."""
    if found.withheld is None:
        return None
    withheld, cited, rate = found.withheld
    return {"sentence": withheld.name, "rate": None if rate is None else f"{rate.normalize():f}", "article": cited}


def _payout(provision: Provision, gross, in_hand, deduction: str) -> Payout:
    return Payout(gross, in_hand, provision.pays, provision.payee, deduction)
