"""Codes to sign in while a nation is told something: `python -m bench.codes [--notices 77700] [--codes 30]
[--gateway 0.2]`.

Starts the portal with all its processes and an SMS gateway that takes so many seconds for a message. All notices wait
when the first code is asked for; how long each code takes from the request to the gateway is measured there.
"""

import argparse
import statistics

from bench.gateway import SlowGateway
from bench.portal import Portal

GOAL = 5.0  # seconds
PAUSE = 1.0  # seconds between two requests for a code
TELL_ALL = """
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute('''
        WITH made AS (
            INSERT INTO people_person (key, iin, surname, given_name, patronymic, birth_date, sex, legal_status, phone,
                                       email, language, received_at)
            SELECT uuidv7(), lpad(i::text, 12, '0'), 'Family', 'Given', '', date '1990-01-01', 'female', 'citizen',
                   '+77' || lpad(i::text, 9, '0'), '', 'en', now()
            FROM generate_series(1, {notices}) i RETURNING id, phone
        ), told AS (
            INSERT INTO notices_notice (key, to_id, kind, language, subject, text, about_type, about_key, link,
                                        created_at)
            SELECT uuidv7(), id, 'message', 'en', 'Offer', 'Offer', '', '', '', now() FROM made RETURNING id, to_id
        )
        INSERT INTO notices_delivery (notice_id, channel, address, subject, text, state, urgency, tries, next_try_at,
                                      gateway_key, error)
        SELECT told.id, 'sms', phone, '', 'Offer', 'waiting', 2, 0, now(), '', ''
        FROM told JOIN made ON made.id = to_id
    ''')
    cursor.execute("ANALYZE notices_delivery, notices_notice, people_person")
"""
ASK = """
import time
from socialcode.notices.actions import queue_notice
from socialcode.people.models import Person
for number in range({codes}):
    person = Person.objects.get(iin=f"{{number + 1:012}}")
    print("> ", f"{{number:06}}", time.time())
    queue_notice("sign_in_code", to=person, about=person, code=f"{{number:06}}")
    time.sleep({pause})
"""


def main() -> None:
    reader = argparse.ArgumentParser(prog="python -m bench.codes")
    reader.add_argument("--notices", type=int, default=77_700)
    reader.add_argument("--codes", type=int, default=30)
    reader.add_argument("--gateway", type=float, default=0.2, help="seconds for a message")
    asked = reader.parse_args()
    with SlowGateway(asked.gateway) as gateway, Portal(SMS_GATEWAY_URL=gateway.address, SWEEP_SECONDS="5") as portal:
        portal.do(TELL_ALL.format(notices=asked.notices))
        gateway.wait_for("Offer")
        asked_at = {code: float(at) for code, at in portal.do(ASK.format(codes=asked.codes, pause=PAUSE))}
        gateway.wait_for(f"{asked.codes - 1:06}")
        took = [gateway.arrived_at(code) - at for code, at in asked_at.items()]
        offers = gateway.count("Offer")
    print(f"{asked.codes} codes while {asked.notices - offers:,} of {asked.notices:,} notices still waited: ", end="")
    reached = "reached" if max(took) <= GOAL else "missed"
    print(f"half within {statistics.median(took):.2f} s, all within {max(took):.2f} s (goal {GOAL:g}, {reached})")


if __name__ == "__main__":
    main()
