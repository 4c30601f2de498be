"""Who may open which address. Everybody who is not named is turned away: asked to sign in, 403 or 404."""

from collections.abc import Callable
from dataclasses import dataclass

from socialcode.law import actions

EVERYBODY = frozenset(
    {
        "anonymous",
        "owner",
        "spouse",
        "stranger",
        "officer",
        "colleague",
        "officer elsewhere",
        "approver",
        "approver elsewhere",
        "head",
        "auditor",
        "administrator",
    }
)
OF_AN_OFFICE = frozenset({"officer", "colleague", "officer elsewhere", "approver", "approver elsewhere", "head"})
AUDITOR, ADMINISTRATOR = frozenset({"auditor"}), frozenset({"administrator"})


@dataclass(frozen=True)
class Address:
    """`where` makes the parts of the address from the world; `method` is what the allowed do there."""

    allowed: frozenset
    where: Callable = lambda world: {}
    method: str = "get"


def _version(world) -> dict:
    return {"pk": actions.propose(proposal=world.new_mci(), by=world.other_administrator).pk}


def _law_decision(world) -> dict:
    return {**_version(world), "decision": "approve"}


ADDRESSES = {
    "healthz": Address(EVERYBODY),
    "gallery": Address(EVERYBODY),
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
    "accounts:login": Address(EVERYBODY),
    "accounts:logout": Address(EVERYBODY, method="post"),
    "law:numbers": Address(EVERYBODY),
    "law:csv": Address(EVERYBODY),
    "law:json": Address(EVERYBODY),
    "law:manage": Address(ADMINISTRATOR),
    "law:value": Address(ADMINISTRATOR, lambda world: {"name": "mci"}),
    "law:propose": Address(ADMINISTRATOR, lambda world: {"name": "mci"}),
    "law:version": Address(ADMINISTRATOR, _version),
    "law:decide": Address(ADMINISTRATOR, _law_decision, "post"),
    "auditing:events": Address(AUDITOR),
    "auditing:search": Address(AUDITOR, method="post"),
    "auditing:export": Address(AUDITOR, lambda world: {"kind": "csv"}, "post"),
    "auditing:event": Address(AUDITOR, lambda world: {"pk": world.event.pk}),
    "auditing:chain": Address(AUDITOR),
    "auditing:check": Address(AUDITOR, method="post"),
    "auditing:samples": Address(AUDITOR),
    "auditing:sample": Address(AUDITOR, lambda world: {"key": world.review.sample.key}),
    "auditing:review": Address(AUDITOR | {"officer", "head"}, lambda world: {"key": world.review.key}),
    "auditing:step": Address(
        AUDITOR | {"officer", "head"}, lambda world: {"key": world.asked.key, "step": "answer"}, "post"
    ),
    "auditing:questions": Address(OF_AN_OFFICE),
}
