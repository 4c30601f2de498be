"""A filled database as it stood before decisions, awards, papers, checks and consents got rooms, brought forward."""

import datetime
import uuid
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from socialcode.audit import chain
from socialcode.audit.models import Event
from socialcode.awards.models import Award, Term
from socialcode.cases.models import Claim, Evidence
from socialcode.decisions.models import Appeal, Approval, Assessment, Decision
from socialcode.oversight.models import Review, Sample
from socialcode.people.models import Consent
from tests.database import database_of_its_own
from tests.factories.people import make_iin

BEFORE = [
    ("cases", "0006_who_acts_for_the_person"),
    ("audit", "0004_search_and_chain_checks"),
    ("notices", "0002_delivery_letters_and_wrong_codes"),
]
ALL = "SELECT * FROM {}"
DAY, LATER = datetime.date(2026, 4, 1), datetime.date(2026, 8, 1)
TABLES = {
    "cases_assessment": Assessment,
    "cases_decision": Decision,
    "cases_approval": Approval,
    "cases_award": Award,
    "cases_sample": Sample,
    "cases_review": Review,
    "cases_evidence": Evidence,
    "cases_claim": Claim,
    "cases_consent": Consent,
    "audit_event": Event,
}
# provision, who asks, for whom, from, until: as the portal stored them
AWARDS = (
    ("birth_grant", "mother", "child", DAY, None),
    ("maternity", "mother", "mother", DAY, LATER),
    ("burial", "father", "father", DAY, None),
    ("childcare_state", "mother", "child", DAY, LATER),
    ("age_pension", "stranger", "stranger", DAY, None),
    ("large_family", "mother", "mother", DAY, None),
    ("large_family", "father", "father", LATER, None),
    ("targeted_assistance", "stranger", "stranger", DAY, LATER),
)


@pytest.fixture(scope="module")
def before(django_db_setup, django_db_blocker):
    """The filled database, already brought forward, and what its tables held."""
    with django_db_blocker.unblock(), database_of_its_own("before"):
        executor = MigrationExecutor(connection)
        executor.migrate(BEFORE)
        fill(executor.loader.project_state(BEFORE).apps)
        held = {table: rows(table) for table in TABLES}
        call_command("migrate", verbosity=0, interactive=False)
        yield held


