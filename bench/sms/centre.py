"""An SMS centre as a process: `python -m bench.sms.centre PORT LIMIT COUNT`.

It takes LIMIT messages a second (0: all) and says ESME_RTHROTTLED to what is more, sends a receipt for each, and when
it has taken COUNT prints what it saw as JSON.
"""

import asyncio
import collections
import json
import sys
import time

import smpp34

MANY_RECEIPTS = 50  # on their way at once


class Centre:
    """`taken` are the moments at which messages were taken."""

    def __init__(self, port: int, limit: int, count: int):
        self.server, self.limit, self.count = smpp34.Server("127.0.0.1", port, system_id="bench"), limit, count
        self.taken, self.refused, self.receipts, self.places = [], 0, asyncio.Queue(), collections.Counter()
        self.session: smpp34.Esme | None = None

    async def run(self) -> dict:
        """Until all have come and all receipts were read."""
        await self.server.start()
        print("ready", flush=True)
        senders = [asyncio.create_task(self._send_receipts()) for _sender in range(MANY_RECEIPTS)]
        while len(self.taken) < self.count:
            event = await self.server.next()
            if isinstance(event, smpp34.Esme):
                self.session = event
            elif isinstance(event, smpp34.SubmitSmEvent):
                self._decide(event)
        all_in = time.monotonic()
        await self.receipts.join()
        for sender in senders:
            sender.cancel()
        return {
            "seconds": self.taken[-1] - self.taken[0],
            "refused": self.refused,
            "twice": sum(times > 1 for times in self.places.values()),
            "seconds_of_receipts": time.monotonic() - all_in,
        }

    def _decide(self, event):
        now = time.monotonic()
        if self.limit and len(self.taken) >= self.limit and now - self.taken[-self.limit] < 1:
            self.refused += 1
            event.reject(smpp34.ESME_RTHROTTLED)
            return
        self.taken.append(now)
        self.places[event.destination_addr] += 1
        event.accept(f"{len(self.taken):x}")
        self.receipts.put_nowait((f"{len(self.taken):x}", event.destination_addr))

    async def _send_receipts(self):
        while True:
            name, address = await self.receipts.get()
            text = f"id:{name} sub:001 dlvrd:001 stat:DELIVRD err:000 text:".encode()
            try:
                await self.session.deliver_sm("1414", text, source_addr=address, esm_class=4)
            except smpp34.SmppError:
                self.receipts.put_nowait((name, address))
            self.receipts.task_done()


if __name__ == "__main__":
    print(json.dumps(asyncio.run(Centre(*map(int, sys.argv[1:])).run())), flush=True)
