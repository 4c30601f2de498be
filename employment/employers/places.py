"""Where an employer or a vacancy is: a district of the country, and the career centre that answers for it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from socialcode.accounts.models import Office
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


def centre_of(region: str, district: str) -> Office | None:
    """The career centre of a district, or the centre of the region where the district has none."""
    there = Office.objects.filter(region=region, district__in=("", district))
    return there.order_by("-district").first()


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
