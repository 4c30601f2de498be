"""Registration as unemployed at a career centre (articles 97-100)."""

import datetime

from employment import conditions
from socialcode.engine import Ground, OneOf, Provision, _, by_table, choose, days_after, one_of, rule, years_after
from socialcode.engine.grounds import NOT_SAID
from socialcode.provisions import conditions as of_people
from socialcode.provisions import retirement

provision = Provision(
    "unemployed_registration",
    _("Registration as unemployed"),
    article="97..100",
    since=datetime.date(2023, 7, 1),
    pays="service",
    summary=_("Opens the way to the job-loss payment, courses and subsidised jobs; the centre helps you find work."),
    where=_("Register on enbek.kz, on egov.kz or at a career centre."),
    events=("work",),
    excludes=(OneOf("age_pension", "99.3(3), 207.3"),),
    ends=(
        Ground(_("you refuse three offers of suitable work, or do not answer an offer in time"), "100.1(1)", NOT_SAID),
        Ground(
            _("you do not come to the job or course offered within five working days of the notice"),
            "100.1(2)",
            NOT_SAID,
        ),
        Ground(_("you do not come to the centre within three working days when it calls you"), "100.1(2)", NOT_SAID),
        Ground(
            _("you leave a course, a subsidised job or other help of the centre on your own"),
            "100.1(3), 111.7",
            NOT_SAID,
        ),
        Ground(_("you miss visits or reports to the centre without a good reason"), "100.1(4)", NOT_SAID),
        Ground(_("a court sends you to prison or to treatment"), "100.1(5)", NOT_SAID),
        Ground(
            _("you find work, open a business, get a pension or move; tell the centre within five working days"),
            "99.4(4), 100.1(6)",
            NOT_SAID,
        ),
        Ground(_("the papers you gave were false"), "100.1(7)", NOT_SAID),
    ),
    assumptions=(
        _("The waiting days are counted from the day after you were taken off the register."),
        _("The earlier pension age of those who lived near the test site needs no question: all of them are past it."),
        _("A mother of five or more is on the register until she is 53 at most, whatever last day is shown."),
        _("What counts as suitable work or as a good reason is decided by the career centre."),
        _("Families of soldiers and of the police are registered by other rules."),
    ),
)

looks = conditions.looks("98.1")
lives_here = of_people.lives_here("98.1")
retires_on = retirement.retires_on("99.3(3), 207.1")


@rule("99.3(1)", _("You are old enough"), otherwise=_("You can register from your 16th birthday on."))
def is_old_enough(on, birth_date, least_age):
    return on >= years_after(birth_date, least_age)


@rule("207.3", _("You have reached the earlier age of mothers of five or more"))
def is_past_mothers_age(on, birth_date, sex, early_pension_ground, retirement_age_mothers_of_five):
    of_age = on >= years_after(birth_date, retirement_age_mothers_of_five)
    return of_age & (sex == "female") & (early_pension_ground == "five_children")


@rule(
    "99.3(3), 207.1, 207.3",
    _("You have not reached the retirement age"),
    otherwise=_("From the retirement age on, you can apply for a pension instead."),
)
def is_below_retirement(on, retires_on, is_past_mothers_age):
    return (on < retires_on) & ~is_past_mothers_age


@rule(
    "97.1, 97.2, 99.3(2)",
    _("You have no work and no business"),
    otherwise=_("You can register once you have no work, no business and no share in a company."),
)
def has_no_work(is_employed):
    return ~is_employed


@rule(
    "99.3(5)",
    _("You do not study while you want a course or a subsidised job"),
    otherwise=_("Pupils and students can take a subsidised job in their free time without registering."),
)
def is_not_studying(studies, wants_active_measures):
    return (studies == "none") | ~wants_active_measures


@rule(
    "99.3(6)",
    _("You serve no sentence of prison or works"),
    otherwise=_("You can register once the sentence is served."),
)
def serves_no_sentence(court_sentence):
    return one_of(court_sentence, "none", "suspended")


@rule("100.2", _("Days to wait after you were taken off the register"), unit="days")
def days_to_wait(deregistration_reason, waiting_days):
    return by_table(deregistration_reason, waiting_days)


@rule("100.2", _("First day on which you can be registered"))
def starts_on(on, days_to_wait, deregistered_on):
    return choose(days_to_wait > 0, days_after(deregistered_on, days_to_wait + 1), on)


@rule(
    "100.2",
    _("The waiting days are over"),
    otherwise=_("You can register again on the day after the waiting days."),
)
def has_waited(on, starts_on):
    return on >= starts_on


@rule("98.1, 99.1", _("You can be registered as unemployed"))
def eligible(
    looks, lives_here, is_old_enough, is_below_retirement, has_no_work, is_not_studying, serves_no_sentence, has_waited
):
    of_right_age = is_old_enough & is_below_retirement
    is_free = has_no_work & is_not_studying & serves_no_sentence
    return looks & lives_here & of_right_age & is_free & has_waited


@rule("99.3(3)", _("Last day before the retirement age"))
def ends_on(retires_on):
    return days_after(retires_on, -1)
