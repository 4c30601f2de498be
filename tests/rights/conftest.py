"""Everybody who could want something of a claim, and a claim on its way."""

import datetime
from functools import cached_property
from types import SimpleNamespace

import pytest
from django.utils import timezone

from family_map import actions as running
from family_map.run import planning
from family_map.support import actions as supporting
from socialcode.accounts.actions import changing
from socialcode.accounts.models import Role, RoleGrant
from socialcode.audit.models import Event
from socialcode.cases.actions import absences, applying, deciding, evidence, scanning, working
from socialcode.cases.models import Claim, Flag, News, OfficeText
from socialcode.documents import content, drawing
from socialcode.notices import letters
from socialcode.notices.models import InboxMessage, Notice
from socialcode.oversight import actions as reviewing
from socialcode.people import access
from socialcode.people.models import Family, Membership, Sharing
from socialcode.registers.actions import asking, disputing
from tests import cast
from tests.cases import papers
from tests.factories import people
from tests.factories.accounts import make_administrator
from tests.factories.claims import GRANT
from tests.rights.complaints import Complaints

from .measures import OfMeasures
from .of_advising.world import OfAdvising
from .of_jobs.world import OfJobs
from .of_moves.world import OfMoves
from .of_work.world import OfWork
from .offers import OfOffers
from .payments import OfPayments

DAY = datetime.timedelta(days=1)


