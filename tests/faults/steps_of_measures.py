"""What the centre does for subsidised places: money is held, owed and given back in one change or not at all."""

import datetime
from functools import partial
from types import SimpleNamespace

from django.utils import timezone

from employment.measures.actions import contracting, ending, proving
from employment.measures.models import Contract
from employment.measures.tasks import look_after_contracts
from socialcode.accounts.models import Role
from tests.factories import people
from tests.rights.measures import REASON, OfMeasures

from .steps import of

DAY = datetime.timedelta(days=1)


class Centre(OfMeasures):
    """An office with its people, and an employer."""

    def __init__(self, request):
        request.getfixturevalue("db")
        self.office, self.mother = people.make_office(), people.make_person()
        roles = {"officer": Role.OFFICER, "approver": Role.APPROVER, "head": Role.HEAD}
        staff = {name: people.make_staff(role, self.office) for name, role in roles.items()}
        regional = people.make_office(district="")
        self.by = SimpleNamespace(
            **staff,
            owner=people.make_account(self.mother),
            mobility_centre=people.make_staff(Role.MOBILITY_CENTRE, regional),
        )

    @property
    def second(self):
        """One more approver: for so much money two have to agree."""
        return people.make_staff(Role.APPROVER, self.office)


@of("web", at_each_table=True)
def drawing_up_a_contract(request):
    centre = Centre(request)
    return partial(contracting.draw_up, **centre.place_for, by=centre.by.officer)


@of("web", at_each_table=True)
def agreeing_to_a_contract(request):
    """With the last person needed: the contract is in force, and its award is there."""
    centre = Centre(request)
    contracting.agree(contract=centre.contract_signed, by=centre.by.approver)
    return partial(contracting.agree, contract=centre.contract, by=centre.second)


@of("web", at_each_table=True)
def accepting_proofs(request):
    centre = Centre(request)
    return partial(proving.accept, contract=centre.proof.contract, note=REASON, by=centre.by.officer)


@of("web", at_each_table=True)
def agreeing_to_proofs(request):
    """What was proved is owed."""
    centre = Centre(request)
    return partial(proving.agree, **centre.proof_proposed, by=centre.by.approver)


@of("web", at_each_table=True)
def agreeing_to_an_early_end(request):
    """The award ends, money goes back, and the contract is closed."""
    centre = Centre(request)
    return partial(ending.agree, ending=centre.ending, by=centre.by.approver)


@of("worker", task=look_after_contracts, in_steps=True, at_each_table=True)
def _contracts(request):
    """A contract whose term is over; the days to prove it are over, too."""
    centre = Centre(request)
    today = timezone.localdate()
    days = {"starts_on": today - 400 * DAY, "ends_on": today - 100 * DAY}
    Contract.objects.filter(pk=centre.contract_running.pk).update(**days)
    return look_after_contracts
