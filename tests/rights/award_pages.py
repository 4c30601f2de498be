"""Who may open which page of an award."""

from .groups import AUDITOR, HERE, OF_AN_OFFICE, OWNER, SIGNED_IN, Address


def _award(world) -> dict:
    return {"key": world.award.key}


def _award_to_answer(world) -> dict:
    return {"key": world.award_change.award.key, "name": "agree"}


def _award_news(world) -> dict:
    return {"key": world.award.key, "number": world.award_news.pk}


def _overpaid(world) -> dict:
    return {"key": world.overpaid.award.key, "number": world.overpaid.key}


def _plan(world) -> dict:
    return _overpaid(world) | {"number": world.recovery.overpayment.key}


OF_AWARDS = {
    "awards:mine": Address(SIGNED_IN),
    "awards:award": Address(OWNER, _award),
    "awards:report": Address(OWNER, _award),
    "awards:queue": Address(OF_AN_OFFICE),
    "awards:staff": Address(HERE | AUDITOR, _award),
    "awards:tell": Address(HERE, _award),
    "awards:terms": Address(HERE, _award),
    "awards:act": Address(HERE, lambda world: _award(world) | {"name": "account"}),
    "awards:answer": Address(HERE, _award_to_answer, "post"),
    "renewals:renew": Address(OWNER, _award),
    "awards:overpaid": Address(OWNER, _overpaid),
    "awards:keep": Address(HERE, _overpaid),
    "awards:paid_back": Address(HERE, _overpaid),
    "awards:agree_to_plan": Address(HERE, _plan, "post"),
    "awards:stop_plan": Address(HERE, _plan),
    "awards:put_aside": Address(HERE, _award_news, "post"),
}
