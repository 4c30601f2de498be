"""Before a payment ends the person is told why, and asks for it again with what was answered before."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from socialcode.awards.models import Award
from socialcode.cases.models import Claim
from socialcode.notices.models import Notice
from socialcode.refusal import NotAllowedError
from socialcode.renewals import finding
from socialcode.renewals.actions import renew
from socialcode.renewals.models import Renewal
from tests.awards.conftest import granted  # noqa: F401 - a fixture
from tests.awards.test_finding import DISABLED, LARGE
from tests.factories.accounts import sign_in
from tests.factories.people import make_account, make_person

pytestmark = pytest.mark.django_db
SOON = datetime.timedelta(days=10)


@pytest.fixture
def citizen(mother):
    return make_account(mother)


@pytest.fixture
def ending(granted):  # noqa: F811 - the fixture above
    """A payment to a large family that ends in ten days; the answers behind it still hold on the day after."""

    def made(days=SOON):
        found = granted("large_family", **LARGE)
        Award.objects.filter(pk=found.pk).update(until=timezone.localdate() + days)
        found.refresh_from_db()
        return found

    return made


def test_who_receives_it_is_told_once_of_each_last_day(ending, mother):
    award = ending()
    assert finding.remind() == 1
    assert finding.remind() == 0
    told = Notice.objects.get(kind="award_ends", to=mother)
    assert told.link == reverse("renewals:renew", args=[award.key])

    Award.objects.update(until=award.until + datetime.timedelta(days=1))
    assert finding.remind() == 1


def test_what_is_far_off_or_has_no_end_is_not_told(ending):
    ending(days=datetime.timedelta(days=31))
    assert finding.remind() == 0
    Award.objects.update(until=None)
    assert finding.remind() == 0


def test_what_the_law_makes_of_the_day_after_is_said(ending):
    award = ending()
    assert finding.look_at_end(key=award.pk).prospect == Renewal.Prospect.AGAIN


def test_a_condition_that_is_not_met_any_more_is_named(granted):  # noqa: F811 - the fixture above
    last = timezone.localdate() + SOON
    term = {"disability_is_permanent": False, "recognised_until": last.isoformat()}
    award = granted("disability_state", **(DISABLED | term))
    Award.objects.filter(pk=award.pk).update(until=last)
    found = finding.look_at_end(key=award.pk)
    assert found.prospect == Renewal.Prospect.OVER
    award.refresh_from_db()
    found.award = award
    [(sentence, article), *_more] = finding.sentences_of(found, finding.provision_of(award))
    assert sentence
    assert article


def test_the_claim_begins_on_the_day_after_with_the_answers(ending, citizen):
    award = ending()
    finding.remind()
    claim = renew(award=award, by=citizen)
    assert claim.on == award.until + datetime.timedelta(days=1)
    assert claim.answers["children_under_18"] == 4
    assert renew(award=award, by=citizen) == claim
    assert Renewal.objects.get().claim == claim


def test_too_early_is_said_with_the_day(ending, citizen):
    with pytest.raises(NotAllowedError):
        renew(award=ending(days=datetime.timedelta(days=90)), by=citizen)


def test_nobody_else_asks_for_it(ending):
    with pytest.raises((NotAllowedError, PermissionDenied)):
        renew(award=ending(), by=make_account(make_person()))


def test_the_page_leads_to_the_claim(client, ending, citizen):
    award = ending()
    sign_in(client, citizen)
    page = reverse("renewals:renew", args=[award.key])
    assert client.get(page).context["objection"] == ""
    answer = client.post(page)
    assert answer.url == reverse("cases:continue", args=[Claim.objects.latest("pk").key])
