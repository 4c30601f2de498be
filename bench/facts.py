"""What the benchmark's own rule asks besides the portal's facts."""

from socialcode.engine import Fact, Kind

FACTS = [
    Fact(
        "family_members",
        Kind.NUMBER,
        label="members of the family",
        question="How many persons belong to the family?",
        of="family",
        least=1,
        most=100,
    ),
    Fact(
        "income_of_quarter",
        Kind.MONEY,
        label="income of the family in the quarter",
        question="What was the income of all members in the last quarter?",
        of="family",
    ),
    Fact(
        "young_children",
        Kind.NUMBER,
        label="children aged one to six",
        question="How many children are one to six years old?",
        of="family",
        most=20,
    ),
]
