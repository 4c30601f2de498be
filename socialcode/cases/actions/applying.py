"""What a citizen does: begin, answer, send, withdraw."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from socialcode.accounts.models import Office
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import breaks, change
from socialcode.cases import flags, one_right, paper, policies
from socialcode.cases.access import reader_of
from socialcode.cases.assessing import compute, provision_of, region_of, register_facts, rows_of
from socialcode.cases.models import Claim
from socialcode.engine.fingerprint import fingerprint
from socialcode.engine.registry import registry
from socialcode.explaining.described import plain
from socialcode.law.values import values_on
from socialcode.law.working_days import working_days_after
from socialcode.notices.actions import queue_notice
from socialcode.people.access import acting_for
from socialcode.people.models import Consent, Person
from socialcode.registers.known import values_of

from . import together
from .moving import locked, move

FORM_VERSION = "2026-11"
CONSENT_VERSION = "2026-11-22"
CONSENT_PURPOSE = "decide_claim"


@dataclass(frozen=True)
class Wish:
    """What a claim is begun for: a provision for a person (and a child), on a day, with answers given before."""

    provision: str
    person: Person
    subject: Person | None = None
    on: datetime.date | None = None
    answers: Mapping[str, Any] = field(default_factory=dict)

    def claim(self, **more) -> Claim:
        """The claim as it would begin, not stored; `more` are further fields of it."""
        on = self.on or timezone.localdate()
        asked = {"provision": self.provision, "person": self.person, "subject": self.subject, "on": on}
        return Claim(**asked, answers=dict(self.answers), **more)


@change
def begin(*, wish, by):
    """Begin a claim, or give back the open one for the same thing: two tabs get one claim."""
    claim = wish.claim(acting=acting_for(wish.person).filter(representative__iin=by.iin).first())
    policies.check_acts_for(claim, by)
    return begun(claim, by)


@change
def enter_on_paper(*, wish, by):
    """An officer enters a claim that came on paper; it stays marked as such."""
    grant = paper.check_can_enter_on_paper(by)
    claim = wish.claim(is_paper=True, entered_by=by, office=grant.office)
    paper.check_can_enter(claim, by)
    return begun(claim, by)


def begun(claim: Claim, by) -> Claim:
    """Keep a claim as it begins, with what registers say of it; the open one for the same, where there is one."""
    rules = registry.provision(claim.provision)
    rows = rows_of(claim)
    registered = register_facts(claim, rows)
    claim.begun_with = {name: plain(value) for name, value in values_of(registered).items()}
    claim.answered_on = dict.fromkeys(claim.answers, claim.on.isoformat())
    claim.law_version = fingerprint(rules, claim.on, values_on(claim.on, region_of(claim.person, rows)))
    claim.form_version = FORM_VERSION
    one_right.name_keys(claim)
    if open_claims_like(claim).exists():
        return open_claims_like(claim).get()
    one_right.check_not_granted(claim, compute(claim, rows).explanation)
    try:
        with transaction.atomic():
            claim.save()
    except IntegrityError as error:
        if not breaks(error, "one_open_claim_of_a_kind"):
            raise
        return open_claims_like(claim).get()
    right = {"acting": claim.acting.kind} if claim.acting else {}
    record(EventKind.CLAIM_BEGUN, on=claim, by=by, provision=claim.provision, paper=claim.is_paper, **right)
    return claim


def open_claims_like(claim: Claim):
    """The open claim of the same person for the same thing, if there is one."""
    asked = {"person": claim.person, "subject": claim.subject, "named": claim.named}
    return Claim.objects.open().filter(provision=claim.provision, **asked)


@change
def answer(*, claim, answers, by):
    """Keep answers (fact name to value for JSON; None takes one back)."""
    claim = locked(claim)
    policies.check_can_change_answers(claim, by)
    together.note(claim, answers)
    together.answer(claim, answers)
    return claim


@change
def set_account(*, claim, iban, by, reason=""):
    """Keep where the money should go. Of a paper claim `reason` is how one knows that the account is the person's."""
    claim = locked(claim)
    policies.check_can_change_answers(claim, by)
    claim.iban, claim.account_reason = iban, reason.strip() if claim.is_paper else ""
    claim.save(update_fields=["iban", "account_reason"])
    together.unsent(claim).update(iban=iban)
    return claim


