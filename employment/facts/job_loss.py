"""What the rules of work and losing work may ask."""

from socialcode.engine import EVERYBODY, Fact, Kind, _
from socialcode.engine.agreements import in_a_life, in_order
from socialcode.people.facts import REGIME_HELP, REGIME_ONLY

JOB_LOSS = _("Losing your job")
INCOME_BEFORE_JOB_LOSS = _("Income before you lost your job")

FACTS = [
    Fact(
        "is_registered_unemployed",
        Kind.YES_NO,
        label=_("registered as unemployed"),
        question=_("Are you registered as unemployed?"),
        help=_("You register on enbek.kz, on egov.kz or at a career centre. Courses it sends you to change nothing."),
        page=JOB_LOSS,
        situation=_("I am registered as unemployed"),
        ages=(16, 70),
    ),
    Fact(
        "unemployed_since",
        Kind.DATE,
        label=_("registered as unemployed since"),
        question=_("Since when are you registered as unemployed?"),
        help=_("The day you got the status, not the day you lost the job."),
        page=JOB_LOSS,
        asked_if=("is_registered_unemployed", (True,)),
    ),
    Fact(
        "job_loss_months_received",
        Kind.NUMBER,
        label=_("months of the job-loss payment received before"),
        question=_("For how many months in all did you receive the job-loss payment before?"),
        help=_("Count all earlier times you were out of work. If this is the first time, write 0."),
        page=JOB_LOSS,
        most=120,
        situation=_("I received the job-loss payment before, in an earlier time without work"),
        without=0,
        later=EVERYBODY,
    ),
    Fact(
        "income_before_job_loss",
        Kind.SERIES,
        label=_("income of the 24 months before you became unemployed"),
        question=_("Your income in the 24 months before you became unemployed"),
        help=_(
            "Count official pay, on which social contributions were paid. Leave "
            "out income under the special regime for the self-employed. The 24 months end before the month in which "
            "you were registered. A month without such income is 0."
        ),
        page=INCOME_BEFORE_JOB_LOSS,
        months=24,
        asked_if=("is_registered_unemployed", (True,)),
        before=("unemployed_since",),
        is_pay=True,
        estimate="minimum_wage",
    ),
    Fact(
        "regime_contributions_before_job_loss",
        Kind.MONEY,
        label=_("contributions under the special regime in the 24 months before you became unemployed"),
        question=_("How much was paid under the special regime in the 24 months before you became unemployed?"),
        help=REGIME_HELP,
        page=INCOME_BEFORE_JOB_LOSS,
        asked_if=REGIME_ONLY,
        before=("unemployed_since",),
    ),
]

AGREE = [
    in_order("birth_date", "unemployed_since"),
    in_a_life("job_loss_months_received", "birth_date"),
]
