"""An SMS centre to test against: smpp34, which shares nothing with what the portal speaks SMPP by, behind a line that
can be cut at any PDU.

`SmsCentre` runs in a thread of its own, one for a module. What it does to a message is said by `decide`.
"""

import asyncio
import contextlib
import itertools
import queue
import socket
import struct
import threading
from collections.abc import Callable
from dataclasses import dataclass

import smpp34

PATIENCE = 30  # seconds
COMMANDS = {
    "bind_transceiver": 0x09,
    "submit_sm": 0x04,
    "deliver_sm": 0x05,
    "enquire_link": 0x15,
    "unbind": 0x06,
}
COMMANDS |= {f"{name}_resp": code | 0x80000000 for name, code in COMMANDS.items()}
HOLD = object()  # no answer


@dataclass(frozen=True)
class Taken:
    """A message as the centre got it, and what it calls it."""

    name: str
    event: smpp34.SubmitSmEvent

    @property
    def text(self) -> str:
        data = self.event.short_message or next(
            (tlv.value for tlv in self.event.tlvs if tlv.tag == smpp34.TLV_MESSAGE_PAYLOAD), b""
        )
        if self.event.esm_class & 0x40:
            data = data[data[0] + 1 :]
        return data.decode("utf-16-be" if self.event.data_coding == 8 else "ascii")

    @property
    def place(self) -> int:
        """Which part of a long message it is, by its header: the centre takes several at once, in any order."""
        return self.event.short_message[5] if self.event.esm_class & 0x40 else 1

    @property
    def reference(self) -> bytes:
        return next((tlv.value for tlv in self.event.tlvs if tlv.tag == smpp34.TLV_USER_MESSAGE_REFERENCE), b"")


@dataclass(frozen=True)
class Cut:
    """Where the line is cut: as a PDU of this name passes, before or after it has, or amid it."""

    command: str
    when: str  # before, after, amid


class SmsCentre:
    """`asked` are all messages that came, in order; `taken` those that the centre took."""

    def __enter__(self):
        self.loop = asyncio.new_event_loop()
        self.names = itertools.count(1)
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()
        self.server_port, self.port = _free_port(), _free_port()
        self.forget()
        self._run(self._start())
        return self

    def __exit__(self, *_error):
        self._run(self._stop())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()
        self.loop.close()

    def forget(self) -> None:
        """As new, for the next test."""
        self.asked: list[smpp34.SubmitSmEvent] = []
        self.taken: list[Taken] = []
        self.news: queue.Queue = queue.Queue()
        self.sessions: list[smpp34.Esme] = []
        self.held: list[smpp34.SubmitSmEvent] = []
        self.cuts: list[Cut] = []
        self.binds: list[float] = []
        self.is_open, self.lines_are_whole, self.breaks = True, True, 0
        self.decide: Callable = lambda _event: None

    def next(self) -> Taken:
        """The next message that is taken."""
        return self.news.get(timeout=PATIENCE)

    def deliver(self, text: bytes, source: str, *, check=True, **fields) -> int:
        """Send a receipt or a message over the newest session; returns what was answered to it."""
        answer = self._run(self._deliver(text, source, fields), check=check)
        return answer.command_status if answer else None

    def receipt(self, taken: Taken, state="DELIVRD", *, error="000", name=None, **fields) -> int:
        """Tell what became of a message, in the words of SMPP's appendix B."""
        text = f"id:{name or taken.name} sub:001 dlvrd:001 submit date:2601010000 done date:2601010001"
        text = f"{text} stat:{state} err:{error} text:".encode()
        return self.deliver(text, taken.event.destination_addr, esm_class=4, **fields)

    def hang_up(self) -> None:
        """Cut all lines at once."""
        self.loop.call_soon_threadsafe(self._cut_all)

    def close_door(self) -> None:
        """Nobody gets in any more, and all lines are cut."""
        self.is_open = False
        self.hang_up()

    async def _start(self):
        self.writers, self.tasks = set(), set()
        self.server = smpp34.Server("127.0.0.1", self.server_port, system_id="centre")
        await self.server.start()
        self.serving = asyncio.create_task(self._serve())
        self.door = await asyncio.start_server(self._line, "127.0.0.1", self.port)

    async def _stop(self):
        self.door.close()
        self._cut_all()
        self.serving.cancel()
        await self.server.stop()
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(self.serving, *self.tasks, return_exceptions=True)

    async def _serve(self):
        while True:
            event = await self.server.next()
            if isinstance(event, smpp34.Esme):
                self.lines_are_whole = True
                self.sessions.append(event)
                self.binds.append(self.loop.time())
            elif isinstance(event, smpp34.SubmitSmEvent):
                self._asked(event)
            else:
                self.sessions = [one for one in self.sessions if one.session_id != event.session_id]

    def _asked(self, event):
        self.asked.append(event)
        decided = self.decide(event)
        if decided is HOLD:
            self.held.append(event)
        elif decided:
            event.reject(decided)
        else:
            taken = Taken(f"{next(self.names):x}", event)
            event.accept(taken.name)
            self.taken.append(taken)
            self.news.put(taken)

    async def _deliver(self, text, source, fields):
        return await self.sessions[-1].deliver_sm("1414", text, source_addr=source, source_addr_ton=1, **fields)

    async def _line(self, reader, writer):
        """One line: what passes in both directions, PDU by PDU."""
        if not self.is_open:
            writer.close()
            return
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self.server_port)
        self.writers |= {writer, far_writer}
        ways = [self._pass(reader, far_writer), self._pass(far_reader, writer)]
        tasks = [asyncio.create_task(way) for way in ways]
        self.tasks |= set(tasks)
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for each in (writer, far_writer):
            each.transport.abort()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _pass(self, reader, writer):
        with contextlib.suppress(OSError, EOFError):
            while True:
                head = await reader.readexactly(16)
                length, command, _status, _sequence = struct.unpack(">LLLL", head)
                frame = head + await reader.readexactly(length - 16)
                cut = next((cut for cut in self.cuts if COMMANDS[cut.command] == command), None)
                if cut:
                    self.cuts.remove(cut)
                if cut and cut.when == "before":
                    return self._broken()
                writer.write(frame[: len(frame) // 2] if cut and cut.when == "amid" else frame)
                await writer.drain()
                if cut:
                    await asyncio.sleep(0.05)  # what was written leaves before the line is cut
                    return self._broken()

    def _broken(self):
        self.lines_are_whole, self.breaks = False, self.breaks + 1

    def _cut_all(self):
        for writer in self.writers:
            writer.transport.abort()
        self.writers.clear()

    def _run(self, what, *, check=True):
        try:
            return asyncio.run_coroutine_threadsafe(what, self.loop).result(PATIENCE)
        except Exception:
            if check:
                raise
            return None


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]
