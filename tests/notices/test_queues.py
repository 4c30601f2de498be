"""A code leaves whatever else waits, what is urgent goes first, and what cannot be sent holds up nothing."""

from itertools import chain

import pytest
from django.conf import settings
from django.db import connection
from honcho.environ import parse_procfile

from socialcode.celery import app
from socialcode.notices import delivery
from socialcode.notices.models import Delivery, InboxMessage
from socialcode.running import schedule
from tests.factories import people
from tests.running.tasks import known_tasks

Urgency, State = Delivery.Urgency, Delivery.State
MANY = 30
REFUSED = """
CREATE FUNCTION refuse() RETURNS trigger AS $$ BEGIN RAISE 'not this one'; END $$ LANGUAGE plpgsql;
CREATE TRIGGER refuse BEFORE {change} FOR EACH ROW WHEN (NEW.address = '{address}') EXECUTE FUNCTION refuse()
"""


@pytest.fixture
def many(tell):
    """Something that many are told; nothing of it has gone yet."""
    return [tell(to=people.make_person(), is_bulk=True) for _person in range(MANY)]


def test_a_code_leaves_alone_while_many_notices_wait(tell, many):
    tell("sign_in_code", code="123456")
    assert not delivery.deliver_due([Urgency.CODE])
    assert ["123456" in message.text for message in InboxMessage.objects.all()] == [True]
    assert Delivery.objects.filter(state=State.WAITING).count() == MANY


def test_an_own_matter_goes_before_what_many_are_told(tell, many):
    own = tell().deliveries.get()
    assert not delivery.deliver_due([Urgency.OWN, Urgency.BULK])
    assert InboxMessage.objects.order_by("pk").first().gateway_key == own.key
    assert InboxMessage.objects.count() == MANY + 1


def test_what_many_are_told_joins_the_message_about_an_own_matter(tell):
    tell(is_bulk=True)
    own = tell().deliveries.get()
    assert not delivery.deliver_due([Urgency.OWN])
    own.refresh_from_db()
    assert (own.state, own.urgency, own.covers.count()) == (State.DELIVERED, Urgency.OWN, 1)


@pytest.mark.parametrize("is_bound", [False, True])
def test_a_row_that_cannot_be_sent_holds_up_no_other(tell, is_bound):
    bad, good = (tell(to=people.make_person()).deliveries.get() for _notice in range(2))
    with connection.cursor() as cursor:
        change = "INSERT ON notices_inboxmessage" if is_bound else "UPDATE OF state ON notices_delivery"
        cursor.execute(REFUSED.format(change=change, address=bad.address))
    assert not delivery.deliver_due()
    for row in (bad, good):
        row.refresh_from_db()
    assert good.state == State.DELIVERED
    assert bad.state == (State.SENDING if is_bound else State.WAITING)
    assert bad.error == "InternalError"


@pytest.fixture
def processes():
    """Which queues each process of the Procfile works through."""
    commands = parse_procfile((settings.BASE_DIR / "Procfile").read_text()).processes
    words = {name: command.split() for name, command in commands.items() if "--queues" in command}
    return {name: said[said.index("--queues") + 1].split(",") for name, said in words.items()}


def test_every_queue_is_worked_through_and_codes_and_papers_by_processes_of_their_own(processes):
    assert sorted(chain.from_iterable(processes.values())) == sorted(
        queue.name for queue in settings.CELERY_TASK_QUEUES
    )
    assert ["codes"] in processes.values()
    assert ["papers"] in processes.values()


@pytest.mark.parametrize(("task", "route"), schedule.ROUTES.items())
def test_a_task_that_has_a_queue_of_its_own_exists(task, route):
    assert task in known_tasks()
    assert app.amqp.router.route({}, task)["queue"].name == route["queue"]
