"""Who is told of applications, contracts and proofs, in the transaction of what they are told of."""

from collections.abc import Iterable

from employment.employers.access import acting_for
from socialcode.notices.actions import queue_notice
from socialcode.people import access
from socialcode.people.models import Person

from .models import Contract, Ending, PlaceRequest, Proof


def tell_of_answer(request: PlaceRequest) -> None:
    """Tell the employer what became of an application."""
    for person in acting_for(request.organisation):
        queue_notice("measure_places_answered", to=person, about=request, request=request)


def tell_of_contract(contract: Contract) -> None:
    """Tell both sides how a contract stands now; the employer, once the worker has signed."""
    employers = acting_for(contract.organisation) if contract.is_known_to_employer else ()
    for person in dict.fromkeys([*_of_worker(contract), *employers]):
        queue_notice("measure_contract", to=person, about=contract, contract=contract)


def tell_employer(contract: Contract) -> None:
    """Tell the employer of a contract that the worker has just signed."""
    for person in acting_for(contract.organisation):
        queue_notice("measure_contract", to=person, about=contract, contract=contract)


def tell_of_returned(proof: Proof) -> None:
    """Tell the employer that a month has to be proved anew."""
    for person in acting_for(proof.contract.organisation):
        queue_notice("measure_proof_returned", to=person, about=proof.contract, contract=proof.contract, proof=proof)


def tell_of_fault(ending: Ending) -> None:
    """Tell the employer that it is said to be at fault, and until when it has its word."""
    contract = ending.contract
    for person in acting_for(contract.organisation):
        queue_notice(
            "measure_fault", to=person, about=contract, answer_by=ending.word_by, contract=contract, ending=ending
        )


def _of_worker(contract: Contract) -> Iterable[Person]:
    """The worker, or who acts for them; nobody in place of who has died."""
    return (reader for reader in access.who_is_told(contract.person) if reader.died_on is None)
