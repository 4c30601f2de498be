"""The families of a territory that need help, a row each for a page."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, QuerySet, Subquery

from family_map.models import EarlierLevel, FamilyLevel, SupportPlan
from family_map.models.level import between
from socialcode.accounts.models import User
from socialcode.people.models import Family, Person

from . import access
from .following import IN_NEED

ON_A_PAGE = 20
ORDERS = {
    "need": ("points_at_best", "points_at_worst", "family_id"),
    "change": ("-run_id", "points_at_best", "family_id"),
}


@dataclass(frozen=True)
class Row:
    """One family: `before` is the level that it stood on earlier, empty where nothing changed."""

    key: str
    head: Person | None
    standing: FamilyLevel
    before: str
    has_plan: bool


def families_in_need(user: User, chosen: Mapping[str, str], number: str | None) -> Page:
    """A page of rows. Three queries besides those of who may look; the names shown are recorded."""
    page = Paginator(_asked(access.levels_for(user), chosen), ON_A_PAGE).get_page(number)
    standings = list(page.object_list)
    families = [one.family_id for one in standings]
    heads = access.heads_of(families, by=user)
    keys = dict(Family.objects.filter(pk__in=families).values_list("pk", "key"))
    page.object_list = [_row(one, heads.get(one.family_id), keys) for one in standings if one.family_id in keys]
    return page


def _asked(levels: QuerySet[FamilyLevel], chosen: Mapping[str, str]) -> QuerySet[FamilyLevel]:
    """D or E at best is certain; at worst it is possible only."""
    possible = chosen.get("who") == "possible"
    in_need = {"level_at_worst__in": IN_NEED} if possible else {"level_at_best__in": IN_NEED}
    plans = SupportPlan.objects.open().filter(family=OuterRef("family_id"))
    before = EarlierLevel.objects.filter(family_id=OuterRef("family_id")).order_by("-replaced_by_id")
    found = (
        levels.filter(**in_need)
        .select_related("run")
        .annotate(
            has_plan=Exists(plans),
            before_at_best=Subquery(before.values("level_at_best")[:1]),
            before_at_worst=Subquery(before.values("level_at_worst")[:1]),
        )
    )
    if possible:
        found = found.exclude(level_at_best__in=IN_NEED)
    if chosen.get("plan"):
        found = found.filter(has_plan=chosen["plan"] == "with")
    return found.order_by(*ORDERS[chosen.get("order") or "need"])


def _row(standing: FamilyLevel, head: Person | None, keys: Mapping[int, str]) -> Row:
    return Row(
        key=str(keys[standing.family_id]),
        head=head,
        standing=standing,
        before=between(standing.before_at_best, standing.before_at_worst),
        has_plan=standing.has_plan,
    )
