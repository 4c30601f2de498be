"""The portal's door before pages that take as much memory as they are asked to: `/take?100` megabytes, for as long as
the answer takes; `/keep?100` for ever."""

from socialcode.asgi import limits
from socialcode.door.answers import Pages
from socialcode.door.app import Door

MEGABYTE = 1024 * 1024
kept = []


class GreedyPages(Pages):
    def answer(self, scope, sent):
        if scope["path"] in ("/take", "/keep"):
            taken = b"x" * (int(scope["query_string"]) * MEGABYTE)
            kept.append(taken if scope["path"] == "/keep" else b"")
            scope = {**scope, "path": "/healthz"}
        return super().answer(scope, sent)


application = Door(GreedyPages(limits.in_memory), limits)
