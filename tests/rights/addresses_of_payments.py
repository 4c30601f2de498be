"""Who may open which address of payments."""

from .groups import CITIZENS, OWNER, PAYER, Address


def _order(world) -> dict:
    return {"key": world.order.key}


def _list(world) -> dict:
    return {"key": world.order.register.key}


PAYMENTS = {
    "payments:mine": Address(CITIZENS),
    "payments:not_arrived": Address(OWNER, _order),
    "payments:arrived": Address(OWNER, lambda world: {"key": world.arrival.order.key}),
    "payments:arrivals": Address(PAYER, lambda world: {"key": world.order.run.key}),
    "payments:call": Address(PAYER, lambda world: {"key": world.arrival.key}),
    "payments:account": Address(OWNER, lambda world: {"key": world.mother.key}),
    "payments:confirm_account": Address(OWNER, lambda world: {"key": world.new_account.key}),
    "payments:balance": Address(PAYER),
    "payments:runs": Address(PAYER),
    "payments:start": Address(PAYER, method="post"),
    "payments:run": Address(PAYER, lambda world: {"key": world.order.run.key}),
    "payments:list": Address(PAYER, _list),
    "payments:list_table": Address(PAYER, _list, "post"),
    "payments:act_on_list": Address(PAYER, lambda world: _list(world) | {"act": "submit"}, "post"),
    "payments:flags": Address(PAYER),
    "payments:settle": Address(PAYER, lambda world: _order(world) | {"kind": world.payment_flag.kind}, "post"),
    "payments:returns": Address(PAYER),
    "payments:clear_up": Address(PAYER, lambda world: {"key": world.payment_task.key}, "post"),
    "payments:order": Address(PAYER, _order),
    "payments:act_on_order": Address(PAYER, lambda world: _order(world) | {"act": "cancel"}, "post"),
}