@pytest.fixture(autouse=True)
def _undone(before, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


def rows(table) -> dict[int, dict]:
    with connection.cursor() as cursor:
        cursor.execute(ALL.format(table))
        names = [column.name for column in cursor.description]
        return {row["id"]: row for row in (dict(zip(names, values, strict=True)) for values in cursor.fetchall())}


def fill(apps):
    """By the models of that day: a family, claims granted to its members, papers, a draw with a check, and events."""
    model = apps.get_model
    cast = make_cast(model)
    for serial, award in enumerate(AWARDS, start=1):
        make_award(model, cast, serial, award)
    claim, decision = (
        model("cases", "Claim").objects.get(number="2026-0000001"),
        model("cases", "Decision").objects.first(),
    )
    for name, scan, removed_at in (("a.jpg", "clean", None), ("b.pdf", "infected", timezone.now())):
        details = {"content_type": "image/jpeg", "size": 9, "sha256": name * 8, "added_by": cast.officer}
        model("cases", "Evidence").objects.create(claim=claim, name=name, scan=scan, removed_at=removed_at, **details)
    consent = {"purpose": "claim", "scope": ["birth_date"], "text_version": "2026-11", "language": "kk"}
    model("cases", "Consent").objects.create(claim=claim, person=claim.person, **consent)
    sample = model("cases", "Sample").objects.create(seed="autumn", since=DAY, until=LATER, size=1)
    model("cases", "Review").objects.create(sample=sample, decision=decision)
    happened = {"on_text": "it", "by_key": str(cast.officer.pk), "by_text": "Officer", "details": {}}
    for kind, on_type in (
        ("award_made", "cases.award"),
        ("sample_drawn", "cases.sample"),
        ("claim_taken", "cases.claim"),
    ):
        model("audit", "Event").objects.create(kind=kind, on_type=on_type, on_key="1", **happened)


def make_cast(model) -> SimpleNamespace:
    user = model("accounts", "User").objects.create
    office = model("accounts", "Office").objects.create(code="10-3200", region="100000000", district="103200000")
    person = model("people", "Person").objects.create
    usual = {"surname": "Үлгіева", "given_name": "Айгүл", "birth_date": DAY, "sex": "female", "legal_status": "citizen"}
    persons = {name: person(iin=make_iin(), **usual) for name in ("mother", "father", "child", "stranger")}
    family = model("people", "Family").objects.create()
    for name, kin in (("mother", "head"), ("father", "spouse"), ("child", "child")):
        membership = {"family": family, "person": persons[name], "kin": kin, "since": DAY}
        model("people", "Membership").objects.create(**membership)
    staff = {name: user(email=f"{name}@example.org", full_name=name) for name in ("officer", "approver")}
    return SimpleNamespace(**persons, **staff, office=office, family=family)


def make_award(model, cast, serial, award):
    provision, person, subject, since, until = award
    person, subject, now = getattr(cast, person), getattr(cast, subject), timezone.now()
    told = {"provision": provision, "law_version": "1"}
    sent = {
        "submitted_at": now,
        "due_on": LATER,
        "closed_at": now,
        "number": f"2026-{serial:07d}",
        "office": cast.office,
    }
    claim = model("cases", "Claim").objects.create(person=person, status="granted", form_version="1", **sent, **told)
    assessment = model("cases", "Assessment").objects.create(
        claim=claim, on=since, facts={}, outcome="entitled", explanation={}, **told
    )
    decision = model("cases", "Decision").objects.create(
        claim=claim, assessment=assessment, kind="grant", decided_by=cast.officer
    )
    model("cases", "Approval").objects.create(decision=decision, verdict="agree", by=cast.approver)
    days = {"since": since, "until": until, "amount": serial * 1000}
    model("cases", "Award").objects.create(
        decision=decision, provision=provision, person=person, subject=subject, key=uuid.UUID(int=serial), **days
    )


@pytest.mark.parametrize("table", TABLES)
def test_no_row_and_no_value_is_lost(before, table):
    now = rows(table)
    assert now.keys() == before[table].keys()
    changed = {"family_id", "subject_id", "until"} if table == "cases_award" else set()
    for key, row in before[table].items():
        kept = row.keys() & now[key].keys() - changed
        assert {name: now[key][name] for name in kept} == {name: row[name] for name in kept}
    assert TABLES[table].objects.count() == len(now) > 0
    assert all(str(row) for row in TABLES[table].objects.all())


def test_every_paper_names_its_document(before):
    papers = Evidence.objects.select_related("document").in_bulk()
    for key, row in before["cases_evidence"].items():
        document = papers[key].document
        kept = (document.key, document.name, document.content_type, document.size, document.scan)
        assert kept == tuple(row[name] for name in ("key", "name", "content_type", "size", "scan"))
    assert Evidence.objects.present().count() == 1


@pytest.mark.parametrize(
    ("provision", "unit", "pays", "until"),
    [
        ("birth_grant", "child", "once", DAY),
        ("maternity", "person", "once", DAY),
        ("burial", "claim", "once", DAY),
        ("childcare_state", "child", "monthly", LATER),
        ("age_pension", "person", "monthly", None),
        ("targeted_assistance", "family", "monthly", LATER),
    ],
)
def test_an_award_says_what_it_is_for_and_how_often(provision, unit, pays, until):
    award = Award.objects.get(provision=provision)
    assert (award.unit, award.pays, award.until) == (unit, pays, until)


def test_an_award_is_its_family_s_and_a_double_stays_with_who_asked():
    first, double = Award.objects.filter(provision="large_family").order_by("pk")
    assert first.family.memberships.count() == 3
    assert first.subject is None
    assert (double.family, double.subject) == (None, double.person)
    alone = Award.objects.get(provision="targeted_assistance")
    assert (alone.family, alone.subject) == (None, alone.person)


def test_events_are_found_and_their_chain_is_whole():
    assert not list(chain.breaks())
    assert Event.objects.about(Award.objects.get(pk=1)).get().kind == "award_made"
    assert Event.objects.about(Sample(pk=1)).get().kind == "sample_drawn"


@pytest.mark.parametrize("table", ["cases_assessment", "cases_decision", "cases_approval", "cases_consent"])
@pytest.mark.parametrize("attempt", ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
def test_rows_are_still_only_added(table, attempt):
    with pytest.raises(IntegrityError, match="only added"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(attempt.format(table))


def test_a_decision_of_before_can_be_complained_of():
    decision = Decision.objects.first()
    appeal = Appeal.objects.create(
        decision=decision, person=decision.claim.person, text="It is too little.", filed_by=decision.decided_by
    )
    assert appeal.decision.subject == decision.claim


def test_every_award_is_worth_what_it_was_granted_with():
    worth = {term.award_id: (term.gross, term.in_hand, term.since, term.until) for term in Term.objects.all()}
    assert worth == {one.pk: (one.amount, one.amount, one.since, one.until) for one in Award.objects.all()}
