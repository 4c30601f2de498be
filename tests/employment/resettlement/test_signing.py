"""The social contract of a move is signed by a code, as words that stay; it and the certificate are documents."""

import pytest

from employment.resettlement import words
from employment.resettlement.actions import applying, contracting
from employment.resettlement.models import Move
from employment.resettlement.policies import certificate_of
from socialcode.refusal import NotAllowedError
from tests.factories import people
from tests.factories.moves import sign_move

pytestmark = pytest.mark.django_db


@pytest.fixture
def offered(of_three, officer):
    contracting.offer(move=of_three, by=officer)
    return Move.objects.get()


def test_both_sign_the_same_words_and_they_stay(offered, citizen):
    move = sign_move(offered, citizen)
    contract = move.contract
    assert contract.signature.text == words.contracts.text_of(contract.words)
    assert contract.signature.digest == contract.digest
    assert {len(said["clauses"]) for said in contract.words.values()} == {8}
    assert move.person.full_name in contract.signature.text
    assert "908" in contract.words["en"]["clauses"][4][1]  # 210 monthly calculation indices of 2026 for three


def test_another_code_signs_nothing_and_nobody_signs_for_another(offered, citizen, father):
    asked = applying.ask_code(move=offered, by=citizen)
    assert applying.sign(move=offered, asked=asked, code="x", by=citizen) is None
    assert Move.objects.get().state == "agreed"
    other = people.make_account(father)
    for act in (applying.ask_code, lambda **who: applying.sign(asked=asked, code="x", **who)):
        with pytest.raises(NotAllowedError, match="somebody else"):
            act(move=offered, by=other)


def test_words_that_the_law_no_longer_makes_are_signed_anew_by_the_centre(offered, officer, citizen):
    contract = offered.contract
    contract.digest = "of another day"
    contract.save()
    with pytest.raises(NotAllowedError, match="law has changed"):
        applying.ask_code(move=offered, by=citizen)
    contracting.offer(move=offered, by=officer)
    assert sign_move(Move.objects.get(), citizen).state == "moving"
    with pytest.raises(NotAllowedError):
        contracting.offer(move=Move.objects.get(), by=officer)


def test_the_centre_signs_once_while_nothing_changes(offered, officer):
    with pytest.raises(NotAllowedError, match="waits for the person"):
        contracting.offer(move=offered, by=officer)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_contract_and_certificate_are_documents(begun, language):
    for made in (words.pdf(begun.contract, language), words.certificate_pdf(certificate_of(begun), language)):
        assert made.startswith(b"%PDF")
