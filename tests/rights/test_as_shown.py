"""Whoever answers to what another wrote answers to what they were shown, whatever room it is in."""

import inspect
import re

import pytest

from socialcode.audit.models import Event
from socialcode.shown import ChangedSinceShownError

from .actions import DEEDS
from .test_actions import ACTIONS

pytestmark = pytest.mark.django_db
WORDS = (
    "agree agree_to_plan answer answer_\\w+ approve complaining\\.\\w+ conclude confirm confirm_\\w+ "
    "changing\\.propose correct decide decline decline_\\w+ object_to removing\\.drop return_recovery say send_back "
    "sign_for_office start_recovery take_out"
)
ANSWERS = re.compile(rf"\.({'|'.join(WORDS.split())})$")
ANSWERED_BY_ITS_KEY = {
    "cases.actions.applying.answer",  # the person's own answers, to the questions of the law
    "employment.employers.actions.rights.confirm",  # what was asked for is never changed, only taken back
    "offers.actions.answering.answer",  # an offer stays as it was told: what changed since goes to an officer
    "registers.actions.asking.answer",  # a question has one text for ever, and its key is in the address
}


def takes_shown(name) -> bool:
    return "shown" in inspect.signature(ACTIONS[name.partition(" ")[0]]).parameters


AS_SHOWN = sorted(name for name in DEEDS if takes_shown(name))


def test_every_action_that_answers_to_another_asks_what_was_shown():
    answering = {name for name in DEEDS if ANSWERS.search(name)}
    assert answering - ANSWERED_BY_ITS_KEY == set(AS_SHOWN)


@pytest.mark.parametrize("name", AS_SHOWN)
def test_another_thing_than_was_shown_is_not_agreed_to(name, world):
    deed = DEEDS[name]
    given = deed.given(world)
    by = world.cast[sorted(deed.allowed)[0]] if deed.allowed else world.adviser_above
    before = Event.objects.count()
    with pytest.raises(ChangedSinceShownError):
        ACTIONS[name.partition(" ")[0]](**given, by=by, shown="")
    assert Event.objects.count() == before
