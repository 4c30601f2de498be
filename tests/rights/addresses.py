"""Who may open which address. Everybody who is not named is turned away: asked to sign in, 403 or 404."""

from socialcode.check.links import sealing
from socialcode.check.visit import Visit
from socialcode.law import actions
from socialcode.law.year.actions import propose_set
from tests.factories.granted import make_run

from .addresses_of_rooms import OF_ROOMS
from .award_pages import OF_AWARDS
from .groups import (
    ADMINISTRATOR,
    AUDITOR,
    CAREER_CENTRE,
    CITIZENS,
    EVERYBODY,
    HEAD,
    HERE,
    MINISTRY,
    NOBODY,
    OF_AN_OFFICE,
    OFFICERS,
    OWNER,
    SIGNED_IN,
    STAFF,
    Address,
)


def _version(world) -> dict:
    return {"pk": actions.propose(proposal=world.new_mci(), by=world.other_administrator).pk}


def _set(world) -> dict:
    return {"key": propose_set(proposals=[world.new_mci()], by=world.other_administrator).key}


def _indexation(world) -> dict:
    return {"key": make_run(world.other_administrator).key}


def _law_decision(world) -> dict:
    return {**_version(world), "decision": "approve"}


def _person(world) -> dict:
    return {"key": world.mother.key}


def _family(world) -> dict:
    return {"key": world.family.key}


def _colleague(world) -> dict:
    return {"key": world.by.colleague.key}


def _draft(world) -> dict:
    return {"key": world.draft.key}


def _claim(world) -> dict:
    return {"key": world.submitted.key}


def _paper(world) -> dict:
    return {"key": world.submitted.key, "paper": world.paper.document.key}


def _draft_paper(world) -> dict:
    return {"key": world.draft.key, "paper": world.draft_paper.document.key}


def _year(world) -> dict:
    return {"key": world.mother.key, "kind": "income", "number": world.wage.month.year}


def _row(world) -> dict:
    return {"key": world.mother.key, "kind": "income", "number": world.wage.pk}


def _complaint(world) -> dict:
    return {"key": world.complaint.key}


