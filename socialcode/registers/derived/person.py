"""Who somebody is, where they live, what they study, and which disability is recognised."""

from socialcode.engine import _, choose, first_known, full_years, one_of
from socialcode.engine.derived import derive, newest_receipt, of_latest, said, some, step, where

from .periods import in_force, newest

STUDENT_FROM, STUDENT_UNTIL = 18, 23


@derive(sentence=_("So it stands in the register."))
def birth_date(birth_date, population):
    return said(birth_date, population)


@derive(sentence=_("So it stands in the register."))
def sex(sex, population):
    return said(sex, population)


@derive()
def legal_status(legal_status, population):
    """A refugee or a foreigner may be one of several in the law's sense: the register does not say which."""
    return said(choose(one_of(legal_status, "citizen", "kandas"), legal_status, None), population)


@step()
def age(birth_date, on):
    return full_years(birth_date, on)


@step()
def homes(addresses, on):
    return in_force(addresses, on)


@step()
def home(homes):
    return newest(homes)


@step()
def home_region(home):
    return of_latest(home.region, home.since)


@step()
def home_district(home):
    return of_latest(home.district, home.since)


@step()
def home_is_rural(home):
    return of_latest(home.is_rural, home.since)


@derive(sentence=_("Who is registered at an address lives here."))
def lives_in_kazakhstan(home):
    return said(True, home)


@derive(sentence=_("That of the newest address."))
def region(home, home_region):
    return said(home_region, home)


@step()
def studies_now(studies, on):
    return in_force(studies, on)


@step()
def learns(studies_now):
    return some(studies_now)


@step()
def learns_full_time(studies_now):
    return some(where(studies_now, studies_now.is_full_time))


@step()
def study_receipt(studies_now):
    return newest_receipt(studies_now)


@step()
def may_be_a_student(age):
    return (age >= STUDENT_FROM) & (age < STUDENT_UNTIL)


@step()
def is_a_student(may_be_a_student, learns_full_time):
    """Somebody of 18 to 22 in full-time study."""
    return may_be_a_student & learns_full_time


@step()
def disabilities_now(disabilities, on):
    return in_force(disabilities, on)


@step()
def disability(disabilities_now):
    return newest(disabilities_now)


@step()
def is_disabled(disabilities_now):
    return some(disabilities_now)


@step()
def disability_receipt(disabilities_now):
    return newest_receipt(disabilities_now)


@step()
def children_raised(raised, on):
    """Without those whom the person lost the right to raise."""
    return where(raised, (raised.since <= on) & still_raised(raised, raised.until))


def still_raised(rows, until):
    """Whether a tie did not end before the child was 18, or died."""
    return first_known(until >= rows.grown_on, True)
