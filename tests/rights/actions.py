"""Who may do what. Everybody who is not named is refused, and nothing changes."""

import datetime

from django.utils import timezone

from socialcode.accounts.actions import changing, staff
from socialcode.accounts.models import Role
from socialcode.law import actions as law
from socialcode.law.year.actions import propose_set
from tests.cast import BORN
from tests.factories.accounts import make_user
from tests.factories.claims import GRANT
from tests.factories.granted import january, make_award, make_new_law, make_run
from tests.factories.people import make_iin

from .actions_of_families import FAMILIES
from .actions_of_offers import OFFERS
from .actions_of_payments import PAYMENTS
from .actions_of_signing import SIGNING
from .deed import Deed
from .measures.actions import MEASURES
from .of_advising.actions import ADVISING
from .of_jobs.actions import JOBS
from .of_moves.actions import MOVES
from .of_work.actions import WORK

NEWBORN = {"surname": "Үлгіева", "given_name": "Данияр", "patronymic": "", "birth_date": BORN, "iin": ""}
TODAY = timezone.localdate()
TOMORROW = TODAY + datetime.timedelta(days=1)
REASON = "A reason in a whole sentence."
OFFICERS_HERE = frozenset({"officer", "colleague"})
RESOLVERS = OFFICERS_HERE | {"head"}
OFFICER, OWNER, HEAD = frozenset({"officer"}), frozenset({"owner"}), frozenset({"head"})
APPROVER, AUDITOR, ADMINISTRATOR = frozenset({"approver"}), frozenset({"auditor"}), frozenset({"administrator"})


def _proposed(by: str):
    def made(world):
        who = world.other_administrator if by == "other" else world.cast[by]
        return law.propose(proposal=world.new_mci(), by=who)

    return made


def _approved(world):
    return law.approve(version=_proposed("administrator")(world), by=world.other_administrator)


def _to_withdraw(world):
    return law.ask_withdrawal(version=_approved(world), reason=REASON, by=world.other_administrator)


def _set(world, by=None):
    return propose_set(proposals=[world.new_mci()], by=by or world.other_administrator)


def _since_new_law(world):
    make_new_law(world.by.administrator, world.other_administrator)
    make_award(world.office, world.by.officer)
    return {"since": january()}


def _role_asked(world, by=None):
    return changing.ask_role(user=world.by.stranger, role=Role.AUDITOR, by=by or world.other_administrator)


def _closed(world):
    return staff.close(user=world.by.colleague, reason=REASON, by=world.other_administrator)


def _a_claim_waits(world):
    assert world.submitted.assigned_to is None
    return {}