ADDRESSES = {
    **OF_AWARDS,
    "healthz": Address(EVERYBODY),
    "operating:readyz": Address(EVERYBODY),  # from this machine; tests/operating/test_watchers.py has who else may
    "operating:metrics": Address(EVERYBODY),
    "operating:state": Address(ADMINISTRATOR),
    "registers:deliveries": Address(ADMINISTRATOR),
    "registers:columns": Address(ADMINISTRATOR),
    "family_map:board": Address(MINISTRY),
    "family_map:board_region": Address(MINISTRY, lambda world: {"region": "100000000"}),
    "family_map:open_data": Address(EVERYBODY),
    "family_map:open_data_file": Address(EVERYBODY),
    "gallery": Address(EVERYBODY),
    "drafts:keep": Address(SIGNED_IN, method="post"),
    "drafts:discard": Address(SIGNED_IN, method="post"),
    "choose_theme": Address(EVERYBODY, method="post"),
    "set_language": Address(EVERYBODY, method="post"),
    "check:start": Address(EVERYBODY),
    "check:questions": Address(EVERYBODY, lambda world: {"slug": "about-you"}),
    "check:day": Address(EVERYBODY, method="post"),
    "check:summary": Address(EVERYBODY),
    "check:result": Address(EVERYBODY),
    "check:calculation": Address(EVERYBODY, lambda world: {"provision": "birth_grant", "number": 1}),
    "check:paper": Address(EVERYBODY),
    "check:add_child": Address(EVERYBODY, method="post"),
    "check:received": Address(EVERYBODY, method="post"),
    "check:erase": Address(EVERYBODY, method="post"),
    "check:situations": Address(EVERYBODY),
    "check:what_if": Address(EVERYBODY),
    "check:months": Address(EVERYBODY),
    "check:refused": Address(EVERYBODY),
    "check:months_calendar": Address(EVERYBODY),
    "check:add_event": Address(EVERYBODY),
    "check:link": Address(EVERYBODY),
    "check:kept": Address(EVERYBODY, lambda world: {"word": sealing.make({}, Visit("birth"))}),
    "check:erase_kept": Address(EVERYBODY, lambda world: {"word": "gone-long-ago"}, method="post"),
    "guide:payments": Address(EVERYBODY),
    "guide:payment": Address(EVERYBODY, lambda world: {"name": "birth_grant"}),
    "guide:search": Address(EVERYBODY),
    "guide:aid": Address(EVERYBODY, lambda world: {"name": "inva_taxi"}),
    "guide:other_laws": Address(EVERYBODY),
    "guide:glossary": Address(EVERYBODY),
    "guide:code": Address(EVERYBODY),
    "guide:chapter": Address(EVERYBODY, lambda world: {"number": "9"}),
    "account_login": Address(EVERYBODY),
    "mfa_authenticate": Address(EVERYBODY),
    # where no provider is set up, as here, nobody gets in by one
    "openid_connect_login": Address(NOBODY, lambda world: {"provider_id": "portal"}),
    "openid_connect_callback": Address(NOBODY, lambda world: {"provider_id": "portal"}),
    "sign_in:start": Address(EVERYBODY),
    "sign_in:code": Address(EVERYBODY),
    "sign_in:send_again": Address(EVERYBODY, method="post"),
    "accounts:time_left": Address(SIGNED_IN),
    "accounts:security": Address(SIGNED_IN),
    "accounts:set_up_second_factor": Address(STAFF),
    "accounts:recovery_codes": Address(SIGNED_IN),
    "accounts:change_password": Address(SIGNED_IN),
    "accounts:sign_out_elsewhere": Address(SIGNED_IN, method="post"),
    "accounts:people": Address(ADMINISTRATOR),
    "accounts:add_staff": Address(ADMINISTRATOR),
    "accounts:sign_out_citizen": Address(ADMINISTRATOR, method="post"),
    "accounts:person": Address(ADMINISTRATOR, _colleague),
    "accounts:act_on_account": Address(
        ADMINISTRATOR, lambda world: _colleague(world) | {"name": "end-sessions"}, "post"
    ),
    "accounts:answer_change": Address(
        ADMINISTRATOR, lambda world: {"key": world.role_asked.key, "name": "agree"}, "post"
    ),
    "accounts:choose_password": Address(EVERYBODY, lambda world: {"token": "no-such-token"}),
    "accounts:end_role": Address(ADMINISTRATOR, lambda world: _colleague(world) | {"grant": world.grant.pk}, "post"),
    "appeals:mine": Address(SIGNED_IN),
    "appeals:begin": Address(OWNER, lambda world: {"key": world.in_effect.key}),
    "appeals:packet": Address(OWNER | HERE | AUDITOR, lambda world: {"key": world.in_effect.key}),
    "appeals:appeal": Address(OWNER, _complaint),
    "appeals:papers": Address(OWNER, _complaint),
    "appeals:withdraw": Address(OWNER, _complaint),
    "appeals:receipt": Address(OWNER, _complaint),
    "appeals:queue": Address(OF_AN_OFFICE),
    "appeals:case": Address(HERE | AUDITOR, _complaint),
    "appeals:act": Address(HERE, lambda world: _complaint(world) | {"name": "take"}, "post"),
    "appeals:at_counter": Address(HERE - {"approver"}, lambda world: {"key": world.in_effect.claim.key}),
    "appeals:counter_receipt": Address(HERE - {"approver"}, _complaint),
    "cases:mine": Address(SIGNED_IN),
    "cases:begin": Address(EVERYBODY),
    "cases:choose": Address(SIGNED_IN, lambda world: {"provision": "birth_grant"}),
    "cases:choose (for whom)": Address(SIGNED_IN, lambda world: {"provision": "disability_state"}),
    "cases:on_paper": Address(OFFICERS),
    "cases:claim": Address(OWNER, _claim),
    "cases:continue": Address(OWNER, _draft),
    "cases:claim (for a ward)": Address(OWNER, lambda world: {"key": world.submitted_for_ward.key}),
    "cases:registers (for a ward)": Address(OWNER, lambda world: {"key": world.draft_for_ward.key}),
    "work:case (for a ward)": Address(HERE | AUDITOR, lambda world: {"key": world.submitted_for_ward.key}),
    "cases:withdraw": Address(OWNER, _claim),
    "cases:whom": Address(OWNER, _draft),
    "cases:registers": Address(OWNER, _draft),
    "cases:questions": Address(OWNER, _draft),
    "cases:question": Address(OWNER, lambda world: _draft(world) | {"fact": "birth_order"}),
    "cases:consent": Address(OWNER, _draft),
    "cases:account": Address(OWNER, _draft),
    "cases:overview": Address(OWNER, _draft),
    "cases:papers": Address(OWNER, _draft),
    "cases:paper": Address(OWNER, _paper),
    "cases:papers_states": Address(OWNER, _draft),
    "cases:original": Address(OWNER, _paper),
    "cases:picture": Address(OWNER, lambda world: _paper(world) | {"number": 1}),
    "cases:remove_paper": Address(OWNER, _paper, "post"),
    "cases:answer": Address(OWNER, lambda world: {"key": world.information_request.claim.key}),
    "cases:object": Address(OWNER, lambda world: {"key": world.hearing.claim.key}),
    "cases:message": Address(OWNER, _claim),
    "work:queue": Address(OF_AN_OFFICE),
    "work:search": Address(OF_AN_OFFICE),
    "work:save_filter": Address(OF_AN_OFFICE, method="post"),
    "work:remove_filter": Address(OF_AN_OFFICE, lambda world: {"number": 1}, "post"),
    "work:inbox": Address(OF_AN_OFFICE),
    "work:news": Address(frozenset({"officer"}), lambda world: {"number": world.news.pk}),
    "work:read_all": Address(OF_AN_OFFICE, method="post"),
    "work:take_next": Address(OF_AN_OFFICE, method="post"),
    "work:export": Address(HEAD, method="post"),
    "work:office": Address(HEAD | MINISTRY),
    "work:officers": Address(HEAD),
    "work:end_absence": Address(HEAD, lambda world: {"number": world.absence.pk}, "post"),
    "work:texts": Address(OF_AN_OFFICE),
    "work:new_text": Address(OF_AN_OFFICE),
    "work:text": Address(HERE, lambda world: {"number": world.text.pk}),
    "work:remove_text": Address(HERE, lambda world: {"number": world.text.pk}, "post"),
    "work:hand_over": Address(HEAD, lambda world: {"number": world.by.officer.pk}, "post"),
    "work:approvals": Address(frozenset({"approver", "approver elsewhere"})),
    "work:agree": Address(frozenset({"approver", "approver elsewhere"}), method="post"),
    "work:counter": Address(OFFICERS),
    "work:visitor": Address(HERE - {"approver"}, _person),
    "work:at_counter": Address(HERE - {"approver"}, lambda world: _claim(world) | {"name": "papers"}),
    "work:receipt": Address(HERE, _claim),
    "work:letter": Address(HERE, _claim),
    "work:several": Address(OF_AN_OFFICE, lambda world: {"name": "assign"}, "post"),
    "work:case": Address(HERE | AUDITOR, _claim),
    "work:case (before it is sent)": Address(NOBODY, _draft),
    "cases:paper (before it is sent)": Address(OWNER, _draft_paper),
    "work:family": Address(HERE | AUDITOR, _claim),
    "work:papers": Address(HERE | AUDITOR, _claim),
    "work:paper": Address(HERE | AUDITOR, _paper),
    "work:picture": Address(HERE | AUDITOR, lambda world: _paper(world) | {"number": 1}),
    "work:original": Address(HERE, _paper),
    "work:act": Address(HERE, lambda world: _claim(world) | {"name": "take"}, "post"),
    "notices:index": Address(SIGNED_IN),
    "notices:how": Address(CITIZENS),
    "notices:read_all": Address(SIGNED_IN, method="post"),
    "notices:notice": Address(OWNER, lambda world: {"key": world.letter.notice.key}),
    "notices:letter": Address(OWNER, lambda world: {"key": world.letter.notice.key}),
    "notices:verify": Address(EVERYBODY),
    "notices:verified": Address(EVERYBODY, lambda world: {"code": world.letter.code}),
    "notices:inbox": Address(EVERYBODY),
    "notices:conversation": Address(EVERYBODY, lambda world: {"first": world.sms.pk}),
    "family_map:own": Address(CITIZENS),
    "family_map:families": Address(OFFICERS),
    "family_map:family": Address(OFFICERS & HERE, _family),
    "family_map:act_on_family": Address(OFFICERS & HERE, lambda world: _family(world) | {"act": "plan"}, "post"),
    "family_map:finish_step": Address(
        OFFICERS & HERE, lambda world: _family(world) | {"step": world.plan_step.key}, "post"
    ),
    "family_map:runs": Address(ADMINISTRATOR),
    "family_map:start_run": Address(ADMINISTRATOR, method="post"),
    "family_map:run": Address(ADMINISTRATOR, lambda world: {"key": world.run.key}),
    "family_map:act_on_run": Address(ADMINISTRATOR, lambda world: {"key": world.run.key, "act": "pause"}, "post"),
    "registers:own": Address(CITIZENS),
    "registers:own_looks": Address(CITIZENS),
    "registers:own_sharing": Address(CITIZENS),
    "registers:find": Address(OF_AN_OFFICE | AUDITOR),
    "registers:disputes": Address(OFFICERS),
    "registers:resolve": Address(HERE - {"approver"}, lambda world: {"key": world.dispute.key}),
    "registers:questions": Address(AUDITOR),
    "registers:answer": Address(AUDITOR, lambda world: {"key": world.question.key}),
    "registers:page": Address(OWNER | HERE | CAREER_CENTRE | AUDITOR, _person),
    "registers:page (shared)": Address(
        OWNER | HERE | CAREER_CENTRE | AUDITOR | {"spouse"}, lambda world: {"key": world.sharing.owner.key}
    ),
    "registers:looks (shared)": Address(OWNER, lambda world: {"key": world.sharing.owner.key}),
    "registers:year": Address(OWNER | HERE | CAREER_CENTRE | AUDITOR, _year),
    "registers:looks": Address(OWNER, _person),
    "registers:sharing": Address(OWNER, _person),
    "registers:end_sharing": Address(
        OWNER, lambda world: _person(world) | {"viewer": world.sharing.viewer.key}, "post"
    ),
    "registers:dispute": Address(OWNER, _row),
    "accounts:login": Address(EVERYBODY),
    "accounts:logout": Address(EVERYBODY, method="post"),
    "indexation:runs": Address(ADMINISTRATOR),
    "indexation:run": Address(ADMINISTRATOR, _indexation),
    "indexation:step": Address(ADMINISTRATOR, lambda world: _indexation(world) | {"step": "cancel"}, "post"),
    "foresight:next_year": Address(ADMINISTRATOR),
    "foresight:year": Address(ADMINISTRATOR, lambda world: {"year": 2027}),
    "foresight:set": Address(ADMINISTRATOR, _set),
    "foresight:answer": Address(ADMINISTRATOR, lambda world: _set(world) | {"answer": "approve"}, "post"),
    "law:numbers": Address(EVERYBODY),
    "law:csv": Address(EVERYBODY),
    "law:json": Address(EVERYBODY),
    "law:manage": Address(ADMINISTRATOR),
    "law:value": Address(ADMINISTRATOR, lambda world: {"name": "mci"}),
    "law:propose": Address(ADMINISTRATOR, lambda world: {"name": "mci"}),
    "law:version": Address(ADMINISTRATOR, _version),
    "law:decide": Address(ADMINISTRATOR, _law_decision, "post"),
    **{f"oversight:{page}": Address(AUDITOR) for page in ("events", "chain", "samples", "replay", "relooks")},
    **{
        f"oversight:{act}": Address(AUDITOR, method="post")
        for act in ("search", "check", "replay_search", "replay_now", "replay_export")
    },
    "oversight:export": Address(AUDITOR, lambda world: {"kind": "csv"}, "post"),
    "oversight:event": Address(AUDITOR, lambda world: {"pk": world.event.pk}),
    "oversight:sample": Address(AUDITOR, lambda world: {"key": world.review.sample.key}),
    "oversight:review": Address(AUDITOR | {"officer", "head"}, lambda world: {"key": world.review.key}),
    "oversight:step": Address(
        AUDITOR | {"officer", "head"}, lambda world: {"key": world.asked.key, "step": "answer"}, "post"
    ),
    "oversight:questions": Address(OF_AN_OFFICE),
    **OF_ROOMS,
}
