"""What may be asked about moving to another place for work."""

from socialcode.engine import Fact, Kind, _
from socialcode.engine.agreements import at_most, in_order

MOVING = _("Moving for work")

FACTS = [
    Fact(
        "wants_to_move",
        Kind.YES_NO,
        label=_("wants to move for work"),
        question=_("Do you want to move to another place in Kazakhstan for work?"),
        page=MOVING,
        situation=_("I want to move to another place in Kazakhstan for work"),
        rare=True,
    ),
    Fact(
        "is_registered_seeker",
        Kind.YES_NO,
        label=_("registered at a career centre as looking for work"),
        question=_("Are you registered at a career centre as looking for work?"),
        help=_("You register on enbek.kz or at a career centre. You need not be unemployed for it."),
        page=MOVING,
    ),
    Fact(
        "moves_to",
        Kind.CHOICE,
        label=_("place to move to"),
        question=_("Where do you want to move?"),
        help=_("Within your region, the move must lead from a weak village to a stronger village or a town."),
        page=MOVING,
        choices=(
            ("same_region", _("Within my region, from a weak village")),
            ("abai", _("Abai Region")),
            ("akmola", _("Akmola Region")),
            ("atyrau", _("Atyrau Region")),
            ("east_kazakhstan", _("East Kazakhstan Region")),
            ("karaganda", _("Karaganda Region")),
            ("kostanay", _("Kostanay Region")),
            ("north_kazakhstan", _("North Kazakhstan Region")),
            ("pavlodar", _("Pavlodar Region")),
            ("ulytau", _("Ulytau Region")),
            ("west_kazakhstan", _("West Kazakhstan Region")),
            ("other", _("Another region or city")),
        ),
    ),
    Fact(
        "registered_there_since",
        Kind.DATE,
        label=_("registered in the present region since"),
        question=_("Since when are you registered in the region that you want to leave?"),
        help=_("The date of your permanent registration; egov.kz shows it."),
        page=MOVING,
    ),
    Fact(
        "employer_pays_move",
        Kind.YES_NO,
        label=_("an employer pays the move"),
        question=_("Does an employer pay for your move?"),
        page=MOVING,
    ),
    Fact(
        "has_job_in_new_place",
        Kind.YES_NO,
        label=_("an employer in the new place hires them"),
        question=_("Does an employer in the new place hire you?"),
        page=MOVING,
    ),
    Fact(
        "moving_members",
        Kind.NUMBER,
        label=_("family members who move"),
        question=_("How many of you will move?"),
        help=_("Count yourself and all family members who move with you."),
        page=MOVING,
        least=1,
        most=30,
    ),
    Fact(
        "buys_home",
        Kind.YES_NO,
        label=_("wants to buy a home in the new place"),
        question=_("Do you want to buy a home in the new place?"),
        page=MOVING,
    ),
    Fact(
        "home_price",
        Kind.MONEY,
        label=_("price of the home"),
        question=_("What does the home cost?"),
        page=MOVING,
        least=1,
        asked_if=("buys_home", (True,)),
    ),
]

AGREE = [
    in_order("birth_date", "registered_there_since"),
    at_most("moving_members", "family_members"),
]