DEEDS = {
    "awards.actions.recovering.plan_recovery": Deed(
        OFFICERS_HERE, lambda world: {"overpayment": world.overpaid, "since": TODAY, "asked_on": TODAY}
    ),
    "awards.actions.recovering.start_recovery": Deed(APPROVER, lambda world: {"recovery": world.recovery}),
    "awards.actions.recovering.return_recovery": Deed(
        APPROVER, lambda world: {"recovery": world.recovery, "reason": REASON}
    ),
    "awards.actions.recovering.ask_to_keep": Deed(OWNER, lambda world: {"overpayment": world.overpaid}),
    "awards.actions.recovering.end_recovery": Deed(
        OFFICERS_HERE, lambda world: {"recovery": world.running_recovery, "reason": REASON}
    ),
    "awards.actions.recovering.paid_back": Deed(
        OFFICERS_HERE, lambda world: {"overpayment": world.overpaid, "amount": 100, "day": TODAY}
    ),
    "awards.actions.reporting.report": Deed(
        OWNER | OFFICERS_HERE,
        lambda world: {"award": world.award, "told": {"kind": "other", "happened_on": TODAY, "text": REASON}},
    ),
    "awards.actions.reporting.put_aside": Deed(
        OFFICERS_HERE, lambda world: {"news": world.award_news, "reason": REASON}
    ),
    "awards.actions.changing.propose": Deed(
        OFFICERS_HERE, lambda world: {"award": world.award, "proposal": world.proposal}
    ),
    "awards.actions.changing.approve": Deed(APPROVER, lambda world: {"change": world.award_change}),
    "awards.actions.changing.send_back": Deed(APPROVER, lambda world: {"change": world.award_change, "reason": REASON}),
    "awards.actions.changing.recall": Deed(OFFICER, lambda world: {"change": world.award_change, "reason": REASON}),
    "renewals.actions.renew": Deed(OWNER, lambda world: {"award": world.ending_award}),
    "cases.actions.applying.begin": Deed(OWNER, lambda world: {"wish": world.wish}),
    "cases.actions.applying.begin (for a ward)": Deed(OWNER, lambda world: {"wish": world.wish_for_ward}),
    "cases.actions.applying.consent (for a ward)": Deed(
        OWNER, lambda world: {"claim": world.draft_for_ward, "language": "en"}
    ),
    "cases.actions.applying.withdraw (for a ward)": Deed(
        OWNER | OFFICERS_HERE, lambda world: {"claim": world.submitted_for_ward}
    ),
    "cases.actions.working.take (for a ward)": Deed(OFFICERS_HERE, lambda world: {"claim": world.submitted_for_ward}),
    "cases.actions.applying.enter_on_paper": Deed(
        OFFICERS_HERE | HEAD | {"officer elsewhere"}, lambda world: {"wish": world.wish}
    ),
    "cases.actions.applying.answer": Deed(OWNER, lambda world: {"claim": world.draft, "answers": {"birth_order": 2}}),
    "cases.actions.naming.name_somebody": Deed(OWNER, lambda world: {"claim": world.draft, "given": NEWBORN}),
    "cases.actions.applying.set_account": Deed(
        OWNER, lambda world: {"claim": world.draft, "iban": "KZ86125KZT5004100100"}
    ),
    "cases.actions.applying.consent": Deed(OWNER, lambda world: {"claim": world.draft, "language": "en"}),
    "cases.actions.applying.submit": Deed(OWNER, lambda world: {"claim": world.ready}),
    "cases.actions.applying.withdraw": Deed(OWNER | OFFICERS_HERE, lambda world: {"claim": world.submitted}),
    "cases.actions.evidence.add": Deed(
        OWNER | OFFICERS_HERE, lambda world: {"claim": world.submitted, "paper": world.file}
    ),
    "cases.actions.evidence.remove": Deed(OWNER | OFFICERS_HERE, lambda world: {"evidence": world.paper}),
    "cases.actions.working.take_next": Deed(OFFICERS_HERE, _a_claim_waits),
    "cases.actions.working.take": Deed(OFFICERS_HERE, lambda world: {"claim": world.submitted}),
    "cases.actions.working.assign": Deed(HEAD, lambda world: {"claim": world.taken, "to": world.by.colleague}),
    "cases.actions.working.transfer": Deed(
        OFFICER | HEAD, lambda world: {"claim": world.taken, "office": world.elsewhere, "reason": REASON}
    ),
    "cases.actions.working.write (to the person)": Deed(
        OFFICER | OWNER, lambda world: {"claim": world.taken, "text": REASON, "is_internal": False}
    ),
    "cases.actions.working.write (among the staff)": Deed(
        OFFICERS_HERE | APPROVER | HEAD, lambda world: {"claim": world.taken, "text": REASON, "is_internal": True}
    ),
    "cases.actions.working.mark": Deed(
        OFFICER, lambda world: {"claim": world.taken, "section": "person", "is_in_order": True}
    ),
    "cases.actions.working.clear_flag": Deed(OFFICER, lambda world: {"flag": world.flag, "reason": REASON}),
    "cases.actions.working.ask_information": Deed(OFFICER, lambda world: {"claim": world.taken, "text": REASON}),
    "cases.actions.working.answer_information": Deed(
        OWNER | OFFICERS_HERE, lambda world: {"information_request": world.information_request, "answer": REASON}
    ),
    "cases.actions.working.open_hearing": Deed(OFFICER, lambda world: {"claim": world.taken, "planned": REASON}),
    "cases.actions.working.answer_hearing": Deed(
        OWNER | OFFICERS_HERE, lambda world: {"hearing": world.hearing, "objection": REASON}
    ),
    "cases.actions.at_counter.answer": Deed(
        OWNER | OFFICERS_HERE, lambda world: {"claim": world.information_request.claim, "text": REASON}
    ),
    "cases.actions.at_counter.object_to": Deed(
        OWNER | OFFICERS_HERE, lambda world: {"claim": world.hearing.claim, "text": REASON}
    ),
    "cases.actions.at_counter.withdraw": Deed(
        OWNER | OFFICERS_HERE, lambda world: {"claim": world.submitted, "text": REASON}
    ),
    "cases.actions.absences.name_stand_in": Deed(HEAD, lambda world: world.away),
    "cases.actions.absences.end_absence": Deed(HEAD, lambda world: {"absence": world.absence}),
    "cases.actions.returning.give_back": Deed(OFFICER, lambda world: {"claim": world.taken, "reason": REASON}),
    "cases.actions.returning.recall": Deed(OFFICER, lambda world: {"claim": world.decision.claim, "reason": REASON}),
    "cases.actions.evidence.add_to_complaint": Deed(
        OWNER | OFFICERS_HERE,
        lambda world: {"claim": world.complaint.claim, "appeal": world.complaint.appeal, "paper": world.file},
    ),
    "appeals.actions.filing.file": Deed(
        OWNER | OFFICERS_HERE, lambda world: {"decision": world.in_effect, "text": REASON}
    ),
    "appeals.actions.filing.add_paper": Deed(
        OWNER | OFFICERS_HERE, lambda world: {"proceeding": world.complaint, "paper": world.file}
    ),
    "appeals.actions.filing.withdraw": Deed(OWNER | OFFICERS_HERE, lambda world: {"proceeding": world.complaint}),
    "appeals.actions.handling.take": Deed(frozenset({"colleague"}), lambda world: {"proceeding": world.complaint}),
    "appeals.actions.handling.assign": Deed(
        HEAD, lambda world: {"proceeding": world.complaint, "to": world.by.colleague}
    ),
    "appeals.actions.handling.send_on": Deed(HEAD, lambda world: {"proceeding": world.complaint, "reason": REASON}),
    "appeals.actions.deciding.decide": Deed(
        frozenset({"colleague"}),
        lambda world: {"proceeding": world.complaint_taken, "kind": "grant", "reason": REASON},
    ),
    "appeals.actions.righting.set_right": Deed(
        frozenset({"colleague"}),
        lambda world: {"proceeding": world.complaint_right, "right": world.right, "reason": REASON},
    ),
    "appeals.actions.deciding.agree": Deed(APPROVER, lambda world: {"proceeding": world.complaint_answered}),
    "appeals.actions.deciding.send_back": Deed(
        APPROVER, lambda world: {"proceeding": world.complaint_answered, "reason": REASON}
    ),
    "cases.actions.deciding.decide": Deed(OFFICER, lambda world: {"claim": world.taken, "ruling": GRANT}),
    "cases.actions.deciding.approve": Deed(APPROVER, lambda world: {"decision": world.decision}),
    "cases.actions.deciding.send_back": Deed(APPROVER, lambda world: {"decision": world.decision, "reason": REASON}),
    "oversight.actions.draw_sample": Deed(
        AUDITOR, lambda world: {"seed": "spring", "since": world.yesterday, "until": world.yesterday, "size": 3}
    ),
    "oversight.actions.ask": Deed(AUDITOR, lambda world: {"review": world.review, "question": REASON}),
    "oversight.actions.answer": Deed(OFFICER | HEAD, lambda world: {"review": world.asked, "answer": REASON}),
    "oversight.actions.conclude": Deed(
        AUDITOR, lambda world: {"review": world.review, "state": "in_order", "conclusion": REASON}
    ),
    "oversight.actions.answer_relook": Deed(
        frozenset({"colleague", "head"}),
        lambda world: {"relook": world.relook, "outcome": "stays", "answer": REASON},
    ),
    "oversight.actions.confirm_relook": Deed(AUDITOR, lambda world: {"relook": world.relook_answered}),
    "oversight.actions.decline_relook": Deed(
        AUDITOR, lambda world: {"relook": world.relook_answered, "reason": REASON}
    ),
    "accounts.actions.changing.ask_role": Deed(
        ADMINISTRATOR, lambda world: {"user": world.by.stranger, "role": Role.AUDITOR}
    ),
    "accounts.actions.changing.ask_anew": Deed(
        ADMINISTRATOR, lambda world: {"user": world.by.colleague, "kind": "password", "reason": REASON}
    ),
    "accounts.actions.changing.agree": Deed(ADMINISTRATOR, lambda world: {"asked": _role_asked(world)}),
    "accounts.actions.changing.decline": Deed(ADMINISTRATOR, lambda world: {"asked": _role_asked(world)}),
    "accounts.actions.changing.take_back": Deed(
        ADMINISTRATOR, lambda world: {"asked": _role_asked(world, by=world.by.administrator)}
    ),
    "accounts.actions.staff.end_role": Deed(ADMINISTRATOR, lambda world: {"grant": world.grant}),
    "accounts.actions.staff.end_sessions": Deed(ADMINISTRATOR, lambda world: {"user": world.by.colleague}),
    "accounts.actions.staff.close": Deed(ADMINISTRATOR, lambda world: {"user": world.by.colleague, "reason": REASON}),
    "accounts.actions.staff.reopen": Deed(ADMINISTRATOR, lambda world: {"user": _closed(world)}),
    "accounts.actions.staff.say_whose": Deed(
        ADMINISTRATOR, lambda world: {"user": make_user("unknown@example.org"), "iin": make_iin()}
    ),
    "accounts.actions.staff.add_staff": Deed(
        ADMINISTRATOR, lambda world: {"email": "new@example.org", "full_name": "New Officer", "iin": make_iin()}
    ),
    "registers.actions.asking.ask": Deed(
        OWNER, lambda world: {"person": world.mother, "event": world.look, "text": REASON}
    ),
    "registers.actions.asking.answer": Deed(AUDITOR, lambda world: {"question": world.question, "text": REASON}),
    "registers.actions.disputing.dispute": Deed(
        OWNER, lambda world: {"person": world.mother, "row": world.wage, "says": REASON}
    ),
    "registers.actions.disputing.confirm": Deed(RESOLVERS, lambda world: {"dispute": world.dispute, "reason": REASON}),
    "registers.actions.disputing.correct": Deed(
        RESOLVERS, lambda world: {"dispute": world.dispute, "values": {"amount": 300_000}, "reason": REASON}
    ),
    "registers.actions.disputing.take_out": Deed(RESOLVERS, lambda world: {"dispute": world.dispute, "reason": REASON}),
    "registers.actions.sharing.share": Deed(OWNER, lambda world: {"owner": world.mother, "viewer": world.husband}),
    "registers.actions.sharing.take_back": Deed(
        OWNER, lambda world: {"owner": world.mother, "viewer_key": world.sharing.viewer.key}
    ),
    "law.actions.propose": Deed(ADMINISTRATOR, lambda world: {"proposal": world.new_mci()}),
    "law.actions.approve": Deed(ADMINISTRATOR, lambda world: {"version": _proposed("other")(world)}),
    "law.actions.send_back": Deed(
        ADMINISTRATOR, lambda world: {"version": _proposed("other")(world), "reason": REASON}
    ),
    "law.actions.take_back": Deed(ADMINISTRATOR, lambda world: {"version": _proposed("administrator")(world)}),
    "law.actions.ask_withdrawal": Deed(ADMINISTRATOR, lambda world: {"version": _approved(world), "reason": REASON}),
    "indexation.actions.start": Deed(ADMINISTRATOR, _since_new_law),
    "indexation.actions.answer": Deed(
        ADMINISTRATOR, lambda world: {"run": make_run(world.other_administrator), "agrees": True}
    ),
    "indexation.actions.cancel": Deed(ADMINISTRATOR, lambda world: {"run": make_run(world.other_administrator)}),
    "law.year.actions.propose_set": Deed(ADMINISTRATOR, lambda world: {"proposals": [world.new_mci()]}),
    "law.year.actions.answer_set": Deed(ADMINISTRATOR, lambda world: {"entered": _set(world), "agrees": True}),
    "law.year.actions.take_back_set": Deed(
        ADMINISTRATOR, lambda world: {"entered": _set(world, by=world.by.administrator)}
    ),
    "law.actions.confirm_withdrawal": Deed(ADMINISTRATOR, lambda world: {"version": _to_withdraw(world)}),
    "law.actions.decline_withdrawal": Deed(ADMINISTRATOR, lambda world: {"version": _to_withdraw(world)}),
}
DEEDS |= FAMILIES | JOBS | MOVES | OFFERS | PAYMENTS | SIGNING | MEASURES | WORK | ADVISING
GUARDED_BY_THEIR_PAGE = {
    "employment.seekers.actions.ending.name_ground",  # a part of a removal, which two persons agreed to
    "employment.advising.actions.removing.end_by_excuse",  # a part of finding the reason of a refusal a good one
    "employment.seekers.actions.restoring.put_back",  # a part of revoking a removal after a complaint
    "awards.actions.undoing.undo",  # a part of taking back a yes to an offer while nothing is paid
    "cases.actions.applying.begun",  # parts of beginning and of sending a claim, also by an answer to an offer
    "cases.actions.applying.send",
    "cases.actions.deciding.take_effect",  # a part of the second person's agreement, and of a decision by the rule
    "awards.actions.recovering.recovered",  # a part of the run that orders payments, which has its own two persons
    "audit.actions.ask_check",  # the room of events stands below the roles; only auditors reach its page
}
