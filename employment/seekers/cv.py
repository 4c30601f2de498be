"""A CV: what the person wrote, in the words of the page's language. It says nothing of what hinders somebody."""

from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from employment.seekers.models import Profile, Studied, WorkedAs
from employment.trades.classification import trade
from employment.trades.places import place_name
from socialcode.engine.days import full_years
from socialcode.people.models import Person
from socialcode.templatetags.portal import day, money


@dataclass(frozen=True)
class Cv:
    """`trades` are names with years in words; `facts` pairs of a label and what is said; lines the newest first."""

    person: Person
    profile: Profile | None
    trades: list[str] = field(default_factory=list)
    facts: list[tuple[str, str]] = field(default_factory=list)
    jobs: list[WorkedAs] = field(default_factory=list)
    studies: list[Studied] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not (self.trades or self.jobs or self.studies)


def cv_of(person: Person) -> Cv:
    """The CV of a person. Four queries at most."""
    profile = getattr(person, "profile", None)
    if profile is None:
        return Cv(person, None)
    trades = [_with_years(row.trade, row.years) for row in profile.trades.all()]
    return Cv(person, profile, trades, _facts(person, profile), list(profile.jobs.all()), list(profile.studies.all()))


def document(cv: Cv) -> dict:
    """What stands on paper, all as text."""
    about = cv.profile.about if cv.profile else ""
    return {
        "language": get_language(),
        "title": _("Curriculum vitae"),
        "name": cv.person.full_name,
        "contact": " · ".join(filter(None, (cv.person.phone, cv.person.email))),
        "trades": cv.trades,
        "facts": [list(pair) for pair in cv.facts],
        "about": about,
        "jobs_title": _("Work"),
        "jobs": [{"what": job.post, "where": job.employer, "when": _between(job), "text": job.did} for job in cv.jobs],
        "studies_title": _("Education"),
        "studies": [
            {"what": one.what, "where": one.where, "when": str(one.year or ""), "text": ""} for one in cv.studies
        ],
        "made": _("Made on %(day)s") % {"day": day(timezone.localdate())},
        "portal": _("Social Code"),
    }


def _with_years(code: str, years: int) -> str:
    known = trade(code)
    name = known.name if known else code
    return _("%(trade)s, years: %(years)s") % {"trade": name, "years": years} if years else name


def _facts(person: Person, profile: Profile) -> list[tuple[str, str]]:
    schedules = dict(Profile._meta.get_field("schedules").base_field.choices)
    languages = dict(Profile._meta.get_field("languages").base_field.choices)
    told = (
        (_("Age"), str(full_years(person.birth_date, timezone.localdate()))),
        (_("Place"), place_name(profile.region, profile.district) if profile.region else ""),
        (_("Education"), profile.get_education_display()),
        (_("Skills"), ", ".join(profile.skills)),
        (_("Languages"), ", ".join(str(languages[code]) for code in profile.languages)),
        (_("Working hours"), ", ".join(str(schedules[name]) for name in profile.schedules)),
        (_("Pay from"), money(profile.least_pay) if profile.least_pay else ""),
        (_("Moving"), _("I would move for work") if profile.will_move else ""),
    )
    return [pair for pair in told if pair[1]]


def _between(job: WorkedAs) -> str:
    return f"{job.since:%m.%Y} – {job.until:%m.%Y}" if job.until else f"{job.since:%m.%Y} –"
