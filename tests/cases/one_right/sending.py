"""A claim from its beginning until it is sent, and what a page says."""

from socialcode.cases.actions import applying
from tests.cast import IBAN


def sent(wish, by):
    claim = applying.begin(wish=wish, by=by)
    applying.set_account(claim=claim, iban=IBAN, by=by)
    applying.consent(claim=claim, by=by, language="en")
    return applying.submit(claim=claim, by=by)


def html(answer):
    return answer.content.decode()
