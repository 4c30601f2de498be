"""A trade as people type it: the name in any of the languages, a part of it, or the code."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from employment.trades.classification import Trade, all_trades, trade
from socialcode.people.models.person import searchable

MOST_SUGGESTED = 8


def found_trades(text: str) -> list[Trade]:
    """Trades whose name in one language has every word of a text, the shortest names first; of a code, the one."""
    words = searchable(text).split()
    by_code = trade(text.strip()[:4]) if text.strip()[:4].isdigit() else None  # also of "5120 Cooks"
    if by_code:
        return [by_code]
    hits = [
        (min(len(name) for name in names), each)
        for each in all_trades().values()
        for names in [[searchable(name) for name in (each.kk, each.ru, each.en) if name]]
        if words and any(all(word in name for word in words) for name in names)
    ]
    return _alone(text, [each for _length, each in sorted(hits, key=lambda hit: (hit[0], hit[1].code))])


def _alone(text: str, found: list[Trade]) -> list[Trade]:
    """The one whose name is the text, else the one whose name begins with it; all where there is no such one."""
    typed = searchable(text).strip()
    for fits in (lambda name: name == typed, lambda name: name.startswith(typed)):
        alone = [one for one in found if any(fits(searchable(name)) for name in (one.kk, one.ru, one.en))]
        if len(alone) == 1:
            return alone
    return found


class TradeInput(forms.TextInput):
    """A text for which the page has the trades as suggestions (`employment/trades.html`); a code that is
    kept is shown with its name."""

    def __init__(self):
        super().__init__(attrs={"list": "trades", "autocomplete": "off"})

    def format_value(self, value):
        known = trade(str(value)) if value else None
        return f"{known.code} {known.name}" if known else super().format_value(value)


class TradeChoice(forms.CharField):
    """The code of a trade. Of several that what was typed could mean, the sentence of the error names them."""

    widget = TradeInput

    def __init__(self, **options):
        usual = {
            "label": _("Trade"),
            "help_text": _("Begin to type the name of the trade, for example “cook”, and choose one."),
            "error_messages": {"required": _("Choose the trade.")},
        }
        super().__init__(**(usual | options))

    def to_python(self, value):
        """The code; empty for nothing typed."""
        typed = super().to_python(value)
        if typed in self.empty_values:
            return typed
        found = found_trades(typed)
        if len(found) == 1:
            return found[0].code
        if not found:
            raise ValidationError(_("No trade has these words. Write it otherwise, or with fewer words."), code="none")
        named = "; ".join(f"{each.code} {each.name}" for each in found[:MOST_SUGGESTED])
        raise ValidationError(
            _("Several trades have these words. Write the code of one of them: %(trades)s"),
            code="several",
            params={"trades": named},
        )
