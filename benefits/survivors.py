"""Who counts of those left after a death: today, or on the last day still due (articles 234 and 239).

Nobody counts any more where the children have grown up and nobody is of pension age: days until then that were not
paid are still due. Each rule takes the names of the facts that say of its benefit until when and how many counted.
"""

from benefits import insurance
from socialcode.engine import Rule, _, as_of, choose, days_after, greatest, least, ratio, rule, years_after


def somebody_is_left(article: str, counted_until: str, were_paid: str) -> Rule:
    """Needs the benefit's own rules `dependants` and `starts_on`."""

    @rule(
        article,
        _("The person left family members whom the law protects, or left some whose days were not paid"),
        otherwise=_("It is paid for children, and for some relatives who cannot support themselves."),
        name="somebody_is_left",
        reads={"counted_until": counted_until, "were_paid": were_paid},
    )
    def condition(dependants, all_stopped_counting, starts_on, counted_until, were_paid):
        return (dependants != 0) | (all_stopped_counting & (starts_on <= counted_until) & ~were_paid)

    return condition


def nobody_counts_now(article: str) -> Rule:
    """Needs the benefit's own rule `dependants`."""

    @rule(article, _("Nobody counts any more, but somebody did after the death"), name="nobody_counts_now")
    def step(dependants, all_stopped_counting):
        return (dependants == 0) & all_stopped_counting

    return step


def had_other_number(article: str, other_until: str) -> Rule:
    """Whether a day, such as one of the past, lies before some of them stopped counting, or began to."""

    @rule(article, _("Another number counted then"), name="had_other_number", reads={"other_until": other_until})
    def step(on, other_number_counted, other_until):
        return other_number_counted & (on <= other_until)

    return step


def somebody_counts_from(article: str, other_until: str, other_number: str) -> Rule:
    """The day of death, or the first day after it on which somebody counted."""

    @rule(
        article,
        _("First day on which somebody counted"),
        name="somebody_counts_from",
        reads={"other_until": other_until, "other_number": other_number},
    )
    def day(death_date, other_number_counted, other_until, other_number):
        nobody_at_first = other_number_counted & (other_number == 0)
        return choose(nobody_at_first, days_after(other_until, 1), death_date)

    return day


def members(article: str, counted_then: str, other_number: str) -> Rule:
    """Needs the benefit's own rule `dependants`, and the rules `nobody_counts_now` and `had_other_number`."""

    @rule(
        article,
        _("Family members who count, or who counted on the last day still due"),
        name="members",
        unit="persons",
        reads={"counted_then": counted_then, "other_number": other_number},
    )
    def count(dependants, nobody_counts_now, counted_then, had_other_number, other_number):
        return choose(had_other_number, other_number, choose(nobody_counts_now, counted_then, dependants))

    return count


def ends_on(article: str, counted_until: str) -> Rule:
    """Needs the rule `nobody_counts_now`."""

    @rule(
        article,
        _("Last day on which somebody counted, if nobody does any more"),
        name="ends_on",
        reads={"counted_until": counted_until},
    )
    def last_day(nobody_counts_now, counted_until):
        return choose(nobody_counts_now, counted_until, None)

    return last_day


@rule("236.4", _("Orphans now who take no disability benefit instead"), unit="children")
def orphans_now(orphans_left, children_left, survivors_with_disability_benefit):
    return greatest(least(orphans_left, children_left) - survivors_with_disability_benefit, 0)


@rule("236.4", _("Children who have lost both parents and take no disability benefit instead"), unit="children")
def orphans(orphans_now, nobody_counts_now, orphans_then, had_other_number, other_orphans):
    return choose(had_other_number, other_orphans, choose(nobody_counts_now, orphans_then, orphans_now))


@rule(
    "236.4",
    _("Size with orphans: so much for each orphan and each other member"),
    unit="subsistence_minimums",
)
def size_before_limit(orphans, members, size_per_orphan, size_per_other):
    return orphans * size_per_orphan + (members - orphans) * size_per_other


@rule("236.4", _("Size with orphans, up to the limit"), unit="subsistence_minimums")
def size_with_orphans(size_before_limit, limit):
    return least(size_before_limit, limit)


@rule("234.9, 236.1", _("The day whose figures count: the day of asking, or the last day still due"))
def figures_of(on, nobody_counts_now, counted_until):
    return choose(nobody_counts_now, least(on, counted_until), on)


@rule("236.1", _("Benefit before pensions are taken into account"))
def full_benefit(full_size, figures_of, subsistence_minimum_history):
    return full_size * as_of(figures_of, subsistence_minimum_history)


@rule("239.7", _("Last day to apply, where nobody counts any more: the youngest child turns 23 on the next"))
def apply_by(nobody_counts_now, fund_last_counted_as, fund_last_birth_date, age_to_apply):
    last_day = days_after(years_after(fund_last_birth_date, age_to_apply), -1)
    return choose(nobody_counts_now & (fund_last_counted_as == "child"), last_day, None)


@rule(
    "239.7",
    _("The time to apply has not run out"),
    otherwise=_("The Fund can be asked until the children turn 23, and by a carer until the youngest is 3."),
)
def in_time(on, nobody_counts_now, fund_last_counted_as, apply_by):
    as_child = (fund_last_counted_as == "child") & (on <= apply_by)
    return ~nobody_counts_now | (fund_last_counted_as == "disabled_child") | as_child


@rule("240.1", _("Income under the special regime, as far as it counts"), since=insurance.REGIME_SINCE)
def regime_income(had_regime_income, deceased_regime_contributions, social_contribution_rate):
    return choose(had_regime_income, ratio(deceased_regime_contributions, social_contribution_rate), 0)
