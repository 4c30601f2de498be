"""The way through the questions."""

import datetime

import pytest

from socialcode.check.events import EVENTS, ready
from socialcode.engine.registry import registry

from .families import DISABLED_CHILD, FAMILY_OF_FIVE_CHILDREN, INSURED_MOTHER, UNINSURED_MOTHER, child


def test_the_start_offers_the_events_that_lead_somewhere(visitor):
    visitor.go("/")
    for event in EVENTS.values():
        assert (f'value="{event.name}"' in visitor.html) == bool(event.provisions)
    assert "Pension age is near" in visitor.html


def test_every_event_a_provision_names_is_known():
    named = {event for provision in registry.provisions.values() for event in provision.events}
    assert named <= EVENTS.keys()


def test_every_provision_can_be_reached(visitor):
    reached = {p.name for event in ready() if event.name != "everything" for p in event.provisions}
    assert reached == registry.provisions.keys()


@pytest.mark.parametrize(
    ("event", "family", "most"),
    [
        ("birth", INSURED_MOTHER, 17),
        ("birth", UNINSURED_MOTHER, 12),
        ("many_children", FAMILY_OF_FIVE_CHILDREN, 6),
        ("disability", DISABLED_CHILD, 13),
    ],
    ids=["insured mother", "uninsured mother", "family of five children", "disabled child"],
)
def test_few_questions_are_asked(visitor, event, family, most, tell):
    visitor.begin(event).walk(family)
    assert visitor.place == "/check/answers/"
    tell(f"{len(visitor.asked):5} questions of {event}")
    assert len(visitor.asked) == len(set(visitor.asked)) <= most


def test_nothing_is_asked_twice_in_another_event(visitor):
    visitor.begin("birth").walk(INSURED_MOTHER)
    asked = {*visitor.asked}
    visitor.asked = []
    visitor.begin("motherhood").walk(INSURED_MOTHER)
    assert asked & {*visitor.asked} <= {"situations"}


def test_a_page_shows_again_what_was_answered(visitor):
    visitor.begin_questions("birth", INSURED_MOTHER)
    visitor.go("/check/questions/about-you/")
    assert [*visitor.fields] == ["birth_date", "sex", "children_under_18"]
    assert '<input class="form-check-input" type="radio" name="sex" value="female"' in visitor.html
    assert 'value="1999"' in visitor.html
    assert visitor.html.count(" checked") == 1


def test_a_changed_answer_hides_what_followed_from_the_old_one(visitor):
    adopted = INSURED_MOTHER | child(child_arrival="adopted", custody_date=datetime.date(2026, 6, 1))
    visitor.begin("birth").walk(adopted)
    assert "When was the child born?" in visitor.html
    assert "June 1, 2026" in visitor.html
    visitor.go("/check/situations/").tick(INSURED_MOTHER).walk(INSURED_MOTHER)
    assert visitor.place == "/check/answers/"
    assert "June 1, 2026" not in visitor.html
    assert "1 June 2026" not in visitor.html


def test_who_has_seen_the_result_comes_back_to_it_after_a_change(visitor):
    visitor.begin("birth").walk(INSURED_MOTHER).result()
    visitor.go("/check/questions/about-the-child/").send(INSURED_MOTHER)
    assert visitor.place == "/check/result/"


def test_another_event_leads_through_its_own_summary(visitor):
    visitor.begin("birth").walk(INSURED_MOTHER).result()
    visitor.begin("motherhood").walk(INSURED_MOTHER)
    assert visitor.place == "/check/answers/"


def test_i_do_not_know_is_an_answer_and_can_be_changed(visitor):
    visitor.begin("birth").walk(dict.fromkeys(INSURED_MOTHER))
    assert visitor.place == "/check/answers/"
    assert "I don’t know" in visitor.html
    assert visitor.result().likely


@pytest.mark.parametrize("name", ["/check/answers/", "/check/result/", "/check/day/", "/check/result.pdf"])
def test_a_page_without_a_check_leads_to_the_start_with_a_sentence(visitor, name):
    visitor.go(name)
    assert visitor.place == "/"
    assert "otherwise please begin again" in visitor.html


def test_erasing_leaves_nothing(visitor):
    visitor.begin("birth").walk(INSURED_MOTHER)
    page = visitor.client.post("/check/erase/", follow=True)
    assert "All your answers are erased" in page.content.decode()
    assert visitor.checks == []


def test_answers_are_not_kept_by_caches(visitor):
    for address in ("/", "/check/answers/", "/check/result/"):
        visitor.begin("birth").walk(INSURED_MOTHER)
        assert "no-store" in visitor.client.get(address).headers["Cache-Control"]


def test_progress_grows_and_never_passes_the_end(visitor):
    visitor.begin_questions("birth", INSURED_MOTHER)
    shares = []
    while visitor.place.startswith("/check/questions/"):
        page = visitor.page.context["page"]
        shares.append(page.done)
        assert page.done < page.total
        visitor.send(INSURED_MOTHER)
    assert shares == sorted(shares)
