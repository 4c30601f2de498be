"""What is or can be withheld from a payment, as articles of several payments say it alike."""

from socialcode.engine import Rule, Withheld, _, choose, rule

NOTHING_FOR_DEBTS = _("Nothing can be withheld for debts.")
PENSION_CONTRIBUTION = _("The pension contribution goes to your own pension account. It is already taken off here.")
QUARTER_FOR_DEBTS = _(
    "Up to a quarter of the payment can be withheld for debts under a court order. It is not taken off here."
)
HALF_FOR_DEBTS = _("Up to half of a pension can be withheld for debts under a court order. It is not taken off here.")
REST_TO_CENTRE = _(
    "In a care centre at full state expense most of the pension goes to the centre. That is taken off here."
)
OVERPAID_IF_YOU_APPLY = _("What was paid too much is taken off later payments only if you apply for that.")
OVERPAID = _("What was paid too much is taken off later payments.")
MOST_WITHHELD = {QUARTER_FOR_DEBTS: "0.25", HALF_FOR_DEBTS: "0.5"}  # of what is due; articles 117.4, 174.4 and 203.3

# What a payment is smaller by when it reaches the person
PENSION = Withheld(
    _("pension contribution of %(rate)s, into your own pension account"),
    "pension_contribution_rate",
    kind="contribution",
    to="pension_fund",
)
CARE_CENTRE = Withheld(
    _("to the care centre you live in; %(rate)s is left to you, or the least the law names"),
    "share_in_care_centre",
    kind="centre",
    to="care_centre",
)


def by_care_centre(article: str) -> Rule:
    """The rule `net_amount` of who may live in a care centre. Needs the provision's rule `left_in_centre`."""

    @rule(
        article,
        _("Paid into your hand; the rest goes to the care centre you live in, if you do"),
        name="net_amount",
        withholds=CARE_CENTRE,
    )
    def found(amount, lives_in_care_centre, left_in_centre):
        return choose(lives_in_care_centre, left_in_centre, amount)

    return found
