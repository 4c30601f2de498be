"""What a payment and others do to one another, grouped and in words: of one payment, and of an article."""

from dataclasses import dataclass

from django.utils.translation import gettext, gettext_lazy

from socialcode.engine import Effect, Provision
from socialcode.engine.pairs import Pair
from socialcode.engine.registry import registry

# In the order in which people read them: what becomes of a payment beside others.
BESIDE = {
    Effect.ONE_OF: gettext_lazy("You can have only one of this and:"),
    Effect.ONE_PERSON: gettext_lazy(
        "Only one person has it. If somebody else receives one of these for the same child, family or person, you do "
        "not get it:"
    ),
    Effect.TOP_UP: gettext_lazy("Beside one of these, only what is above it is paid:"),
    Effect.ENDS: gettext_lazy("It ends once you have:"),
    Effect.PAUSES: gettext_lazy("Beside one of these it is paused in some cases, such as in a care centre:"),
    Effect.OPENS: gettext_lazy("You get it, or more of it, only with:"),
    Effect.LOWERS: gettext_lazy("It is smaller if you have:"),
    Effect.INCOME: gettext_lazy("These count as income of the family and make it smaller:"),
}
# And what it makes of others itself.
MAKES = {
    Effect.ONE_PERSON: gettext_lazy(
        "While one person receives it, another does not get these for the same child, family or person:"
    ),
    Effect.TOP_UP: gettext_lazy("Beside this payment, only what is above it is paid of:"),
    Effect.ENDS: gettext_lazy("Once you have it, these end:"),
    Effect.PAUSES: gettext_lazy("Beside it these are paused in some cases, such as in a care centre:"),
    Effect.OPENS: gettext_lazy("It opens the way to these, or makes them larger:"),
    Effect.LOWERS: gettext_lazy("It makes these smaller:"),
    Effect.INCOME: gettext_lazy("It counts as income of the family for:"),
}


@dataclass(frozen=True)
class Group:
    """Payments to which one thing happens, or that do one thing, each with the places of the Code that say so."""

    words: str
    others: list[tuple[Provision, str]]


@dataclass(frozen=True)
class OfArticle:
    """What an article says of one payment and others."""

    provision: Provision
    group: Group


def groups(provision: Provision) -> list[Group]:
    """What a payment and others do to one another, as its own page says it."""
    name, table = provision.name, registry.pairs
    changed = {
        effect: [pair for pair in table if pair.effect == effect and (pair.provision == name or _is_other(pair, name))]
        for effect in BESIDE
    }
    leading = [pair for pair in table if pair.other == name != pair.provision]
    changing = {effect: [pair for pair in leading if pair.effect == effect] for effect in MAKES}
    said = [
        *((words, changed[effect]) for effect, words in BESIDE.items()),
        *((words, changing[effect]) for effect, words in MAKES.items()),
    ]
    return [Group(gettext(words), [_other(pair, name) for pair in found]) for words, found in said if found]


def of_article(number: str) -> list[OfArticle]:
    """Each payment of whose pairs an article speaks, by what happens to it."""
    found: dict[tuple, list[Pair]] = {}
    for pair in registry.pairs:
        if number in pair.articles:
            found.setdefault((pair.provision, pair.effect), []).append(pair)
    return [
        OfArticle(registry.provisions[name], Group(gettext(BESIDE[effect]), [_other(pair, name) for pair in pairs]))
        for (name, effect), pairs in found.items()
    ]


def _is_other(pair: Pair, name: str) -> bool:
    return pair.is_mutual and pair.other == name


def _other(pair: Pair, name: str) -> tuple[Provision, str]:
    other = pair.other if pair.provision == name else pair.provision
    return registry.provisions[other], pair.article
