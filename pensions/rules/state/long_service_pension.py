"""Long-service pension of the army, police and similar bodies (articles 212-216)."""

import datetime

from pensions import conditions as pensions
from socialcode.engine import (
    OneOf,
    Provision,
    _,
    choose,
    greatest,
    least,
    months_after,
    one_of,
    raised,
    ratio,
    rule,
    up_to_tenge,
)
from socialcode.engine.grounds import SINCE_OVER, THAT_DAY, Ground, Resumption
from socialcode.provisions import arrears, conditions, deductions, endings

provision = Provision(
    "long_service_pension",
    _("Long-service pension"),
    article="212..216",
    since=datetime.date(2023, 7, 1),
    summary=_("For those who left the army, police or a similar body after long service; at any age."),
    where=_("At the body where you served."),
    is_asked_elsewhere=True,
    events=("work", "old_age"),
    excludes=(OneOf("age_pension", "196.2"), OneOf("base_pension", "205(2)")),
    counts_towards=("targeted_assistance",),
    ends=(endings.person_dies("216.4"), endings.leaves("216.4")),
    suspends=(
        Ground(
            _("the person serves again with a rank or class"),
            "212.6",
            THAT_DAY,
            (Resumption(SINCE_OVER, _("the service is over again")),),
        ),
    ),
    arrears=(
        arrears.not_collected("216.5"),
        arrears.office_at_fault("212.10"),
    ),
    deductions=(deductions.HALF_FOR_DEBTS, deductions.REST_TO_CENTRE),
    assumptions=(
        _("Years of work besides the service are the full years in all less the full years of service."),
        _("Medical staff and those who lost their ranks in 2012 or 2022 are treated like everybody else here."),
        _("Raises before 2023 are not known, so a pension of an earlier dismissal may be larger."),
        _("The limit is that of the year asked about."),
        _("The pay is taken to end with the dismissal. Where it was paid for longer, the pension begins after it."),
        _("Whoever has a disability is taken to receive the state benefit, and is then paid from the day of applying."),
        _("Amounts are rounded up to a whole tenge, as the published sizes of other pensions are."),
        _("No time of its own was found for the decision; the general time for authorities is shown."),
    ),
)

lives_here = conditions.lives_here("196.1")
is_no_judge = pensions.is_no_judge("207.4")
in_care_centre = pensions.in_care_centre("216.6")


@rule("212.1(1), 212.1(2)", _("Service long enough by itself"))
def served_long(service_months, service_years):
    return service_months >= service_years * 12


@rule(
    "212.1, 212.8, 213.5",
    _("Your service is long enough, alone or with other work"),
    otherwise=_("For your service there is no such pension. Check your right to a pension by age."),
)
def has_service(
    uniformed_service, served_long, full_service_years, service_months, all_working_years, unbroken_months, total_years
):
    """Of the shorter service in the CIS each full year is paid, so that less than one gives nothing."""
    with_work = (all_working_years >= total_years) & (service_months >= unbroken_months)
    in_cis = (uniformed_service == "cis") & (full_service_years >= 1)
    return (uniformed_service != "none") & (served_long | in_cis | with_work)


@rule(
    "212.1, 212.8",
    _("You left the service for a reason that counts"),
    otherwise=_("The right begins when you leave the service for one of the reasons in article 212."),
)
def left_for_a_reason(uniformed_service, served_long, service_ended_by):
    is_of_here = (uniformed_service != "cis") | served_long
    was_let_go = one_of(service_ended_by, "age_limit", "redundancy", "health")
    was_closed_down = is_of_here & (service_ended_by == "liquidation")
    return was_let_go | was_closed_down | (served_long & one_of(service_ended_by, "own_wish", "contract_end"))


@rule(
    "212.9",
    _("No half of contributions from the budget is left to give back"),
    otherwise=_("Give half of these contributions back first. Ask the body where you served how to do it."),
)
def gave_back(state_contributions, uniformed_service, served_long):
    return (state_contributions != "not_returned") | ((uniformed_service == "cis") & ~served_long)


@rule("212.1, 212.8", _("You have the right to the long-service pension"))
def eligible(lives_here, has_service, left_for_a_reason, gave_back, is_no_judge):
    return lives_here & has_service & left_for_a_reason & gave_back & is_no_judge


@rule("216.1, 216.3", _("First day paid: after the dismissal, but not long before you apply"))
def starts_on(on, uniformed_service, service_ended_on, years_back, receives_age_pension, person_has_disability):
    since_dismissal = greatest(service_ended_on, months_after(on, 0 - years_back * 12))
    has_other = (uniformed_service == "cis") | receives_age_pension | person_has_disability
    return choose(has_other, on, since_dismissal)


@rule("213.1", _("Full years of service"), unit="years")
def full_service_years(service_months):
    return ratio(service_months - service_months % 12, 12)


@rule("213.1", _("Share of the pay for long service and other work"), unit="share")
def share_for_service(
    full_service_years, all_working_years, service_years, least_share, share_per_service_year, share_per_work_year
):
    other_work = greatest(all_working_years - full_service_years, 0)
    further = greatest(full_service_years - service_years, 0)
    return least_share + further * share_per_service_year + other_work * share_per_work_year


@rule("213.1", _("Share of the pay for service and work together"), unit="share")
def share_for_both(all_working_years, total_years, least_share, share_per_work_year):
    return least_share + greatest(all_working_years - total_years, 0) * share_per_work_year


@rule("213.1, 213.5, 213.6", _("Share of the pay, up to the largest"), unit="share")
def share(
    served_long,
    uniformed_service,
    full_service_years,
    share_for_service,
    share_for_both,
    share_per_year_cis,
    largest_share,
):
    shorter = choose(uniformed_service == "cis", full_service_years * share_per_year_cis, share_for_both)
    return least(choose(served_long, share_for_service, shorter), largest_share)


@rule("213.3", _("Pension on the day of dismissal, rounded up to a whole tenge"))
def granted_amount(share, service_pay):
    return up_to_tenge(share * service_pay)


@rule("197.3, 213.6", _("Monthly amount after the raise of each January, up to the limit"))
def amount(eligible, granted_amount, service_ended_on, on, pension_raise_history, limit, mci):
    today = raised(granted_amount, service_ended_on, on, pension_raise_history)
    return choose(eligible, least(today, up_to_tenge(limit * mci)), 0)
