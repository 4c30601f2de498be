"""The career centre that answers for a place."""

from socialcode.accounts.models import Office


def centre_of(region: str, district: str) -> Office | None:
    """The career centre of a district, or the centre of the region where the district has none."""
    there = Office.objects.filter(region=region, district__in=("", district))
    return there.order_by("-district").first()
