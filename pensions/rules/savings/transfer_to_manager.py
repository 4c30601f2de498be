"""Pension savings given to a private company to manage (article 37, points 5 and 6)."""

import datetime

from pensions import savings as shared
from socialcode.engine import Ground, Provision, _, choose, greatest, months_after, rule
from socialcode.engine.grounds import NOT_SAID

provision = Provision(
    "transfer_to_manager",
    _("Private management of a part of the pension savings"),
    article="37.5, 37.6",
    since=datetime.date(2023, 7, 1),
    pays="service",
    summary=_("Up to a half of your savings can be managed by a company that you choose instead of the National Bank."),
    where=_("Apply at the pension fund, on enpf.kz. The transfer takes up to 30 days."),
    is_asked_elsewhere=True,
    events=("work",),
    ends=(
        Ground(_("the company loses its right to manage: the savings go back to the National Bank"), "37.8", NOT_SAID),
    ),
    assumptions=(
        _("The limit of a half is that of May 2026. It may have been lifted since; the newer text was not seen."),
        _("Voluntary savings can be transferred in full. They are not asked here."),
        _("Before July 2023 only savings above the threshold could be transferred; that is not encoded."),
    ),
)

has_savings = shared.has_savings("37.5")
professional_part = shared.professional_part("37.5(3)")
savings = shared.savings("37.5(3)")
managed_elsewhere = shared.managed_elsewhere("37.5(3)")


@rule(
    "37.5(1)",
    _("You want a private company to manage savings"),
    otherwise=_("You can choose a company on enpf.kz at any time. Without it the National Bank manages your savings."),
)
def wants_it(wants_private_manager):
    return wants_private_manager


@rule(
    "37.5(3)",
    _("The last transfer is long enough ago"),
    otherwise=_("You can apply again a year after the last transfer."),
)
def may_apply_again(on, has_private_manager, last_transfer_on, months_between):
    return ~has_private_manager | (on >= months_after(last_transfer_on, months_between))


@rule("37.5(3)", _("Largest sum that private companies may manage"))
def largest_managed(savings, has_annuity, managed_share):
    return choose(has_annuity, savings, savings * managed_share)


@rule("37.5(3)", _("Sum that you may still transfer"))
def transferable(largest_managed, managed_elsewhere):
    return greatest(largest_managed - managed_elsewhere, 0)


@rule(
    "37.5(3)",
    _("There are savings left to transfer"),
    otherwise=_("You can apply when your savings have grown."),
)
def has_something_left(transferable):
    return transferable > 0


@rule("37.5", _("You may transfer savings"))
def eligible(has_savings, wants_it, may_apply_again, has_something_left):
    return has_savings & wants_it & may_apply_again & has_something_left
