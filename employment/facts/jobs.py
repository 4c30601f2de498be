"""What may be asked about subsidised jobs, courses and starting a business."""

from socialcode.engine import EVERYBODY, Fact, Kind, _
from socialcode.engine.agreements import in_order

JOBS = _("Help to find work")
BUSINESS = _("Starting a business")

FACTS = [
    Fact(
        "work_experience",
        Kind.CHOICE,
        label=_("work experience"),
        question=_("Have you worked before?"),
        page=JOBS,
        choices=(
            ("none", _("Never")),
            ("other", _("Yes, but not in the trade I learned")),
            ("trade", _("Yes, in the trade I learned")),
        ),
    ),
    Fact(
        "has_diploma",
        Kind.YES_NO,
        label=_("finished a college or university"),
        question=_("Did you finish a college or university?"),
        page=JOBS,
        situation=_("I finished a college or university"),
        later=EVERYBODY,
    ),
    Fact(
        "graduated_on",
        Kind.DATE,
        label=_("date of the diploma"),
        question=_("When did you get your diploma?"),
        page=JOBS,
        asked_if=("has_diploma", (True,)),
    ),
    Fact(
        "has_mentor",
        Kind.YES_NO,
        label=_("offered a job beside a worker near pension age"),
        question=_("Is a job offered to you where a worker near pension age will teach you?"),
        page=JOBS,
        situation=_("I am offered a job where a worker near pension age will teach me"),
        later=EVERYBODY,
    ),
    Fact(
        "offered_social_job",
        Kind.YES_NO,
        label=_("offered a social job"),
        question=_("Has the career centre offered you a social job?"),
        help=_("These are for groups on the government's list. The centre tells you whether you are in one."),
        page=JOBS,
        situation=_("The career centre has offered me a social job"),
        later=EVERYBODY,
    ),
    Fact(
        "offered_pay",
        Kind.MONEY,
        label=_("pay of the job offered"),
        question=_("What pay a month does the employer offer you, before taxes?"),
        help=_("If you have no offer yet, give the pay you expect."),
        page=JOBS,
        least=10,
    ),
    Fact(
        "silver_age_since",
        Kind.DATE,
        label=_("first day of the silver age job"),
        question=_("When did you begin, or will you begin, a job of the silver age programme?"),
        help=_("If you have none yet, give the day you would like to begin."),
        page=JOBS,
        may_come=True,
    ),
    Fact(
        "had_training",
        Kind.YES_NO,
        label=_("had a course from the career centre"),
        question=_("Has the career centre ever sent you to a course?"),
        page=JOBS,
        situation=_("The career centre has sent me to a course before"),
        later=EVERYBODY,
    ),
    Fact(
        "last_training_ended",
        Kind.DATE,
        label=_("end of the last course"),
        question=_("When did the last course end?"),
        page=JOBS,
        asked_if=("had_training", (True,)),
    ),
    Fact(
        "wants_own_business",
        Kind.YES_NO,
        label=_("wants to start a business"),
        question=_("Do you want to start a business?"),
        page=BUSINESS,
        situation=_("I want to start a business"),
    ),
    Fact(
        "grant_category",
        Kind.CHOICE,
        label=_("group for business grants"),
        question=_("Which of these are you?"),
        help=_("If several fit, choose any of them."),
        page=BUSINESS,
        choices=(
            ("none", _("None of these")),
            ("disability", _("A person with disability who can work")),
            ("kandas", _("Kandas")),
            ("settler", _("I moved to another region under the state programme")),
            ("targeted_assistance", _("My family receives targeted social assistance")),
            ("large_family", _("A parent of a large family")),
            ("carer", _("I look after a child with disability")),
            ("lost_breadwinner", _("I lost the person who kept my family")),
        ),
    ),
    Fact(
        "has_business_certificate",
        Kind.YES_NO,
        label=_("certificate of a business course"),
        question=_("Do you have the certificate of the Bastau Business course?"),
        page=BUSINESS,
    ),
]

AGREE = [
    in_order("birth_date", "graduated_on"),
    in_order("birth_date", "last_training_ended"),
]
