"""Conditions of the state's help for moving to another place for work (article 112)."""

from employment import conditions
from socialcode.engine import Ground, Rule, _, by_table, choose, months_after, rule
from socialcode.engine.grounds import FROM_THE_FIRST, MONTH_AFTER

WHERE = _("Apply on migration.enbek.kz, on egov.kz or at the State Corporation.")
ASSUMPTIONS = (
    _("The career centre knows whether places are left. Orphans, graduates and people laid off come first."),
    _("Places by region are set each year; they are known for 2026. Before, any region that took people in counts."),
    _("The government's list of regions to leave was not confirmed; the career centre checks it."),
    conditions.GENERAL_TIME,
)
RENT_OR_HOME = _("Sources do not say whether rent money and the certificate can be had together. Ask the centre.")
CONTRACT_BROKEN = _("the social contract of the move is broken")
BROKEN = Ground(CONTRACT_BROKEN, "112.5", MONTH_AFTER)
BROKEN_FROM_THE_FIRST = Ground(CONTRACT_BROKEN, "112.5", FROM_THE_FIRST)
ELSEWHERE = _("Choose a region with places for you; the career centre knows them.")


def wants_to_move() -> Rule:
    @rule(
        "112.1",
        _("You want to move for work"),
        otherwise=_("This is for people who move to another place for work."),
        name="moves_for_work",
    )
    def condition(wants_to_move):
        return wants_to_move

    return condition


def is_settler() -> Rule:
    @rule(
        "112.1",
        _("You are a kandas, or a citizen without work"),
        otherwise=_("It is for kandas and for citizens who have no work and look for it."),
        name="is_settler",
    )
    def condition(legal_status, is_employed):
        return (legal_status == "kandas") | ((legal_status == "citizen") & ~is_employed)

    return condition


def is_registered_anyhow() -> Rule:
    @rule(
        "1.1(63), 98.1, 112.1",
        _("You are registered as looking for work or as unemployed; kandas need not be"),
        otherwise=_("Register as looking for work first: on enbek.kz or at a career centre."),
        name="is_registered_anyhow",
    )
    def condition(legal_status, is_registered_unemployed, is_registered_seeker):
        return (legal_status == "kandas") | is_registered_unemployed | is_registered_seeker

    return condition


def was_registered_long() -> Rule:
    @rule(
        "112.6",
        _("You have been registered in your region long enough; kandas need not be"),
        otherwise=_("You can apply after a year of permanent registration in the region that you leave."),
        name="was_registered_long",
    )
    def condition(on, legal_status, registered_there_since, registration_before_move):
        return (legal_status == "kandas") | (on >= months_after(registered_there_since, registration_before_move))

    return condition


def goes_to_receiving_region() -> Rule:
    """The condition before 2026, for which no quotas by region are known."""

    @rule("112.3", _("You move to a region that takes people in"), otherwise=ELSEWHERE, name="goes_where_needed")
    def condition(moves_to):
        return moves_to != "other"

    return condition


def goes_within_quota() -> Rule:
    @rule(
        "112.3",
        _("You move within your region, or to one with places for you"),
        otherwise=ELSEWHERE,
        since="2026-01-01",
        name="goes_where_needed",
    )
    def condition(moves_to, places):
        return (moves_to == "same_region") | (places > 0)

    return condition


def places() -> Rule:
    @rule("112.3(2)", _("Places in this region this year"), since="2026-01-01", unit="persons", name="places")
    def quota(legal_status, moves_to, kandas_quota, settler_quota):
        return choose(legal_status == "kandas", by_table(moves_to, kandas_quota), by_table(moves_to, settler_quota))

    return quota


def employer_does_not_pay() -> Rule:
    @rule(
        "112.4(1)",
        _("No employer pays for your move"),
        otherwise=_("The employer's money takes the place of the state's."),
        name="employer_does_not_pay",
    )
    def condition(employer_pays_move):
        return ~employer_pays_move

    return condition


def may_move() -> Rule:
    @rule("112.1, 112.4(1)", _("You have the right to it"), name="eligible")
    def all_met(  # noqa: PLR0913, PLR0917 - a right takes all its conditions
        moves_for_work,
        is_settler,
        is_registered_anyhow,
        was_registered_long,
        goes_where_needed,
        employer_does_not_pay,
        may_join,
    ):
        belongs = moves_for_work & is_settler & is_registered_anyhow & was_registered_long
        return belongs & goes_where_needed & employer_does_not_pay & may_join

    return all_met


def of_the_person() -> tuple[Rule, ...]:
    """In the order of their names in the provisions that take them."""
    who = (wants_to_move(), is_settler(), is_registered_anyhow(), was_registered_long())
    return (*who, employer_does_not_pay(), conditions.may_join())


def of_the_place() -> tuple[Rule, ...]:
    return places(), goes_to_receiving_region(), goes_within_quota()
