"""What a platform withholds every month from a worker under the special regime (articles 102, 102-1)."""

import datetime

from employment import conditions
from socialcode.engine import Provision, _, rule
from socialcode.provisions import conditions as of_people
from socialcode.provisions import contributions, retirement

provision = Provision(
    "platform_payments",
    _("Payments on work through an app"),
    article="102, 102-1",
    since=datetime.date(2026, 1, 1),
    pays="due",
    summary=_("Pension contributions, a social contribution and health insurance, which the platform takes off."),
    events=("work",),
    follows=(conditions.SMALLER_WITH_SERVICE_PENSION,),
    assumptions=(
        *contributions.REGIME,
        _("With several platforms each takes off its own part. We compute them together."),
    ),
)

retires_on = retirement.retires_on("207.1")
is_below_pension_age = contributions.is_below_pension_age("243, 248.3(1)")
is_permanently_disabled = of_people.is_permanently_disabled("248.3(2)")
is_not_freed = contributions.is_not_freed("248.3(2)")
has_no_service_pension = contributions.has_no_service_pension("248.3(4)")
owes_pension_contribution = contributions.owes_pension_contribution("248.3")
is_counted_for_employer = contributions.is_counted_for_employer("248.6")
is_platform_worker = contributions.is_platform_worker("102.1")
uses_regime = contributions.uses_regime("102-1.1")
regime_income = contributions.regime_income("102-1.2, 102-1.3, 102-1.4")
regime_pension = contributions.regime_pension("102-1.3")
regime_employer = contributions.regime_employer("102-1.4")
regime_social = contributions.regime_social("102-1.2")
regime_health = contributions.regime_health("102-1.1")
contribution = contributions.regime_contribution("102-1.1")
due = contributions.due("102-1.1")
pay_by = contributions.pay_by("246.1, 248.9")
ends_on = contributions.ends_on("243, 248.3(1)")


@rule("102-1.1", _("Your income in the month through platforms"))
def income(platform_income):
    return platform_income


@rule("102-1.1", _("The payments are due"))
def eligible(is_platform_worker, uses_regime, is_a_tenge, is_below_pension_age):
    return is_platform_worker & uses_regime & is_a_tenge & is_below_pension_age
