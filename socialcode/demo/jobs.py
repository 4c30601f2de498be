"""Invented vacancies of the invented employers, posted as their heads would."""

import datetime
from decimal import Decimal
from pathlib import Path

from django.utils import timezone

from employment.employers.places import centre_of
from employment.vacancies.actions import posting
from employment.vacancies.market import counting
from socialcode import yaml_file
from socialcode.people.models import Organisation
from socialcode.sign_in.actions import account_of

FILE = Path(__file__).parent / "vacancies.yaml"
ADDRESS = "Үлгі көшесі, 7"


def make(organisations: list[Organisation]) -> None:
    """Post the vacancies of employers that have none yet, and count the labour market."""
    new = [each for each in organisations if centre_of(each.region, each.district) and not each.vacancies.exists()]
    by_name = {each.name: each for each in new}
    for described in yaml_file.read(FILE):
        if organisation := by_name.get(described["employer"]):
            _post(organisation, described)
    counting.count()


def _post(organisation: Organisation, described: dict) -> None:
    head = account_of(organisation.who_acts()[0])
    written = {name: value for name, value in described.items() if name not in ("employer", "opened")}
    written |= {name: Decimal(written[name]) for name in ("pay_from", "pay_to") if name in written}
    opened_on = timezone.localdate() - datetime.timedelta(days=described["opened"])
    place = {"region": organisation.region, "district": organisation.district, "address": ADDRESS}
    says = {"pay_to": None} | written | place
    vacancy = posting.write(organisation=organisation, by=head, opened_on=opened_on, **says)
    posting.post(vacancy=vacancy, by=head)
