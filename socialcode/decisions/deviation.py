"""How far a decision lies from what was computed."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from socialcode.templatetags.portal import money, percent

WHOLE = Decimal(1)
IN_WORDS = Decimal("0.001")  # a tenth of a percent


@dataclass(frozen=True)
class Deviation:
    """`computed` and `decided` in tenge; 0 where nothing is paid."""

    computed: Decimal
    decided: Decimal

    @property
    def more(self) -> Decimal:
        """By how much it lies above; below where negative."""
        return self.decided - self.computed

    @property
    def share(self) -> Decimal:
        """By which share of the computed amount it differs, above or below; the whole of it where 0 was computed."""
        if not self.more:
            return Decimal(0)
        return abs(self.more) / self.computed if self.computed else WHOLE

    @property
    def text(self) -> str:
        """In the reader's words; empty where nothing differs."""
        if not self.more:
            return ""
        named = {
            "sum": money(abs(self.more)),
            "share": percent(self.share.quantize(IN_WORDS).normalize() + 0),
            "computed": money(self.computed),
        }
        if not self.computed:
            return _("%(sum)s where 0 ₸ was computed") % named
        above = _("%(sum)s (%(share)s) above the computed %(computed)s")
        below = _("%(sum)s (%(share)s) below the computed %(computed)s")
        return (above if self.more > 0 else below) % named


def between(computed: Decimal | int | None, decided: Decimal | int | None) -> Deviation:
    return Deviation(Decimal(computed or 0), Decimal(decided or 0))
