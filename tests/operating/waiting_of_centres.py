"""What waits for the tasks of career centres, made in any number."""

import datetime

from django.utils import timezone

from employment.advising.models import Call, Referral
from tests.factories import advising, people


def terms_that_passed(request, count):
    """An offer that nobody answered and a call that nobody followed, of people of their own."""
    office = request.getfixturevalue("office")
    ago = timezone.localdate() - datetime.timedelta(days=9)
    for _row in range(count):
        adviser = advising.make_adviser(office)
        registration = advising.make_registration(people.make_person(), office)
        Referral.objects.filter(pk=advising.make_offer(registration, adviser).pk).update(told_on=ago, answer_by=ago)
        other = advising.make_registration(people.make_person(), office)
        given = {"kind": "measure", "about": "To choose a course.", "made_by": adviser}
        Call.objects.create(registration=other, told_on=ago, come_by=ago, **given)


WAITS = {"employment.advising: keep terms": terms_that_passed}