@change
def consent(*, claim, by, language):
    """Keep that the person lets us look into the registers for this claim; given once."""
    claim = locked(claim)
    policies.check_acts_for(claim, by)
    given = claim.consents.filter(text_version=CONSENT_VERSION).first()
    if given:
        return given
    given = Consent.objects.create(
        claim=claim,
        person=claim.person,
        purpose=CONSENT_PURPOSE,
        scope=sorted(fact.name for fact in provision_of(claim).facts.values()),
        text_version=CONSENT_VERSION,
        language=language,
        is_paper=claim.is_paper,
    )
    record(EventKind.CONSENT_GIVEN, on=claim, by=by, purpose=given.purpose, version=given.text_version)
    for other in together.unsent(claim):
        consent(claim=other, by=by, language=language)
    return given


@change
def submit(*, claim, by, office=None, seen=None):
    """Send the claim to the office of the person's address, or to the one chosen where no register knows an address.

    The right is asked about for the day of sending. `seen` is the stamp of the outcome that the person was shown:
    another one than today's is shown first. None where nobody looks at a page. Claims that were begun together with
    it are sent with it: all of them, or none.
    """
    claim = locked(claim)
    policies.check_acts_for(claim, by)
    one_right.settle(claim, *together.unsent(claim))
    send(claim=claim, by=by, office=office, seen=seen)
    queue_notice("claim_received", to=reader_of(claim), about=claim, claim=claim)
    together.send_rest(claim=claim, send=partial(submit, by=by))
    return claim


@change
def send(*, claim: Claim, by, office: Office | None = None, seen: str | None = None) -> None:
    """Send a claim that is locked and settled for its day, once it is complete."""
    policies.check_move(claim, Claim.Status.SUBMITTED)
    policies.check_named(claim)
    rows = rows_of(claim)
    computed = compute(claim, rows)
    one_right.check_not_granted(claim, computed.explanation)
    policies.check_seen(computed, seen)
    policies.check_complete(claim, computed.explanation)
    now = timezone.now()
    move(
        claim,
        Claim.Status.SUBMITTED,
        number=next_number(now.year),
        submitted_at=now,
        on=claim.on,
        expected=computed.explanation.amount,
        law_version=computed.law_version,
        office=claim.office or office_for(claim) or policies.check_office(office),
        due_on=working_days_after(timezone.localdate(now), days_to_decide(claim)),
    )
    flags.raise_for(claim, rows)
    record(EventKind.CLAIM_SUBMITTED, on=claim, by=by, office=claim.office.code, due_on=claim.due_on)


@change
def withdraw(*, claim, by, reason=""):
    """End a claim as the person wishes; what the office waited for is awaited no longer."""
    claim = locked(claim)
    policies.check_can_withdraw(claim, by)
    move(claim, Claim.Status.WITHDRAWN)
    claim.information_requests.filter(closed_at=None).update(closed_at=claim.closed_at)
    claim.hearings.filter(closed_at=None).update(closed_at=claim.closed_at)
    record(EventKind.CLAIM_WITHDRAWN, on=claim, by=by, reason=reason.strip())
    return claim


def days_to_decide(claim: Claim) -> int:
    """Working days the office has: the provision's own term, else the general one."""
    values = values_on(claim.on)
    own = provision_of(claim).days_to_decide(values)
    return int(own.value if own else values.value("general_days_to_decide"))


def office_for(claim: Claim) -> Office | None:
    """The office of whom the claim is for."""
    return office_of(claim.person, claim.on)


def office_of(person: Person, on: datetime.date) -> Office | None:
    """The district's career centre of the person's address, else the region's centre."""
    address = person.address_rows.in_force(on).order_by("-since").first()
    if address is None:
        return None
    return (
        Office.objects.filter(region=address.region, district__in=(address.district, "")).order_by("-district").first()
    )


def next_number(year: int) -> str:
    """The number of the next claim of a year."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('cases_claim_number')")
        return f"{year}-{cursor.fetchone()[0]:07d}"
