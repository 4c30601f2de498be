"""Short messages over SMPP: `python -m bench.sms [--messages 77700] [--limits 0 200] [--window 50]`.

All messages are due when the process begins. The SMS centre is a process of other makers' library that takes so many a
second (0: as many as it can) and sends a receipt for each; its own most is measured first, with its makers' client.
"""

import argparse
import asyncio
import json
import signal
import socket
import subprocess
import sys
import time

import psutil
import smpp34

from bench.codes import TELL_ALL
from bench.portal import Portal

TEXT = "Сіздің отбасыңызға төлем тағайындалуы мүмкін: 1 иә, 2 жоқ. 1414"
FILL = """
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("UPDATE notices_delivery SET state = 'sending', text = %s", ["{text}"])
    cursor.execute("VACUUM ANALYZE notices_delivery")
"""
COUNT = """
from django.db.models import Count
from socialcode.notices.models import Delivery
for row in Delivery.objects.values("state").annotate(count=Count("pk")):
    print("> ", row["state"], row["count"])
"""
AGAIN = """
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("TRUNCATE notices_receipt, notices_part")
    cursor.execute("UPDATE notices_delivery SET state = 'sending', sent_at = NULL, delivered_at = NULL,"
                   " gateway_key = '', next_try_at = now(), tries = 0")
"""


def main() -> None:
    reader = argparse.ArgumentParser(prog="python -m bench.sms")
    reader.add_argument("--messages", type=int, default=77_700)
    reader.add_argument("--limits", type=int, nargs="+", default=[0, 200])
    reader.add_argument("--window", type=int, default=50)
    asked = reader.parse_args()
    count, port = asked.messages, _free_port()
    with _centre(port, 0, count) as centre:
        asyncio.run(_most(centre, port, count, asked.window))
        print(f"The centre itself, with its makers' client: {count / _said(centre)['seconds']:.0f} messages a second")
    portal = Portal(SMPP_URL=f"smpp://portal:secret@127.0.0.1:{port}/?from=1414&window={asked.window}")
    portal.run("migrate", "--verbosity", "0")
    portal.do(TELL_ALL.format(notices=count))
    portal.do(FILL.format(text=TEXT))
    for limit in asked.limits:
        portal.do(AGAIN)
        _send(portal, port, limit, count)


def _send(portal: Portal, port: int, limit: int, count: int) -> None:
    with _centre(port, limit, count) as centre:
        process = portal.begin("smpp")
        most = _memory_while(centre, process)
        said = _said(centre)
        time.sleep(1)
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=60)
    states = {state: int(number) for state, number in portal.do(COUNT)}
    rate = count / said["seconds"]
    share = f", {rate / limit:.0%} of its limit of {limit}" if limit else ""
    print(
        f"{count:,} messages: {rate:.0f} a second{share}, {said['refused']:,} refused as too fast, "
        f"{said['twice']} twice; receipts {said['seconds_of_receipts']:.1f} s later; at most {most:.0f} MB; {states}"
    )


def _memory_while(centre: subprocess.Popen, process: subprocess.Popen) -> float:
    """The most megabytes that the process had until the centre ended."""
    most, watched = 0.0, psutil.Process(process.pid)
    while centre.poll() is None:
        most = max(most, watched.memory_info().rss / 2**20)
        time.sleep(0.5)
    return most


async def _most(centre: subprocess.Popen, port: int, count: int, window: int) -> None:
    client = smpp34.Client("127.0.0.1", port, "bench", "secret", bind_type="TRX", window_size=window)
    line = await client.connect()
    left = iter(range(count))

    async def send():
        for number in left:
            await line.submit_sm(f"77{number:09}", TEXT.encode("utf-16-be"), source_addr="1414", data_coding=8)

    async def read():
        while True:
            await line.next()

    reading = asyncio.create_task(read())
    await asyncio.gather(*(send() for _place in range(window)))
    await asyncio.to_thread(centre.wait)  # the line stays until the last receipt is read
    reading.cancel()
    await client.stop()


def _centre(port: int, limit: int, count: int) -> subprocess.Popen:
    words = [sys.executable, "-m", "bench.sms.centre", str(port), str(limit), str(count)]
    centre = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
    centre.stdout.readline()
    return centre


def _said(centre: subprocess.Popen) -> dict:
    return json.loads(centre.stdout.read())


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


if __name__ == "__main__":
    main()
