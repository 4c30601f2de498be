"""What the self-employed owe every month under the special regime (article 101-1)."""

import datetime

from pensions import earnings
from socialcode.engine import Effect, Provision, _, rule
from socialcode.provisions import conditions, contributions, retirement

provision = Provision(
    "self_employed_payments",
    _("Payments under the special regime for the self-employed"),
    article="101-1",
    since=datetime.date(2026, 1, 1),
    pays="due",
    summary=_("Two pension contributions, a social contribution and health insurance, which you pay yourself."),
    events=("work",),
    follows=(earnings.freed_by_service_pension("248.3(4)", Effect.LOWERS),),
    assumptions=contributions.REGIME,
)

retires_on = retirement.retires_on("207.1")
is_below_pension_age = contributions.is_below_pension_age("243, 248.3(1)")
is_permanently_disabled = conditions.is_permanently_disabled("248.3(2)")
is_not_freed = contributions.is_not_freed("248.3(2)")
has_no_service_pension = contributions.has_no_service_pension("248.3(4)")
owes_pension_contribution = contributions.owes_pension_contribution("248.3")
is_counted_for_employer = contributions.is_counted_for_employer("248.6")
uses_regime = contributions.uses_regime("101-1.1")
regime_income = contributions.regime_income("101-1.3, 101-1.4, 101-1.5")
regime_pension = contributions.regime_pension("101-1.4")
regime_employer = contributions.regime_employer("101-1.5")
regime_social = contributions.regime_social("101-1.3")
regime_health = contributions.regime_health("101-1.2")
contribution = contributions.regime_contribution("101-1.2")
due = contributions.due("101-1.2")
pay_by = contributions.pay_by("246.10, 248.9")
ends_on = contributions.ends_on("243, 248.3(1)")


@rule("101-1.2", _("Your income in the month, without platforms"))
def income(self_employed_income):
    return self_employed_income


@rule("101-1.2", _("The payments are due"))
def eligible(uses_regime, is_a_tenge, is_below_pension_age):
    return uses_regime & is_a_tenge & is_below_pension_age
