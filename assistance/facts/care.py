"""What the rules of special social services, and of help for people with disability, may ask."""

from socialcode.engine import Fact, Kind, _

SERVICES = _("Social services")
HELPERS = _("Assistants and sign language")

IN_NEED = (
    "hard_situation",
    (
        "orphan",
        "no_parental_care",
        "neglect",
        "closed_school",
        "early_development",
        "disability",
        "dangerous_illness",
        "old_age",
        "abuse",
        "homeless",
        "released",
        "probation",
    ),
)
ASSISTS = ("wants_to_assist", ("relative", "other"))

FACTS = [
    Fact(
        "hard_situation",
        Kind.CHOICE,
        label=_("hard life situation"),
        question=_("Which of these is true of you or of the relative you ask for?"),
        help=_("If several are true, choose the one that makes life hardest. Each of them gives the same right."),
        page=SERVICES,
        situation=_("I or a relative cannot cope without help from outside"),
        without="none",
        choices=(
            ("orphan", _("A child who has lost both parents")),
            ("no_parental_care", _("A child without the care of parents")),
            ("neglect", _("A child who is neglected or behaves dangerously")),
            ("closed_school", _("A child in a special or closed school")),
            ("early_development", _("A child under 3 who develops with limits in body or mind")),
            ("disability", _("Disability, or a lasting limit in body or mind")),
            ("dangerous_illness", _("Everyday life limited by an illness such as tuberculosis, HIV or cancer")),
            ("old_age", _("Unable to look after oneself because of old age")),
            ("abuse", _("Violence at home, human trafficking, exploitation or kidnapping")),
            ("homeless", _("No fixed home")),
            ("released", _("Released from prison")),
            ("probation", _("Registered with the probation service")),
            ("none", _("None of these")),
        ),
    ),
    Fact(
        "services_in_programme",
        Kind.YES_NO,
        label=_("social services named in the individual programme"),
        question=_("Does the individual programme of the person with disability name social services?"),
        help=_("The medical and social examination draws it up. You find it in the personal account on egov.kz."),
        page=SERVICES,
        asked_if=("hard_situation", ("disability",)),
    ),
    Fact(
        "services_are_harmful",
        Kind.YES_NO,
        label=_("a doctor's finding against such services"),
        question=_("Has a doctor found that such services would harm the person?"),
        help=_("The clinic writes it into the papers for the application. If nobody told you so, answer no."),
        page=SERVICES,
        asked_if=IN_NEED,
    ),
    Fact(
        "court_demands_last",
        Kind.YES_NO,
        label=_("a court's special demands after violence"),
        question=_("Has a court set special demands because the person was violent, and do they still last?"),
        page=SERVICES,
        asked_if=IN_NEED,
    ),
    Fact(
        "moves_with_difficulty",
        Kind.YES_NO,
        label=_("difficulty in moving"),
        question=_("Is it difficult for you to move about?"),
        page=HELPERS,
        asked_if=("disability_group", ("group1",)),
    ),
    Fact(
        "carer_benefit_is_paid",
        Kind.YES_NO,
        label=_("somebody is paid the benefit for caring"),
        question=_("Does somebody receive the state benefit for caring for you?"),
        page=HELPERS,
        asked_if=("moves_with_difficulty", (True,)),
    ),
    Fact(
        "has_hearing_disability",
        Kind.YES_NO,
        label=_("disability of hearing"),
        question=_("Is your disability one of hearing?"),
        page=HELPERS,
        asked_if=("person_has_disability", (True,)),
    ),
    Fact(
        "sign_language_hours_used",
        Kind.NUMBER,
        label=_("hours of sign language used this year"),
        question=_("How many hours with a sign-language specialist have you had this year?"),
        help=_("Count from 1 January. If none, write 0."),
        page=HELPERS,
        most=1000,
        asked_if=("has_hearing_disability", (True,)),
    ),
    Fact(
        "helper_in_programme",
        Kind.CHOICE,
        label=_("help named in the individual programme"),
        question=_("Which of these does your individual programme name?"),
        help=_("The medical and social examination draws it up. You find it in the personal account on egov.kz."),
        page=HELPERS,
        asked_if=("person_has_disability", (True,)),
        choices=(
            ("assistant", _("An individual assistant")),
            ("sign_language", _("A sign-language specialist")),
            ("both", _("Both")),
            ("neither", _("Neither of them")),
        ),
    ),
    Fact(
        "wants_to_assist",
        Kind.CHOICE,
        label=_("whom you would assist"),
        question=_("Would you like to work as an assistant for a person with group I disability?"),
        page=HELPERS,
        situation=_("I would like to be paid for helping a person with group I disability"),
        without="none",
        choices=(
            ("relative", _("Yes, for my husband, wife or close relative")),
            ("other", _("Yes, for somebody else")),
            ("none", _("No")),
        ),
    ),
    Fact(
        "assistant_is_barred",
        Kind.YES_NO,
        label=_("a reason against working as an assistant"),
        question=_("Is one of these true of you?"),
        help=_(
            "You are registered with a mental health service; a doctor found that you should not do this work; you "
            "have an unspent conviction; a court found your legal capacity limited or lost."
        ),
        page=HELPERS,
        asked_if=ASSISTS,
    ),
    Fact(
        "assistant_is_trained",
        Kind.YES_NO,
        label=_("trained as an assistant"),
        question=_("Have you completed the training for assistants that the career centre offers?"),
        page=HELPERS,
        asked_if=ASSISTS,
    ),
]
