"""How long offers take to be found, prepared, written, answered and granted."""

import json
import resource
import time
from collections import Counter
from contextlib import contextmanager

from django.db import connection

from socialcode.notices import inbound
from socialcode.offers import planning, preparing, tasks
from socialcode.offers.models import Offer, OfferedRight
from socialcode.people.models import Family
from tests.factories import offers

FAMILIES_AT_ONCE = 5_000
BORN_A_DAY = 1_100  # in the country, with its 400 000 births a year
PEOPLE = """
    INSERT INTO people_family (key) SELECT gen_random_uuid() FROM generate_series(1, %(families)s);
    INSERT INTO people_person (key, iin, surname, given_name, patronymic, birth_date, sex, legal_status, phone, email,
                               language, received_at)
    SELECT gen_random_uuid(), lpad((2 * i + child)::text, 12, '0'),
           'Үлгі' || regexp_replace(translate(i::text, '0123456789', 'бгдқлмнрст'), '(.)', '\\1а', 'g') || 'ева',
           CASE child WHEN 0 THEN 'Айгүл' ELSE 'Аружан' END, '',
           CASE child WHEN 0 THEN date '1985-03-01' + i %% 4000 ELSE current_date - 40 - i %% %(days)s END,
           'female', 'citizen',
           CASE child WHEN 0 THEN '+77' || lpad(i::text, 9, '0') ELSE '' END, '', 'kk', now()
    FROM generate_series(1, %(families)s) i, generate_series(0, 1) child ORDER BY i, child;
    INSERT INTO people_membership (family_id, person_id, kin, since, source, received_at)
    SELECT (id + 1) / 2, id, CASE id %% 2 WHEN 1 THEN 'head' ELSE 'child' END, birth_date, 'civil_status', now()
    FROM people_person;
    INSERT INTO people_guardianship (guardian_id, ward_id, kind, since)
    SELECT id - 1, id, 'parent', birth_date FROM people_person WHERE id %% 2 = 0;
    INSERT INTO people_address (person_id, source, received_at, since, region, district, text, is_rural)
    SELECT id, 'addresses', now(), birth_date, '100000000', '103200000', 'Үлгі көшесі, 1', false FROM people_person;
    ANALYZE;
"""
ANSWERS = """
    INSERT INTO notices_inbound (gateway, gateway_key, channel, address, text, received_at, tries, next_try_at)
    SELECT 'http', 'mo-' || offer.id, 'sms', person.phone, '1', clock_timestamp(), 0, now()
    FROM offers_offer offer JOIN people_person person ON person.id = offer.person_id
    WHERE offer.state = 'queued' ORDER BY offer.id LIMIT %(answers)s
"""
IBAN = "KZ86125KZT5004100100"


def measure(families: int, answers: int) -> None:
    offers.nobody_sleeps()
    offers.amend("sampled_share", {"all": 0})
    seconds: dict[str, tuple[float, float]] = {}
    with connection.cursor() as cursor:
        cursor.execute(PEOPLE, {"families": families, "days": -(-families // BORN_A_DAY)})
    with _timed(seconds, "found"):
        _find(families)
    preparation = planning.begin_if_due()
    with _timed(seconds, "prepared"):
        while preparing.work_on(preparation):
            pass
    with _timed(seconds, "written"):
        while Offer.objects.filter(state="prepared").exists():
            tasks.send_offers()
    Offer.objects.update(iban=IBAN)
    with connection.cursor() as cursor:
        cursor.execute(ANSWERS, {"answers": answers})
    with _timed(seconds, "answers read"):
        while inbound.take_waiting():
            pass
    with _timed(seconds, "granted"):
        while OfferedRight.objects.filter(outcome="waiting").exists():
            tasks.fulfil_offers()
    outcomes = OfferedRight.objects.exclude(outcome="").values_list("outcome", flat=True)
    many = {"prepared": Offer.objects.count(), "granted": sum(one == "by_rule" for one in outcomes)}
    many |= {"found": families, "written": many["prepared"], "answers read": answers, "claimed": len(outcomes)}
    found = {
        name: {
            "seconds": round(wall, 1),
            "a second": round(many[name] / wall, 1),
            "of the processor, ms a row": round(1000 * processor / max(many[name], 1), 1),
        }
        for name, (wall, processor) in seconds.items()
    }
    found |= {
        "rows": many,
        "outcomes": Counter(outcomes),
        "memory, MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    print(json.dumps(found, indent=2))


def _find(families: int) -> None:
    first = Family.objects.order_by("pk").first().pk
    for start in range(first, first + families, FAMILIES_AT_ONCE):
        offers.find(*Family.objects.filter(pk__range=(start, start + FAMILIES_AT_ONCE - 1)))


@contextmanager
def _timed(seconds: dict[str, tuple[float, float]], name: str):
    wall, processor = time.perf_counter(), time.process_time()
    yield
    seconds[name] = time.perf_counter() - wall, time.process_time() - processor
