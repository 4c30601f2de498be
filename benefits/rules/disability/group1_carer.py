"""Monthly state benefit for those who care for a person with group I disability (articles 172, 187-189)."""

import datetime

from benefits import conditions
from socialcode.engine import Ground, Provision, _, choose, rule, up_to_tenge, years_after
from socialcode.engine.grounds import MONTH_AFTER_NEWS, NOT_SAID, Resumption
from socialcode.provisions import arrears, deductions, pauses, recipients

provision = Provision(
    "group1_carer",
    _("Benefit for caring for a person with group I disability"),
    article="172.3, 187..189",
    since=datetime.date(2023, 7, 1),
    unit="claim",
    about="cared_for",
    summary=_("Monthly for each person with group I disability you care for, related to you or not."),
    events=("disability",),
    ends=(
        Ground(_("you or the person cared for ask to end it"), "189.3(1)", NOT_SAID),
        Ground(_("you or the person cared for die"), "189.3(2)", NOT_SAID),
        Ground(_("you or the person cared for move to another place or abroad"), "189.3(3)", NOT_SAID),
        Ground(_("the person's disability group changes"), "189.3(4)", NOT_SAID),
        Ground(_("in prison: the sentence of one of you is over"), "189.3(5)", NOT_SAID),
        Ground(
            _(
                "you may not be the carer: you are under 18, declared incapable, or under care for mental health, the "
                "person lives at full state expense, or you do not live in the same place"
            ),
            "189.3(6)",
            NOT_SAID,
        ),
    ),
    suspends=(
        pauses.no_withdrawals("189.1(1)"),
        pauses.missing("189.1(2)"),
        pauses.papers("189.1(3)"),
        Ground(
            _("your duties as a guardian end"),
            "189.1(4)",
            MONTH_AFTER_NEWS,
            (pauses.RESTORED,),
        ),
        pauses.examination("189.1(5)"),
        Ground(
            _("you or the person cared for are moved within the prison system"),
            "189.1(6), 189.1(7)",
            MONTH_AFTER_NEWS,
            (Resumption(NOT_SAID, _("the person cared for asks for it")),),
        ),
    ),
    passes_on=(recipients.another_carer("189.4"),),
    arrears=(arrears.office_at_fault("173.3"),),
    deductions=(deductions.QUARTER_FOR_DEBTS, deductions.OVERPAID_IF_YOU_APPLY),
    counts_towards=("targeted_assistance",),
    assumptions=(
        _("The person cared for signs the application and may name another carer later."),
        _("The Code names no first day. The day you apply is taken; an order may name an earlier one."),
        _("In prison it is granted until the sentence of the person cared for is over; that day is not asked here."),
        _("While it is paid, the person cared for cannot have an individual assistant as well."),
    ),
)

lives_here = conditions.lives_here("187.1")
status_counts = conditions.status_counts("187.1")


@rule(
    "187.2",
    _("You yourself care for a person with group I disability"),
    otherwise=_("You can apply once you care for a person with group I disability."),
)
def cares(cares_for_group1):
    return cares_for_group1


@rule("172.3(1)", _("You are of age"), otherwise=_("You can apply from your 18th birthday."))
def is_adult(on, birth_date, adult_age):
    return on >= years_after(birth_date, adult_age)


@rule(
    "172.3(2), 172.3(3)",
    _("Your legal capacity is not limited and you are not registered with a mental health service"),
    otherwise=_("Another person would have to be the carer."),
)
def may_care(carer_is_barred):
    return ~carer_is_barred


@rule(
    "172.3(5), 187.5",
    _("You both live in the same place"),
    otherwise=_("You can apply once you live in the same place."),
)
def lives_near(same_settlement):
    return same_settlement


@rule(
    "172.3(4)",
    _("The person cared for does not live at full state expense"),
    otherwise=_("You can apply when the person lives at home again."),
)
def lives_at_home(cared_in_state_care):
    return ~cared_in_state_care


@rule(
    "171.5",
    _("The disability of the person cared for is still recognised"),
    otherwise=_("You can apply after the examination recognises the disability again."),
)
def is_recognised(on, cared_for_is_permanent, cared_for_until):
    return cared_for_is_permanent | (on <= cared_for_until)


@rule("171.5", _("First day paid: the day you apply"))
def starts_on(on):
    return on


@rule("171.5", _("Last day of the right; without a term there is none"))
def ends_on(cared_for_is_permanent, cared_for_until):
    return choose(cared_for_is_permanent, None, cared_for_until)


@rule(
    "187.4",
    _("Nobody else is paid for this person's care"),
    otherwise=_("One carer is paid. The person cared for may name you instead."),
)
def is_only_carer(other_carer_of_group1):
    return ~other_carer_of_group1


@rule("187.1, 187.2", _("You have the right to the benefit"))
def eligible(
    lives_here, status_counts, cares, is_adult, may_care, lives_near, lives_at_home, is_recognised, is_only_carer
):
    may_be_paid = lives_here & status_counts & cares & is_adult & may_care
    return may_be_paid & lives_near & lives_at_home & is_recognised & is_only_carer


@rule("187.3, 188.1, 188.2", _("Monthly amount, rounded up to a whole tenge"))
def amount(eligible, size, subsistence_minimum):
    return choose(eligible, up_to_tenge(size * subsistence_minimum), 0)
