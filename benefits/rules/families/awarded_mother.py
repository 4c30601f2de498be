"""Monthly state benefit of mothers with an award for many children (articles 93-95)."""

import datetime

from benefits import conditions
from socialcode.engine import Ground, Provision, _, by_table, choose, rule, up_to_tenge
from socialcode.engine.grounds import SINCE_OVER, THAT_DAY, Resumption
from socialcode.provisions import arrears, deductions, endings, pauses

provision = Provision(
    "awarded_mother",
    _("Benefit of awarded mothers"),
    article="93..95",
    since=datetime.date(2018, 1, 1),
    summary=_("Monthly and for life, for mothers with an award for many children; it comes on top of other benefits."),
    events=("motherhood", "many_children"),
    ends=(
        endings.false_data("95.3(1), 95.4"),
        Ground(_("the award is taken away"), "95.3(2), 95.4", THAT_DAY),
        endings.citizenship_lost("95.3(3), 95.4"),
        endings.person_dies("95.3(4), 95.5"),
    ),
    suspends=(
        pauses.no_withdrawals("95.1(1)"),
        pauses.abroad("95.1(2)"),
        pauses.prison("95.1(3)", Resumption(SINCE_OVER, _("you are released"))),
        pauses.centre("95.1(4)"),
        pauses.missing("95.1(5)"),
        pauses.papers("95.1(6)"),
    ),
    arrears=(arrears.not_collected("93.3"),),
    deductions=(deductions.NOTHING_FOR_DEBTS,),
    counts_towards=("targeted_assistance",),
    assumptions=(
        _("Before July 2023 an earlier law applied with these figures; the articles named are those of the Code."),
    ),
)


lives_here = conditions.lives_here("93.1")


@rule(
    "93.1",
    _("You have a mother's award"),
    otherwise=_("You can apply after you receive one of the awards for mothers of many children."),
)
def has_award(award):
    return award != "none"


@rule("93.1", _("You have the right to the benefit"))
def eligible(lives_here, has_award):
    return lives_here & has_award


@rule("93.2", _("First day paid: the day you apply"))
def starts_on(on):
    return on


@rule("94.1", _("Size for this award"), unit="mci")
def size(award, mci_by_award):
    return by_table(award, mci_by_award)


@rule("94.1, 94.2", _("Monthly amount, rounded up to a whole tenge"))
def amount(eligible, size, mci):
    return choose(eligible, up_to_tenge(size * mci), 0)
