"""No constraint of any table reaches a person as an error of the server."""

import inspect

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.db.models import CheckConstraint, UniqueConstraint
from django.urls import reverse
from django.utils import timezone, translation

from socialcode.broken_constraint import change, has_sentence
from socialcode.cases.actions import applying
from socialcode.cases.models import Claim
from socialcode.refusal import NotAllowedError
from tests.factories import people
from tests.rights.test_actions import every_action

# Rooms in which a person's act may break a constraint: each says in a sentence of its own what it is about.
TOLD = (
    "cases",
    "awards",
    "decisions",
    "documents",
    "oversight",
    "payments",
    "appeals",
    "renewals",
    "employers",
    "vacancies",
    "mobility",
    "platform_work",
    "resettlement",
    "signing",
    "advising",
)
EVERY = [(model, constraint) for model in apps.get_models() for constraint in model._meta.constraints]
CONSTRAINTS = [(model, constraint) for model, constraint in EVERY if model._meta.app_label in TOLD]
BREAK = "DO $$ BEGIN RAISE 'broken' USING ERRCODE = '{kind}', CONSTRAINT = '{name}'; END $$"
NAMES = [constraint.name for _model, constraint in CONSTRAINTS]
EVERY_NAME = [constraint.name for _model, constraint in EVERY]


def is_by_name(action):
    """Whether it is an act of its own: its person is given by name; a part of another act may take them by place."""
    return inspect.signature(action).parameters["by"].kind is inspect.Parameter.KEYWORD_ONLY


ACTIONS = {name: action for name, action in every_action() if is_by_name(action)}


@pytest.mark.parametrize(("model", "constraint"), CONSTRAINTS, ids=NAMES)
def test_every_constraint_says_in_a_sentence_what_it_is_about(model, constraint):
    assert has_sentence(constraint)
    for language in ("kk", "ru"):
        with translation.override(language):
            said = str(constraint.get_violation_error_message())
        assert constraint.name not in said
        with translation.override("en"):
            assert said != str(constraint.get_violation_error_message()), language


@pytest.mark.django_db
@pytest.mark.parametrize(("model", "constraint"), EVERY, ids=EVERY_NAME)
def test_a_broken_constraint_is_a_refusal_in_its_sentence(model, constraint):
    """PostgreSQL says the name; the sentence is found by it, for whichever kind of constraint.

    One without a sentence is none that an act of a person breaks: then it is said that nothing was changed.
    """

    @change
    def breaking():
        kind = "unique_violation" if isinstance(constraint, UniqueConstraint) else "check_violation"
        kind = kind if isinstance(constraint, UniqueConstraint | CheckConstraint) else "exclusion_violation"
        with connection.cursor() as cursor:
            cursor.execute(BREAK.format(kind=kind, name=constraint.name))

    with pytest.raises(NotAllowedError) as refused:
        breaking()
    own = str(constraint.get_violation_error_message())
    assert (own if has_sentence(constraint) else "nothing was changed") in str(refused.value)


@pytest.mark.django_db
def test_the_database_has_every_constraint():
    """What is tested by name above is really there."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT conname FROM pg_constraint UNION SELECT relname FROM pg_class WHERE relkind = 'i'")
        present = {name for (name,) in cursor.fetchall()}
    assert set(EVERY_NAME) <= present


@pytest.mark.parametrize("name", ACTIONS)
def test_every_action_is_a_change(name):
    """It runs in one transaction and tells a broken constraint as a refusal."""
    assert inspect.unwrap(ACTIONS[name]) is not ACTIONS[name]


@pytest.mark.django_db
def test_a_rule_without_a_sentence_says_that_nothing_was_changed(caplog):
    sent = {"status": "withdrawn", "closed_at": timezone.now(), "number": "2026-0000001"}

    @change
    def doubled():
        person = people.make_person()
        for provision in ("birth_grant", "large_family"):
            Claim.objects.create(provision=provision, person=person, law_version="1", form_version="1", **sent)

    with pytest.raises(NotAllowedError, match="nothing was changed"):
        doubled()
    assert not Claim.objects.exists()
    assert "without a sentence" in caplog.text


@pytest.mark.django_db
def test_no_other_error_becomes_a_refusal():
    @change
    def stumbles():
        raise ValueError

    with pytest.raises(ValueError), transaction.atomic():
        stumbles()


@pytest.mark.django_db
def test_a_constraint_that_a_page_has_no_place_for_is_a_page_of_its_own(signed_in, citizen, wish, monkeypatch):
    """Somebody else sent the same claim between the look and the change: here always."""

    @change
    def begin(**_given):
        with connection.cursor() as cursor:
            cursor.execute(BREAK.format(kind="unique_violation", name="one_open_claim_of_a_kind"))

    monkeypatch.setattr(applying, "begin", begin)
    posted = {"provision": wish.provision, "subject": str(wish.subject.key)}
    answer = signed_in(citizen).post(reverse("cases:begin"), posted)

    assert answer.status_code == 409
    assert "There is already an open claim for this." in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("too_large", ["SELECT (10 ^ 20)::numeric(14, 2)", "SELECT 40000::smallint"])
def test_what_no_column_holds_is_refused_in_words(too_large):
    @change
    def keep():
        with connection.cursor() as cursor:
            cursor.execute(too_large)

    with translation.override("en"), pytest.raises(NotAllowedError, match="too large"):
        keep()
