"""What may be asked of those who care for a person with group I disability."""

from socialcode.engine import Fact, Kind, _

CARE = _("Care for a person with group I disability")

FACTS = [
    Fact(
        "cares_for_group1",
        Kind.YES_NO,
        label=_("cares for a person with group I disability"),
        question=_("Do you yourself care for a person with group I disability?"),
        help=_("You need not be related. If you care for two such people, each is checked on its own."),
        page=CARE,
        situation=_("I care for a person with group I disability"),
    ),
    Fact(
        "same_settlement",
        Kind.YES_NO,
        label=_("lives in the same place as the person cared for"),
        question=_("Do you both live in the same city, town or village?"),
        page=CARE,
        asked_if=("cares_for_group1", (True,)),
    ),
    Fact(
        "cared_in_state_care",
        Kind.YES_NO,
        label=_("person cared for lives at full state expense"),
        question=_("Does that person live in an institution at full state expense?"),
        help=_("Prison does not count as such."),
        page=CARE,
        asked_if=("cares_for_group1", (True,)),
    ),
    Fact(
        "cared_for_is_permanent",
        Kind.YES_NO,
        label=_("disability of the person cared for recognised without a term"),
        question=_("Is the disability of that person recognised without a term?"),
        page=CARE,
        asked_if=("cares_for_group1", (True,)),
    ),
    Fact(
        "cared_for_until",
        Kind.DATE,
        label=_("last day of the recognised disability of the person cared for"),
        question=_("Until what day is the disability of that person recognised?"),
        page=CARE,
        may_come=True,
        asked_if=("cared_for_is_permanent", (False,)),
    ),
    Fact(
        "carer_is_barred",
        Kind.YES_NO,
        label=_("legal capacity limited or registered with a mental health service"),
        question=_("Has a court limited your legal capacity, or are you registered with a mental health service?"),
        help=_("One answer for both: yes if at least one is true. The law asks this of a carer."),
        page=CARE,
        asked_if=("cares_for_group1", (True,)),
    ),
    Fact(
        "other_carer_of_group1",
        Kind.YES_NO,
        label=_("somebody else is paid for this person's care"),
        question=_("Does somebody else already receive the carer's benefit for that person?"),
        page=CARE,
        asked_if=("cares_for_group1", (True,)),
        says_paid=("group1_carer",),
    ),
]
