"""The packet holds all that a decision was made of, in the claimant's language, and its sums add up."""

import re

import pytest

from socialcode.appeals.actions import filing
from socialcode.appeals.packet.document import packet
from socialcode.audit import chain
from socialcode.audit.models import Event
from socialcode.cases.actions import deciding, working
from socialcode.cases.ruling import Ruling
from tests.factories import people
from tests.factories.claims import GRANT

from .conftest import WHY

pytestmark = pytest.mark.django_db(transaction=True)  # events are linked when they are committed
MORE = Ruling("grant", amount=180_000, override_reason="The register is late by a child.", despite=GRANT.despite)


@pytest.fixture
def granted(submitted, officer, approver):
    """Granted with another amount than was computed, after a message and a note among the staff."""
    claim = working.take_next(by=officer)
    working.write(claim=claim, text="Please come on Monday.", is_internal=False, by=officer)
    working.write(claim=claim, text="Only for colleagues.", is_internal=True, by=officer)
    decision = deciding.decide(claim=claim, ruling=MORE, by=officer)
    deciding.approve(decision=decision, by=approver)
    decision.refresh_from_db()
    return decision


@pytest.fixture
def made(granted, mother):
    mother.language = "en"
    mother.save(update_fields=["language"])
    claim = granted.claim
    claim.refresh_from_db()
    return packet(claim, granted)


def part(made, title):
    return next(each for each in made.parts if each.title == title)


def words(made):
    return repr([each.as_data() for each in made.parts])


def number(text):
    """A sum as it is printed, in tenge."""
    sign = -1 if text.startswith("−") else 1
    return sign * int(re.sub(r"\D", "", text))


def test_the_sums_add_up_to_what_the_person_gets(made, granted):
    sums = [number(value) for _label, value in part(made, "The sums").pairs]
    computed, change, decided = sums[:3]
    assert (computed, decided) == (granted.assessment.amount, granted.amount)
    assert computed + change == decided
    assert decided + sum(sums[3:-1]) == sums[-1] if len(sums) > 3 else True


def test_every_fact_is_there_with_who_says_so(made, granted):
    rows = part(made, "Facts").table.rows
    assert len(rows) == len(granted.assessment.facts)
    assert all(row[2] for row in rows)


def test_the_steps_end_in_what_was_computed(made, granted):
    results = [re.sub(r"\D", "", step.result) for step in part(made, "How it was computed").steps]
    assert any(result.endswith(str(int(granted.assessment.amount))) for result in results)


def test_messages_are_there_and_notes_among_the_staff_are_not(made):
    assert "Please come on Monday." in words(made)
    assert "Only for colleagues." not in words(made)


def test_who_decided_and_who_agreed(made, granted):
    assert granted.decided_by.full_name in words(made)
    assert [row[1] for row in part(made, "Who agreed").table.rows] == [granted.approvals.get().by.full_name]


def test_every_event_has_its_hash(made, granted):
    rows = part(made, "Everything that was done").table.rows
    events = list(Event.objects.about(granted.claim))
    assert [row[4] for row in rows] == [chain.link_of(event).hash for event in events]


def test_the_table_of_contents_counts_every_line(made):
    counted = dict(part(made, "What is in it").table.rows)
    assert counted == {each.title: str(len(each.table.rows)) for each in made.parts[2:] if each.table}


def test_it_is_written_in_the_claimants_language(granted, mother):
    for language, title in (("kk", "Шешім"), ("ru", "Решение")):
        mother.language = language
        mother.save(update_fields=["language"])
        granted.claim.person.refresh_from_db()
        assert part(packet(granted.claim, granted), title)


def test_a_complaint_and_its_answer_are_in_it(granted, mother, citizen):
    filing.file(decision=granted, text=WHY, by=citizen)
    made = packet(granted.claim, granted)
    assert WHY in words(made)


def test_the_person_saves_it_and_it_is_written_down_with_its_fingerprint(granted, signed_in, citizen):
    answer = signed_in(citizen).get(f"/appeals/decision/{granted.key}/packet/")
    assert answer.content.startswith(b"%PDF")
    event = Event.objects.get(kind="packet_made")
    assert (event.by_key, len(event.details["sha256"])) == (str(citizen.pk), 64)


def test_each_copy_for_the_staff_is_a_look_of_its_own(granted, signed_in, officer, mother):
    desk = signed_in(officer)
    for _each in range(2):
        assert desk.get(f"/appeals/decision/{granted.key}/packet/").status_code == 200
    looks = Event.objects.filter(kind="person_seen", on_key=str(mother.pk))
    assert looks.filter(details__purpose="A copy of all papers of a decision").count() == 2


def test_strangers_get_none(granted, signed_in, auditor):
    stranger = people.make_account(people.make_person())
    assert signed_in(stranger).get(f"/appeals/decision/{granted.key}/packet/").status_code == 403
    assert signed_in(auditor).get(f"/appeals/decision/{granted.key}/packet/").status_code == 200
