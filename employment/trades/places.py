"""Where somebody works or looks for work: a district of the country."""

from django import forms
from django.utils.translation import gettext_lazy as _

from socialcode.law.regions import districts, regions


def place_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """Districts and cities by KATO code, under the names of their regions."""
    by_region: dict[str, list[tuple[str, str]]] = {kato: [] for kato in regions()}
    for kato, district in districts().items():
        by_region[district.region].append((kato, district.name))
    return [(str(regions()[kato]), found or [(kato, str(regions()[kato]))]) for kato, found in by_region.items()]


def region_and_district(kato: str) -> tuple[str, str]:
    """Of a code that was chosen; a region that has no districts here is chosen as a whole."""
    return (districts()[kato].region, kato) if kato in districts() else (kato, "")


def place_name(region: str, district: str) -> str:
    """A district with its region in words, as far as they are known."""
    names = [districts()[district].name] if district in districts() else []
    return ", ".join([*names, str(regions().get(region, region))])


class PlaceField(forms.ChoiceField):
    """A district; `cleaned_data` has its KATO code."""

    def __init__(self, **options):
        first = [("", _("Not chosen yet"))]
        missing = {"required": _("Choose the district or town.")}
        super().__init__(
            **{
                "label": _("District or town"),
                "choices": lambda: first + place_choices(),
                "error_messages": missing,
            }
            | options
        )
