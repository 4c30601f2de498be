"""One SMS centre for a module, and the process that speaks to it."""

import pytest

from socialcode.notices.models import Delivery
from socialcode.running import sms_centre
from tests.factories import people

from .running import QUICK, Running
from .sms_centre import SmsCentre


@pytest.fixture(scope="module")
def simulator():
    with SmsCentre() as centre:
        yield centre


@pytest.fixture
def centre(simulator, settings):
    simulator.forget()
    settings.NOTICE_GATEWAY = "smpp"
    settings.SMS_CENTRE = sms_centre.read(f"smpp://portal:secret@127.0.0.1:{simulator.port}/?from=1414&{QUICK}")
    yield simulator
    simulator.hang_up()


@pytest.fixture
def start(centre, settings):
    running = []

    def begin():
        running.append(Running(settings.SMS_CENTRE))
        return running[-1]

    yield begin
    for each in running:
        each.stop()


@pytest.fixture
def message(tell):
    """A bound message of its own text to a person of its own."""

    def make(text="Сәлем", **how):
        row = tell(to=people.make_person(), **how).deliveries.get(channel="sms")
        row.state, row.text = Delivery.State.SENDING, text
        row.save()
        return row

    return make
