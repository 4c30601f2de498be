"""A page made by Django in a thread: the whole answer, so that the thread is free before a visitor has read it."""

from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import BinaryIO

from django.core import signals
from django.core.handlers.asgi import ASGIRequest
from django.core.handlers.base import BaseHandler
from django.http import HttpResponse, HttpResponseBadRequest
from django.urls import set_script_prefix

from .refusals import NoRoomError


@dataclass
class Answer:
    """Status, headers as bytes, and a body to be read from its beginning and closed."""

    status: int
    headers: list[tuple[bytes, bytes]]
    body: BinaryIO


@dataclass
class Work:
    """A request to be answered in a thread: its ASGI scope, and its body, which who answers it closes."""

    pages: "Pages"
    scope: dict
    sent: BinaryIO

    def __call__(self) -> Answer:
        return self.pages.answer(self.scope, self.sent)


class Pages(BaseHandler):
    """Django's views and middlewares, for a thread that answers one request after the other."""

    def __init__(self, in_memory: int):
        super().__init__()
        self._in_memory = in_memory
        self.load_middleware()

    def answer(self, scope: dict, sent: BinaryIO) -> Answer:
        """Answer one ASGI request with the body `sent`, and close it. Raises NoRoomError."""
        set_script_prefix("/")
        signals.request_started.send(sender=self.__class__, scope=scope)
        with sent:
            try:
                response = self.get_response(ASGIRequest(scope, sent))
            except UnicodeDecodeError:  # a query that is no text
                response = HttpResponseBadRequest()
            try:
                return self._taken_whole(response)
            finally:
                response.close()

    def _taken_whole(self, response: HttpResponse) -> Answer:
        headers = [(name.lower().encode("ascii"), value.encode("latin1")) for name, value in response.items()]
        headers += [(b"set-cookie", cookie.OutputString().encode("ascii")) for cookie in response.cookies.values()]
        body = SpooledTemporaryFile(self._in_memory)  # noqa: SIM115 - closed by who sends it
        try:
            for part in response:
                body.write(part)
        except OSError as error:
            body.close()
            raise NoRoomError from error
        body.seek(0)
        return Answer(response.status_code, headers, body)
