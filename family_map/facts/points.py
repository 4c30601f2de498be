"""What the table of points asks beyond the indicators."""

from socialcode.engine import Fact, Kind, _

from .economic import members

POINTS = _("What the table of points asks")


def yes_no(name: str, label: str, question: str) -> Fact:
    return Fact(name, Kind.YES_NO, label=label, question=question, of="family", page=POINTS)


FACTS = [
    yes_no("has_loans", _("the family has loans"), _("Does your family have loans?")),
    members("adult_members", _("grown-up members"), _("How many grown-ups are in your family?"), POINTS),
    members(
        "adults_with_overdue_debt",
        _("grown-ups with an overdue debt of more than 90 days and 1000 tenge"),
        _("How many grown-ups in your family have a debt of over 1000 tenge that is overdue for more than 90 days?"),
        POINTS,
    ),
    members("cars_owned", _("cars that the family owns"), _("How many cars does your family own?"), POINTS),
    yes_no(
        "has_commercial_transport",
        _("transport used for business"),
        _("Does your family own a bus, a truck or other transport for business?"),
    ),
    members(
        "kinds_of_machinery",
        _("kinds of farm machinery"),
        _("How many kinds of farm machinery does your family own?"),
        POINTS,
    ),
    members("working_members", _("members who work"), _("How many people in your family work?"), POINTS),
    yes_no("has_sole_trader", _("a member is a sole trader"), _("Is somebody in your family a sole trader?")),
    yes_no("has_company_founder", _("a member founded a company"), _("Has somebody in your family founded a company?")),
    members(
        "minors_and_students",
        _("children under 18 and students up to 23"),
        _("How many children under 18 and students up to 23 are in your family?"),
        POINTS,
    ),
    members(
        "adults_with_severe_disability",
        _("grown-ups with disability of group I or II"),
        _("How many grown-ups in your family have a disability of group I or II?"),
        POINTS,
    ),
    members(
        "adults_with_group_3",
        _("grown-ups with disability of group III"),
        _("How many grown-ups in your family have a disability of group III?"),
        POINTS,
    ),
    members(
        "members_disabled_as_children",
        _("children with disability and those disabled since childhood"),
        _("How many people in your family are children with disability or disabled since childhood?"),
        POINTS,
    ),
    members(
        "members_with_chronic_illness",
        _("members with a chronic illness under observation"),
        _("How many people in your family have a chronic illness that a clinic observes?"),
        POINTS,
    ),
    members(
        "members_on_dispensary_register",
        _("members on a dispensary's register"),
        _("How many people in your family are on the register of a dispensary?"),
        POINTS,
    ),
    members(
        "small_children_without_preschool",
        _("children of preschool age without a preschool"),
        _("How many children of preschool age in your family attend no preschool?"),
        POINTS,
    ),
    yes_no(
        "has_commercial_property",
        _("property used for business"),
        _("Does your family own premises for business?"),
    ),
    Fact(
        "kind_of_place",
        Kind.CHOICE,
        label=_("kind of place where the family lives"),
        question=_("In what kind of place does your family live?"),
        of="family",
        page=POINTS,
        choices=(
            ("republican_city", _("the capital or a city of republican rank")),
            ("regional_city", _("a city of regional rank")),
            ("district_centre", _("a district centre or town")),
            ("rural_district", _("the centre of a rural district")),
            ("village", _("a village")),
            ("no_address", _("nowhere registered")),
        ),
    ),
    Fact(
        "farm_value",
        Kind.MONEY,
        label=_("worth of the personal farm"),
        question=_("What is the personal farm of your family worth?"),
        of="family",
        page=POINTS,
    ),
    yes_no("owns_land", _("the family owns land"), _("Does your family own a plot of land?")),
]
