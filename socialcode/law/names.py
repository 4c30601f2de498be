"""What the law's values are called, and where they belong."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from socialcode.engine.parameters import Parameter, Value
from socialcode.engine.registry import registry


def label(parameter: Parameter) -> str:
    """The value's name in the reader's language."""
    return capfirst(_(parameter.label)) if parameter.label else parameter.name


def app_of(parameter: Parameter) -> str:
    """The app whose rules the value belongs to; the law itself for the nation's figures."""
    provision = registry.encoded.get(parameter.name.partition(".")[0])
    return provision.app if provision else "law"


def group_of(parameter: Parameter) -> str:
    """The heading a value stands under."""
    provision = registry.encoded.get(parameter.name.partition(".")[0])
    return capfirst(_(provision.title)) if provision else _("Figures for the whole country")


def listed() -> list[Parameter]:
    """Every value that has figures of its own, in the order of the files."""
    return [parameter for parameter in registry.parameters.values() if not parameter.same_as]


def entries(value: Value) -> list[tuple[str, Value]]:
    """A table's entries with their names in the reader's language; a single value under an empty name."""
    if not isinstance(value, dict):
        return [("", value)]
    return [(entry_label(key), entry) for key, entry in value.items()]


def entry_label(key) -> str:
    """The words of a table's key: those of the answer it stands for, or the key itself."""
    words = (dict(fact.choices).get(key) for fact in registry.facts.values())
    return next((capfirst(_(word)) for word in words if word), str(key))
