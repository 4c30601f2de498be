"""Who may open which address of advising: advisers and the head of the centre, the mobile group its rounds, the person
what is about them."""

from ..groups import OWNER, SIGNED_IN, Address

ADVISERS, ADVISERS_HERE = frozenset({"adviser", "head"}), frozenset({"adviser", "head"})
GROUP = frozenset({"mobile group", "adviser", "head"})


def _person(world) -> dict:
    return {"key": world.enrolled.key}


def _named(of, name):
    return lambda world: {"key": of(world).key, "name": name}


def _once(*made) -> dict:
    """Nothing of the address itself, once what its page needs is made."""
    assert all(made)
    return {}


OF_THE_PERSON = {
    "advising:mine": Address(SIGNED_IN),
    "advising:agree": Address(OWNER, lambda world: _once(world.employment_step), "post"),
    "advising:tell_step": Address(OWNER, lambda world: {"step": world.employment_step.key}, "post"),
    "advising:offer": Address(OWNER, lambda world: {"key": world.work_offer.key}),
    "advising:answer_offer": Address(OWNER, _named(lambda world: world.work_offer, "accept"), "post"),
    "advising:book": Address(OWNER, lambda world: _once(world.enrolled, world.slot)),
    "advising:take_slot": Address(OWNER, lambda world: _once(world.enrolled) | {"slot": world.slot.key}, "post"),
    "advising:cancel": Address(OWNER, lambda world: {"key": world.appointment.key}, "post"),
    "advising:removal": Address(OWNER, lambda world: {"key": world.removal.key}),
    "advising:contract": Address(OWNER, lambda world: {"key": world.contract_to_sign.key}),
    "advising:ask_code": Address(OWNER, lambda world: {"key": world.contract_to_sign.key}, "post"),
    "advising:tell_duty": Address(
        OWNER, lambda world: {"key": world.contract_in_force.key, "duty": world.duty.key}, "post"
    ),
}
OF_THE_CENTRE = {
    "advising:desk": Address(ADVISERS),
    "advising:person": Address(ADVISERS_HERE, _person),
    "advising:talk": Address(ADVISERS_HERE, _person),
    "advising:begin_contract": Address(ADVISERS_HERE, _person),
    "advising:vacancies": Address(ADVISERS_HERE, _person),
    "advising:send_offer": Address(
        ADVISERS_HERE, lambda world: _person(world) | {"vacancy": world.work_offer.vacancy.key}
    ),
    "advising:finish_step": Address(
        ADVISERS_HERE, lambda world: {"step": world.employment_step.key} | _person(world), "post"
    ),
    "advising:act": Address(ADVISERS_HERE, _named(lambda world: world.enrolled, "plan"), "post"),
    "advising:act_on_offer": Address(ADVISERS_HERE, _named(lambda world: world.accepted_offer, "word"), "post"),
    "advising:meetings": Address(ADVISERS),
    "advising:withdraw_slot": Address(ADVISERS_HERE, lambda world: {"slot": world.slot.key}, "post"),
    "advising:mark": Address(ADVISERS_HERE, _named(lambda world: world.past_appointment, "came"), "post"),
    "advising:note_call": Address(ADVISERS_HERE, _named(lambda world: world.work_call, "came"), "post"),
    "advising:removals": Address(ADVISERS),
    "advising:staff_removal": Address(ADVISERS_HERE, lambda world: {"key": world.decided_removal.key}),
    "advising:act_on_removal": Address(ADVISERS_HERE, _named(lambda world: world.removal, "drop"), "post"),
    "advising:staff_contract": Address(ADVISERS_HERE, lambda world: {"key": world.contract_in_force.key}),
    "advising:finish_duty": Address(
        ADVISERS_HERE, lambda world: {"key": world.contract_in_force.key, "duty": world.duty.key}, "post"
    ),
    "advising:act_on_contract": Address(ADVISERS_HERE, _named(lambda world: world.social_contract, "duty"), "post"),
    "advising:rounds": Address(GROUP),
    "advising:round": Address(GROUP, lambda world: {"key": world.stop.round.key}),
    "advising:stop": Address(GROUP, lambda world: {"key": world.round.key, "stop": world.stop.key}),
    "advising:note_seen": Address(GROUP, lambda world: {"key": world.round.key, "stop": world.stop.key}, "post"),
}
ADVISING = OF_THE_PERSON | OF_THE_CENTRE
QUESTIONS = {  # how many each page puts to the database at most
    "advising:mine": 25,
    "advising:offer": 16,
    "advising:book": 12,
    "advising:removal": 10,
    "advising:contract": 16,
    "advising:desk": 24,
    "advising:person": 44,
    "advising:talk": 12,
    "advising:begin_contract": 12,
    "advising:vacancies": 14,
    "advising:send_offer": 14,
    "advising:meetings": 12,
    "advising:removals": 14,
    "advising:staff_removal": 14,
    "advising:staff_contract": 22,
    "advising:rounds": 10,
    "advising:round": 14,
    "advising:stop": 18,
}
