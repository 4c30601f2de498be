"""Families in need: who sees them, what is done for them, and what follows a plan."""

import datetime
import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from family_map.models import FamilyLevel, SupportPlan, Visit
from family_map.support import actions, following
from socialcode.accounts.models import Role
from socialcode.audit.kinds import EventKind
from socialcode.audit.models import Event
from socialcode.refusal import NotAllowedError
from socialcode.registers.models import ChangedFamily
from tests.factories import people
from tests.factories.accounts import sign_in
from tests.factories.map_families import make_family_of_two, work_through

pytestmark = pytest.mark.django_db
SAID = "They agreed to register at the centre."


@pytest.fixture
def mother(db):
    return make_family_of_two()


@pytest.fixture
def family(mother):
    found = mother.families.get()
    work_through()
    FamilyLevel.objects.update(level="E", level_at_best="E", level_at_worst="E")
    return found


@pytest.fixture
def officer(client):
    made = people.make_staff(Role.OFFICER, people.make_office())
    sign_in(client, made)
    return made


def test_an_officer_sees_families_of_the_territory_and_is_seen(client, officer, family, mother):
    page = client.get(reverse("family_map:families")).content.decode()
    assert str(mother) in page
    assert Event.objects.filter(kind=EventKind.PEOPLE_LISTED, by_key=str(officer.pk)).count() == 1
    page = client.get(reverse("family_map:family", args=[family.key])).content.decode()
    assert str(mother) in page
    for member in family.members.all():
        assert Event.objects.about(member).filter(kind=EventKind.PERSON_SEEN).count() == 1


def test_an_officer_elsewhere_sees_none(client, family, mother):
    sign_in(client, people.make_staff(Role.OFFICER, people.make_office(people.OTHER_DISTRICT)))
    assert str(mother) not in client.get(reverse("family_map:families")).content.decode()
    assert client.get(reverse("family_map:family", args=[family.key])).status_code == 403
    assert not Event.objects.filter(kind=EventKind.PERSON_SEEN).exists()


def test_nobody_helps_their_own_family(client, family, mother):
    own = people.make_staff(Role.OFFICER, people.make_office(), staff_iin=mother.iin)
    sign_in(client, own)
    assert client.get(reverse("family_map:family", args=[family.key])).status_code == 403


def test_a_plan_from_its_opening_to_the_mobile_group(client, officer, family):
    act = lambda name, **typed: client.post(reverse("family_map:act_on_family", args=[family.key, name]), typed)  # noqa: E731
    assert act("plan").status_code == 302
    plan = SupportPlan.objects.get()
    assert (plan.levels_at_start, plan.office) == ("E", officer.grants[0].office)
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    assert act("step", what="Register as looking for work", who="family", until=tomorrow.isoformat()).status_code == 302
    step = plan.steps.get()
    refused = act("close", result=SAID)
    assert refused.status_code == 422
    assert SAID in refused.content.decode()
    done = client.post(reverse("family_map:finish_step", args=[family.key, step.key]), {"result": SAID})
    assert done.status_code == 302
    ChangedFamily.objects.all().delete()
    assert act("close", result=SAID).status_code == 302
    assert ChangedFamily.objects.get().family_id == family.pk
    following.follow_up()
    assert SupportPlan.objects.count() == 1
    work_through(scope="changes")
    FamilyLevel.objects.update(level="D", level_at_best="D", level_at_worst="D")
    following.follow_up()
    following.follow_up()
    plan.refresh_from_db()
    assert plan.followed_by.of_mobile_group
    assert SupportPlan.objects.open().count() == 1


def test_a_family_that_stands_better_gets_no_second_plan(officer, family):
    plan = actions.open_plan(family=family, by=officer)
    actions.close_plan(plan=plan, result=SAID, by=officer)
    work_through()
    FamilyLevel.objects.update(level="B", level_at_best="B", level_at_worst="B")
    following.follow_up()
    assert not SupportPlan.objects.open().exists()


def test_a_visit_sent_twice_is_kept_once(client, officer, family):
    typed = {"sent_as": str(uuid.uuid4()), "on": timezone.localdate().isoformat(), "note": SAID}
    for _time in range(2):
        assert client.post(reverse("family_map:act_on_family", args=[family.key, "visit"]), typed).status_code == 302
    assert Visit.objects.count() == 1
    assert Event.objects.filter(kind=EventKind.FAMILY_VISITED).count() == 1


@pytest.mark.parametrize("ahead", [1, -366])
def test_a_visit_is_of_a_day_that_was(officer, family, ahead):
    on = timezone.localdate() + datetime.timedelta(days=ahead)
    with pytest.raises(NotAllowedError, match="day"):
        actions.note_visit(family=family, on=on, note=SAID, sent_as=uuid.uuid4(), by=officer)


def test_a_family_has_one_open_plan(officer, family):
    actions.open_plan(family=family, by=officer)
    with pytest.raises(NotAllowedError, match="already"):
        actions.open_plan(family=family, by=officer)
