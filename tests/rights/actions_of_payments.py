"""Who may do what with payments. Everybody who is not named is refused, and nothing changes."""

from django.utils import timezone

from tests.cast import IBAN

from .deed import Deed

REASON = "A reason in a whole sentence."
PAYER, OWNER = frozenset({"payer"}), frozenset({"owner"})
THIS_MONTH = timezone.localdate().replace(day=1)

BY_PAYERS = {
    "arriving.ask_some": lambda world: {"run": world.paid_order.run, "seed": "autumn", "size": 1},
    "running.start_run": lambda world: {"month": THIS_MONTH},
    "listing.pay_in_spite": lambda world: {"flag": world.payment_flag, "reason": REASON},
    "listing.hold_back": lambda world: {"flag": world.payment_flag, "reason": REASON},
    "listing.submit": lambda world: {"register": world.order.register},
    "listing.approve": lambda world: {"register": world.handed_in},
    "listing.send_back": lambda world: {"register": world.handed_in, "reason": REASON},
    "again.pay_held": lambda world: {"order": world.held_order},
    "again.cancel": lambda world: {"order": world.held_order, "reason": REASON},
    "again.clear_up": lambda world: {"task": world.payment_task, "note": REASON},
}
BY_THE_OWNER = {
    "again.pay_to_named": lambda world: {"order": world.order_without_account, "iban": IBAN},
    "accounts.name_account": lambda world: {"person": world.order.person, "iban": IBAN},
    "accounts.use_code": lambda world: {"asked": world.new_account, "code": world.code},
    "asking.not_arrived": lambda world: {"order": world.sent_order, "text": REASON},
}
PAYMENTS = {
    **{f"payments.actions.{name}": Deed(PAYER, given) for name, given in BY_PAYERS.items()},
    **{f"payments.actions.{name}": Deed(OWNER, given) for name, given in BY_THE_OWNER.items()},
    "payments.actions.arriving.say_arrived": Deed(
        PAYER | OWNER, lambda world: {"question": world.arrival, "answer": "arrived"}
    ),
    "payments.actions.again.pay_again": Deed(PAYER | OWNER, lambda world: {"order": world.returned_order}),
    "awards.actions.paying.pay_to": Deed(OWNER, lambda world: {"award": world.order.award, "iban": IBAN}),
}
