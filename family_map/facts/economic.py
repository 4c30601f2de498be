"""What the map asks of a family's income and work. Its figures come from registers; a person can be asked, too."""

from socialcode.engine import Fact, Kind, _

INCOME = _("Income and work of the family")
MOST_MEMBERS = 30


def members(name: str, label: str, question: str, page: str, help: str = "") -> Fact:
    """How many members of a family something is true of."""
    return Fact(name, Kind.NUMBER, label=label, question=question, help=help, of="family", page=page, most=MOST_MEMBERS)


FACTS = [
    Fact(
        "income_of_registers",
        Kind.MONEY,
        label=_("income of the family in the last quarter, as registers know it"),
        question=_("What did your family earn in the last full quarter, all three months together, before tax?"),
        help=_("Pay, pensions, benefits and income from business that the state knows of."),
        of="family",
        page=INCOME,
        quarterly=True,
    ),
    members(
        "unemployed_members",
        _("members registered as unemployed"),
        _("How many people in your family are registered as unemployed?"),
        INCOME,
    ),
    members(
        "able_bodied_members",
        _("members who can work"),
        _("How many people in your family can work?"),
        INCOME,
        _("From 18 years to pension age, without disability of group I or II, and not ill for more than two months."),
    ),
    Fact(
        "only_able_member_cares",
        Kind.YES_NO,
        label=_("the only one who can work cares for somebody"),
        question=_("Does this person care for a child under 3, a person with disability or an old person?"),
        of="family",
        page=INCOME,
        asked_if=("able_bodied_members", (1,)),
    ),
    members(
        "suspended_businesses",
        _("members whose business stands still"),
        _("How many people in your family have a business that stands still?"),
        INCOME,
        _("It was suspended, or its tax return says zero."),
    ),
    Fact(
        "overdue_debt",
        Kind.MONEY,
        label=_("overdue debt"),
        question=_("How much of the debts of your family is overdue?"),
        of="family",
        page=INCOME,
    ),
    Fact(
        "overdue_debt_days",
        Kind.NUMBER,
        label=_("days for which the oldest debt is overdue"),
        question=_("For how many days is the oldest of these debts overdue?"),
        of="family",
        page=INCOME,
        most=36500,
    ),
]
