"""What the map asks of a family's home."""

from socialcode.engine import Fact, Kind, _

from .economic import members

HOME = _("Home of the family")

FACTS = [
    members(
        "members_without_address",
        _("members without a registered address"),
        _("How many people in your family have no registered address?"),
        HOME,
    ),
    Fact(
        "dwellings_owned",
        Kind.NUMBER,
        label=_("homes that the family owns"),
        question=_("How many homes does your family own?"),
        of="family",
        page=HOME,
        most=1000,
    ),
    Fact(
        "area_of_home",
        Kind.NUMBER,
        label=_("useful area of these homes, square metres"),
        question=_("How many square metres of useful area do these homes have together?"),
        of="family",
        page=HOME,
        most=10000,
    ),
    Fact(
        "home_is_unsafe",
        Kind.YES_NO,
        label=_("the home is officially unsafe"),
        question=_("Is your home officially unsafe?"),
        help=_("There is an act about it."),
        of="family",
        page=HOME,
        asked_if=("dwellings_owned", (1,)),
    ),
]
