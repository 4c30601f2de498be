"""In the morning a child stands in the files of registers; in the evening the mother has said yes by SMS, and the order
of payment lies with the bank. With the processes that do it: an import, a worker, and the one that speaks SMPP."""

import csv
import datetime
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone
from lxml import etree

from socialcode.accounts.models import Role
from socialcode.offers.models import Offer
from socialcode.payments import channel
from socialcode.payments.actions import running
from socialcode.payments.models import PaymentRun
from socialcode.people.models import Person
from tests.factories import offers, people
from tests.faults.killing import database_of_the_test
from tests.faults.waiting import until
from tests.notices.smpp.sms_centre import SmsCentre
from tests.payments.conftest import approved
from tests.running.test_serve import PATIENCE, SUCCEEDED, Portal

pytestmark = [pytest.mark.process, pytest.mark.django_db(transaction=True)]
DAYS_OLD = 3
BRING_IN = """
from django.core.management import call_command
for kind in ("person", "membership", "representation", "address"):
    call_command("import_register", kind, "{folder}/" + kind + ".csv")
"""
# The clock, which does not wait for its minute
CLOCK = """
import time
from socialcode.celery import app
while True:
    for name in (
        "family_map.tasks.keep_runs_going", "socialcode.offers.tasks.keep_preparing",
        "socialcode.offers.tasks.send_offers", "socialcode.offers.tasks.look_after_offers",
        "socialcode.notices.tasks.deliver_bulk", "socialcode.notices.tasks.take_inbound",
        "socialcode.offers.tasks.fulfil_offers", "socialcode.payments.tasks.keep_runs_going",
        "socialcode.payments.tasks.write_messages",
    ):
        app.send_task(name, expires=5)
    time.sleep(1)
"""
QUEUES = "celery,notices,bulk,map,payments"


class Workforce(Portal):
    """The processes behind the pages, on the database of the test, with a Redis and folders of their own."""

    def __init__(self, state, centre):
        super().__init__(state)
        url = f"smpp://portal:secret@127.0.0.1:{centre.port}/?from=1414"
        self.environment |= {"DATABASE_URL": database_of_the_test(), "SMPP_URL": url, "POLARS_MAX_THREADS": "1"}
        self.started = []

    def begin(self, *command):
        self.started.append(subprocess.Popen([sys.executable, *command], cwd=settings.BASE_DIR, env=self.environment))  # noqa: S603 - our own program

    def end(self):
        for process in self.processes():
            process.kill()
        for process in self.started:
            process.wait(PATIENCE)


@pytest.fixture
def centre():
    with SmsCentre() as centre:
        yield centre


@pytest.fixture
def workforce(centre):
    with tempfile.TemporaryDirectory(prefix="portal-") as state:
        workforce = Workforce(state, centre)
        yield workforce
        workforce.end()


def write(folder, name, **row):
    with (folder / f"{name}.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, ["received_on", *row])
        writer.writeheader()
        writer.writerow({"received_on": timezone.localdate().isoformat(), **row})


def files_of_a_birth(folder, mother):
    """What registers send of a child that was born days ago, as operators get it."""
    born = timezone.localdate() - datetime.timedelta(days=DAYS_OLD)
    iin = people.make_iin(born, "female")
    names = {"surname": mother.surname, "given_name": "Аружан"}
    write(folder, "person", iin=iin, **names, birth_date=born, sex="female", legal_status="citizen")
    write(folder, "membership", iin=iin, family=mother.families.get().key, kin="child", since=born)
    write(folder, "representation", iin=mother.iin, represented=iin, kind="parent", since=born)
    home = mother.address_rows.get()
    write(
        folder,
        "address",
        iin=iin,
        region=home.region,
        district=home.district,
        text=home.text,
        is_rural="false",
        since=born,
    )
    return iin


def test_a_child_of_the_morning_is_paid_for_in_the_evening(workforce, centre, tmp_path, settings, office):
    settings.PAYMENTS_FOLDER = Path(workforce.state) / "payments"
    offers.amend("sampled_share", {"all": 0})
    offers.amend("offered", {"birth_grant": 1})
    mother = people.make_person(phone="+77010000001", language="kk")
    people.make_family(mother)
    child = files_of_a_birth(tmp_path, mother)
    brought_in = workforce.manage("shell", "--verbosity", "0", "-c", BRING_IN.format(folder=tmp_path))
    said, _nothing = brought_in.communicate(timeout=PATIENCE)
    assert brought_in.returncode == SUCCEEDED, said
    assert Person.objects.filter(iin=child).exists()

    workforce.begin("manage.py", "smpp")
    workforce.begin("-m", "celery", "--app", "socialcode.celery", "worker", "--queues", QUEUES, "--pool", "solo")
    workforce.begin("manage.py", "shell", "--verbosity", "0", "-c", CLOCK)
    until(lambda: Offer.objects.filter(state="sent").exists())
    offer = Offer.objects.get(person=mother)
    written = sorted(centre.taken, key=lambda part: part.place)
    assert "".join(part.text for part in written) == offer.text
    assert offer.code in offer.text
    for part in written:
        centre.receipt(part)
    until(lambda: Offer.objects.filter(state="delivered").exists())

    centre.deliver(f"Иә {offers.IBAN}".encode("utf-16-be"), mother.phone[1:], data_coding=8)
    until(lambda: offer.rights.filter(outcome="by_rule").exists())
    right = offer.rights.get()
    assert (right.subject.iin, right.claim.status) == (child, "granted")
    (award,) = right.awards

    payer, second = (people.make_staff(Role.PAYER) for _place in range(2))
    run = running.start_run(month=timezone.localdate().replace(day=1), by=payer)
    until(lambda: PaymentRun.objects.filter(pk=run.pk, finished_at__isnull=False).exists())
    approved(run, payer, second)
    until(lambda: list(channel.folder(channel.OUT).glob("*.xml")))
    (message,) = channel.folder(channel.OUT).glob("*.xml")
    ordered = etree.parse(message)
    assert ordered.findtext(".//{*}CdtrAcct//{*}IBAN") == offers.IBAN
    assert ordered.findtext(".//{*}InstdAmt") == f"{award.amount:.2f}"