class World(Complaints, OfJobs, OfOffers, OfPayments, OfMoves, OfMeasures, OfWork, OfAdvising):
    """The cast, and a claim as far as a test wants it: each step begins where the one before ended."""

    def __init__(self, new_mci):
        self.new_mci = new_mci
        self.mother, self.husband = people.make_person(), people.make_person(sex="male")
        here, elsewhere = people.make_office(), people.make_office(people.OTHER_DISTRICT)
        self.family = family = Family.objects.create()
        for person, kin in ((self.mother, "head"), (self.husband, "spouse")):
            Membership.objects.create(family=family, person=person, kin=kin, since=cast.BORN)
        self.child = people.make_child(self.mother, cast.BORN)
        self.wish = applying.Wish("birth_grant", self.mother, self.child, cast.ON, cast.ANSWERS)
        self.office, self.elsewhere = here, elsewhere
        self.cast = {
            "owner": people.make_account(self.mother),
            "spouse": people.make_account(self.husband),
            "stranger": people.make_account(people.make_person()),
            "officer": people.make_staff(Role.OFFICER, here),
            "colleague": people.make_staff(Role.OFFICER, here),
            "officer elsewhere": people.make_staff(Role.OFFICER, elsewhere),
            "approver": people.make_staff(Role.APPROVER, here),
            "approver elsewhere": people.make_staff(Role.APPROVER, elsewhere),
            "head": people.make_staff(Role.HEAD, here),
            "auditor": people.make_staff(Role.AUDITOR),
            "ministry": people.make_staff(Role.MINISTRY),
            "payer": people.make_staff(Role.PAYER),
            "adviser": people.make_staff(Role.ADVISER, here),
            "mobile group": people.make_staff(Role.MOBILE_GROUP, here),
            "mobility centre": people.make_staff(Role.MOBILITY_CENTRE, people.make_office("")),
            "administrator": make_administrator(),
            "representative": self.make_representative(),
        }
        self.by = SimpleNamespace(**{name.replace(" ", "_"): user for name, user in self.cast.items()})

    @cached_property
    def plan(self):
        return supporting.open_plan(family=self.family, by=self.by.officer)

    @cached_property
    def plan_step(self):
        given = {"what": "Find a nursery", "who": "officer", "until": timezone.localdate() + DAY}
        return supporting.add_step(plan=self.plan, by=self.by.officer, **given)

    @cached_property
    def run(self):
        return running.start_run(by=self.by.administrator)

    @cached_property
    def failed_run(self):
        planning.cut_once(self.run)
        self.run.slices.update(failures=1, failure="a reason")
        return self.run

    @cached_property
    def wish_for_ward(self):
        return applying.Wish("disability_state", people.make_ward(self.mother), on=cast.ON)

    @cached_property
    def draft_for_ward(self):
        return applying.begin(wish=self.wish_for_ward, by=self.by.owner)

    @cached_property
    def submitted_for_ward(self):
        claim, by = self.draft_for_ward, self.by.owner
        applying.answer(claim=claim, answers={"person_has_disability": False}, by=by)
        applying.set_account(claim=claim, iban=cast.IBAN, by=by)
        applying.consent(claim=claim, by=by, language="en")
        return applying.submit(claim=claim, by=by)

    @cached_property
    def draft(self):
        claim = applying.begin(wish=self.wish, by=self.by.owner)
        applying.set_account(claim=claim, iban=cast.IBAN, by=self.by.owner)
        return claim

    @cached_property
    def ready(self):
        applying.consent(claim=self.draft, by=self.by.owner, language="en")
        return self.draft

    @cached_property
    def submitted(self):
        return applying.submit(claim=self.ready, by=self.by.owner)

    @cached_property
    def taken(self):
        return working.take(claim=self.submitted, by=self.by.officer)

    @cached_property
    def absence(self):
        return absences.name_stand_in(**self.away, by=self.by.head)

    @property
    def away(self):
        today = timezone.localdate()
        people_away = {"user": self.by.officer, "stand_in": self.by.colleague}
        return {"office": self.office, "since": today, "until": today, **people_away}

    @cached_property
    def text(self):
        words = {"purpose": "ask", "name": "A paper", "kk": "Құжат керек.", "ru": "Нужен документ."}
        return OfficeText.objects.create(office=self.office, changed_by=self.by.officer, **words)

    @cached_property
    def news(self):
        return News.objects.create(claim=self.taken, kind=News.Kind.MESSAGE, to=self.by.officer)

    @cached_property
    def flag(self):
        return Flag.objects.create(claim=self.taken, kind="much_property", details={"kinds": ["flat"]})

    @cached_property
    def information_request(self):
        return working.ask_information(claim=self.taken, text="Please add the certificate.", by=self.by.officer)

    @cached_property
    def hearing(self):
        return working.open_hearing(claim=self.taken, planned="The child lives elsewhere.", by=self.by.officer)

    @cached_property
    def decision(self):
        return deciding.decide(claim=self.taken, ruling=GRANT, by=self.by.officer)

    @cached_property
    def in_effect(self):
        deciding.approve(decision=self.decision, by=self.by.approver)
        return self.decision

    @cached_property
    def yesterday(self):
        return timezone.localdate() - DAY

    @cached_property
    def review(self):
        assert self.in_effect
        Claim.objects.filter(pk=self.taken.pk).update(closed_at=timezone.now() - DAY)
        draw = {"seed": "autumn", "since": self.yesterday, "until": self.yesterday, "size": 5}
        return reviewing.draw_sample(**draw, by=self.by.auditor).reviews.get()

    @cached_property
    def asked(self):
        return reviewing.ask(review=self.review, question="Why was the address not checked?", by=self.by.auditor)

    @cached_property
    def grant(self):
        return RoleGrant.objects.get(user=self.by.colleague)

    @cached_property
    def role_asked(self):
        return changing.ask_role(user=self.by.stranger, role=Role.AUDITOR, by=self.other_administrator)

    @cached_property
    def event(self):
        return Event.objects.about(self.submitted).last()

    @cached_property
    def file(self):
        return content.read("Certificate.pdf", papers.pdf())

    @cached_property
    def paper(self):
        return self._drawn(self.submitted)

    @cached_property
    def draft_paper(self):
        return self._drawn(self.draft)

    def _drawn(self, claim):
        paper = evidence.add(claim=claim, paper=self.file, by=self.by.owner)
        page = drawing.Picture(1, 640, 480, papers.picture())
        scanning.record_drawing(evidence=paper, drawn=drawing.Drawn(1, [page]))
        paper.refresh_from_db()
        return paper

    @cached_property
    def wage(self):
        return people.make_income(self.mother)

    @cached_property
    def dispute(self):
        return disputing.dispute(person=self.mother, row=self.wage, says="It was 300 000 tenge.", by=self.by.owner)

    @cached_property
    def look(self):
        grant = RoleGrant.objects.get(user=self.by.officer)
        access.record_look(self.mother, by=self.by.officer, look=access.Look(grant, "A call about the address"))
        return Event.objects.about(self.mother).last()

    @cached_property
    def question(self):
        return asking.ask(person=self.mother, event=self.look, text="Why did you look at it?", by=self.by.owner)

    @cached_property
    def sharing(self):
        return Sharing.objects.create(owner=self.mother, viewer=self.husband)

    @cached_property
    def letter(self):
        told = Notice.objects.create(to=self.mother, kind="decision_refuse", language="en", subject="It is refused")
        return letters.issue(told, office=self.office, number="2026-1", text="It is refused.")

    @cached_property
    def sms(self):
        return InboxMessage.objects.create(channel="sms", address="+77000000000", text="A code", gateway_key="one")

    @cached_property
    def other_administrator(self):
        return make_administrator("other@example.org", "Other Administrator")


@pytest.fixture
def world(new_mci, settings, tmp_path):
    """A demonstration, so that its phones and mailboxes are there too."""
    settings.DEMO, settings.NOTICE_GATEWAY, settings.EVIDENCE_FOLDER = True, "inbox", tmp_path
    settings.STATEMENT_FOLDER = tmp_path / "statements"
    return World(new_mci)
