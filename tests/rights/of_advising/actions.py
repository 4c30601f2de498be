"""Who may do what in advising. Everybody who is not named is refused, and nothing changes."""

import uuid

from tests.factories import advising

from ..deed import Deed
from .world import SAID, TODAY

OWNER, ADVISERS, ADVISER = frozenset({"owner"}), frozenset({"adviser", "head"}), frozenset({"adviser"})
GROUP = frozenset({"mobile group", "adviser", "head"})
SPEAKS = OWNER | ADVISERS
ABOVE = frozenset()  # advisers of the regional centre alone, of whom the cast has none
BY = {
    "planning.take_charge": (ADVISER, lambda world: {"registration": world.enrolled}),
    "planning.give_charge": (
        ADVISERS,
        lambda world: {"registration": world.enrolled, "to": world.own_adviser},
    ),
    "planning.note_talk": (
        ADVISERS,
        lambda world: {"registration": world.enrolled, "answers": {}, "nearness": "near", "note": SAID},
    ),
    "planning.make_plan": (ADVISERS, lambda world: {"registration": world.enrolled, "goal": SAID}),
    "planning.add_step": (ADVISERS, lambda world: {"plan": world.employment_plan, **world.employment_step_given}),
    "planning.agree_to_plan": (OWNER, lambda world: {"plan": world.employment_step.plan}),
    "planning.tell_of_step": (OWNER, lambda world: {"step": world.employment_step, "told": SAID}),
    "planning.finish_step": (ADVISERS, lambda world: {"step": world.employment_step, "result": SAID}),
    "planning.close_plan": (ADVISERS, lambda world: {"plan": world.employment_plan, "result": SAID}),
    "referring.send": (
        ADVISERS,
        lambda world: {
            "registration": world.enrolled,
            "vacancy": advising.make_vacancy(world.office),
            "fits": SAID,
        },
    ),
    "referring.answer": (SPEAKS, lambda world: {"referral": world.work_offer, "answer": "accepted"}),
    "referring.excuse": (ADVISERS, lambda world: {"referral": world.refused_offer, "reason": SAID}),
    "referring.note_word": (ADVISERS, lambda world: {"referral": world.accepted_offer, "word": "rejected"}),
    "referring.take_back": (ADVISERS, lambda world: {"referral": world.work_offer, "reason": SAID}),
    "meeting.make_slots": (ADVISERS, lambda world: {"hours": world.hours}),
    "meeting.withdraw_slot": (ADVISERS, lambda world: {"slot": world.slot}),
    "meeting.book": (SPEAKS, lambda world: {"slot": world.slot, "registration": world.enrolled}),
    "meeting.move": (SPEAKS, lambda world: {"appointment": world.appointment, "slot": world.other_slot}),
    "meeting.cancel": (SPEAKS, lambda world: {"appointment": world.appointment}),
    "meeting.mark": (ADVISERS, lambda world: {"appointment": world.past_appointment, "came": True}),
    "meeting.call_in": (
        ADVISERS,
        lambda world: {"registration": world.enrolled, "kind": "visit", "about": SAID},
    ),
    "meeting.note_call": (ADVISERS, lambda world: {"call": world.work_call, "came": True}),
    "removing.propose": (ADVISERS, lambda world: {"registration": world.enrolled, **world.removal_given}),
    "removing.propose_end": (ADVISERS, lambda world: {"contract": world.contract_in_force, "planned": SAID}),
    "removing.say": (SPEAKS, lambda world: {"removal": world.removal, "word": SAID}),
    "removing.drop": (ADVISERS, lambda world: {"removal": world.removal, "reason": SAID}),
    "removing.decide": (ADVISERS, lambda world: {"removal": world.heard_removal, "reason": SAID}),
    "removing.agree": (ADVISERS, lambda world: {"removal": world.decided_removal}),
    "removing.send_back": (ADVISERS, lambda world: {"removal": world.decided_removal, "reason": SAID}),
    "complaining.complain": (SPEAKS, lambda world: {"removal": world.removal_in_effect, "text": SAID}),
    "complaining.revoke": (ADVISERS, lambda world: {"removal": world.complained_removal, "reason": SAID}),
    "complaining.let_stand": (ABOVE, lambda world: {"removal": world.complained_removal, "reason": SAID}),
    "contracting.draft": (
        ADVISERS,
        lambda world: {"person": world.mother, "office": world.office, **world.contract_given},
    ),
    "contracting.add_duty": (ADVISERS, lambda world: {"contract": world.social_contract, **world.duty_given}),
    "contracting.take_back": (ADVISERS, lambda world: {"contract": world.social_contract, "reason": SAID}),
    "contracting.sign_for_office": (
        ADVISERS,
        lambda world: {"contract": world.duty.contract},
    ),
    "contracting.ask_code": (OWNER, lambda world: {"contract": world.contract_to_sign}),
    "contracting.sign": (OWNER, lambda world: world.contract_signing),
    "contracting.tell_of_duty": (OWNER, lambda world: {"duty": _duty_in_force(world), "told": SAID}),
    "contracting.finish_duty": (ADVISERS, lambda world: {"duty": _duty_in_force(world), "result": SAID}),
    "contracting.close": (ADVISERS, lambda world: {"contract": world.kept_contract, "result": SAID}),
    "rounds.plan_round": (GROUP, lambda world: {"office": world.office, "on": TODAY, "name": SAID}),
    "rounds.add_stop": (
        GROUP,
        lambda world: {"round": world.round, "person": world.mother, "village": "Үлгі", "why": SAID},
    ),
    "rounds.note_seen": (
        GROUP,
        lambda world: {
            "stop": world.stop,
            "found": "home",
            "note": SAID,
            "sent_as": uuid.uuid4(),
            "noted_at": None,
        },
    ),
}


def _duty_in_force(world):
    assert world.contract_in_force
    return world.duty


ADVISING = {f"employment.advising.actions.{name}": Deed(allowed, given) for name, (allowed, given) in BY.items()}
