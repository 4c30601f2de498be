"""What may be asked about looking for work and the register of the unemployed."""

from socialcode.engine import EVERYBODY, Fact, Kind, _
from socialcode.engine.agreements import in_order

LOOKING = _("Looking for work")

FACTS = [
    Fact(
        "looks_for_work",
        Kind.YES_NO,
        label=_("looks for work"),
        question=_("Do you look for work and could you start now?"),
        page=LOOKING,
        situation=_("I look for work"),
        ages=(14, 75),
    ),
    Fact(
        "is_employed",
        Kind.YES_NO,
        label=_("has work or a business"),
        question=_("Do you have any work or business now?"),
        help=_(
            "Yes if you are employed, work under a contract, serve, farm, have a business or a share in a company, "
            "or sell goods or services on your own. Part-time counts."
        ),
        page=LOOKING,
        situation=_("I have some work or a business now: part-time, a contract, a farm, a share in a company"),
        later=EVERYBODY,
    ),
    Fact(
        "studies",
        Kind.CHOICE,
        label=_("studies"),
        question=_("Do you study now?"),
        page=LOOKING,
        choices=(
            ("none", _("No")),
            ("pupil", _("Yes, in a senior class of a school")),
            ("student", _("Yes, at a college or university")),
        ),
        situation=_("I study in a senior class, at a college or a university"),
        without="none",
        later=EVERYBODY,
    ),
    Fact(
        "wants_active_measures",
        Kind.YES_NO,
        label=_("wants a course or a subsidised job"),
        question=_("Do you want a course or a subsidised job from the career centre?"),
        help=_("Pupils and students can take a subsidised job in their free time without being registered."),
        page=LOOKING,
        asked_if=("studies", ("pupil", "student")),
    ),
    Fact(
        "court_sentence",
        Kind.CHOICE,
        label=_("court sentence"),
        question=_("Are you serving a sentence of a court?"),
        page=LOOKING,
        choices=(
            ("none", _("No")),
            ("works", _("Correctional or public works")),
            ("prison", _("Prison")),
            ("suspended", _("A suspended sentence")),
        ),
        situation=_("I am serving a sentence of a court"),
        without="none",
        later=EVERYBODY,
        rare=True,
    ),
    Fact(
        "quota_group",
        Kind.CHOICE,
        label=_("group for which jobs are kept"),
        question=_("Which of these are you?"),
        page=LOOKING,
        choices=(
            ("none", _("None of these")),
            ("probation", _("On the probation service's register")),
            ("released", _("Released from prison")),
            ("graduate", _("Young, finished my studies, and lost my parents or their care before 18")),
        ),
        situation=_("I am on probation, was released from prison, or finished my studies without parents"),
        without="none",
        rare=True,
    ),
    Fact(
        "deregistration_reason",
        Kind.CHOICE,
        label=_("why taken off the register the last time"),
        question=_("Were you ever taken off the register of the unemployed? Why, the last time?"),
        help=_("The career centre or enbek.kz tells you the reason."),
        page=LOOKING,
        choices=(
            ("none", _("I never was")),
            ("refused_offers", _("I refused three offers, or answered an offer too late")),
            ("no_show", _("I did not come to a job, a course or the centre")),
            ("left_subsidised_job", _("I left a subsidised job without a good reason")),
            ("left_training", _("I left a course without a good reason")),
            ("left_measure", _("I left other help of the centre on my own")),
            ("missed_visits", _("I missed visits or reports to the centre")),
            ("sentence", _("Because of a court's sentence or treatment order")),
            ("changes", _("I found work, opened a business, got a pension or moved")),
            ("false_papers", _("My papers were false")),
        ),
        situation=_("I was taken off the register of the unemployed before"),
        without="none",
        later=EVERYBODY,
        rare=True,
    ),
    Fact(
        "deregistered_on",
        Kind.DATE,
        label=_("taken off the register on"),
        question=_("When were you taken off the register?"),
        page=LOOKING,
        asked_if=(
            "deregistration_reason",
            ("refused_offers", "no_show", "left_subsidised_job", "left_training", "left_measure", "missed_visits"),
        ),
    ),
]

AGREE = [
    in_order("birth_date", "deregistered_on"),
]
