"""Awards in payment, without the claim's way that usually leads to one."""

import datetime
from decimal import Decimal

from django.utils import timezone

from socialcode.awards.models import Award, Term
from socialcode.cases.models import Claim
from socialcode.decisions.models import Approval, Assessment, Decision
from tests.factories import people
from tests.factories.accounts import make_user

SINCE = datetime.date(2026, 9, 1)


def make_iban(serial: int, bank: str = "125") -> str:
    """An account that keeps to the rules of an IBAN and belongs to nobody."""
    account = f"KZT{serial:010d}"
    digits = "".join(str(int(sign, 36)) for sign in f"{bank}{account}KZ00")
    return f"KZ{98 - int(digits) % 97:02d}{bank}{account}"


_serials = iter(range(1, 10_000_000))


def make_award(person=None, amount=Decimal(50_000), since=SINCE, *, withheld=0, provision="large_family", **details):
    """An award that is paid every month to a person's account."""
    person = person or people.make_person()
    by = make_user(f"granter{next(_serials)}@example.org", "Invented Granter")
    told = {"provision": provision, "law_version": "1"}
    claim = Claim.objects.create(person=person, form_version="1", status="withdrawn", closed_at=timezone.now(), **told)
    assessment = Assessment.objects.create(
        claim=claim, on=since, facts={}, outcome="entitled", amount=amount, explanation={}, **told
    )
    decision = Decision.objects.create(
        claim=claim,
        assessment=assessment,
        kind="grant",
        amount=amount,
        in_hand=amount - withheld,
        starts_on=since,
        decided_by=by,
    )
    Approval.objects.create(decision=decision, verdict="agree", by=make_user(f"agrees{decision.pk}@example.org", "A."))
    usual = {"iban": make_iban(next(_serials)), "subject": person, "whom": [f"person:{person.pk}"]}
    award = Award.objects.create(
        decision=decision, provision=provision, person=person, amount=amount, since=since, **(usual | details)
    )
    change_terms(award, since, amount, withheld)
    return award


def change_terms(award, since, gross, withheld=0):
    """Have an award be worth so much a month from a day on, of which something goes into a pension account."""
    before = Term.objects.in_effect().filter(award=award)
    before.filter(since__gte=since).update(replaced_at=timezone.now())
    for term in before.filter(since__lt=since):
        Term.objects.filter(pk=term.pk).update(replaced_at=timezone.now())
        until = since - datetime.timedelta(days=1)
        Term.objects.create(
            award=award,
            decision=term.decision,
            since=term.since,
            until=until,
            gross=term.gross,
            in_hand=term.in_hand,
            withheld=term.withheld,
        )
    rows = [{"kind": "contribution", "amount": str(withheld), "to": "ENPF"}] if withheld else []
    in_hand = gross - withheld
    Term.objects.create(
        award=award,
        decision=award.decision,
        since=since,
        gross=gross,
        in_hand=in_hand,
        withheld=rows,
        until=award.until,
    )
