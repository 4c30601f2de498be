"""An SMS gateway that takes its time, and notes when each message came."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class SlowGateway:
    """`with SlowGateway(0.2) as gateway`: answers each message after so many seconds."""

    def __init__(self, seconds: float):
        self._seconds, self._came, self._news = seconds, [], threading.Condition()

    def __enter__(self) -> "SlowGateway":
        gateway = self

        class Door(BaseHTTPRequestHandler):
            def do_POST(self):
                text = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["text"]
                with gateway._news:
                    gateway._came.append((text, time.time()))
                    gateway._news.notify_all()
                time.sleep(gateway._seconds)
                self.send_response(200)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_words):
                """Quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self._server.server_port}/"
        return self

    def __exit__(self, *_):
        self._server.shutdown()

    def wait_for(self, words: str) -> None:
        """Until a message with these words has come."""
        with self._news:
            self._news.wait_for(lambda: any(words in text for text, _at in self._came))

    def arrived_at(self, words: str) -> float:
        """When the first message with these words came, in seconds since 1970."""
        return next(at for text, at in self._came if words in text)

    def count(self, words: str) -> int:
        return sum(words in text for text, _at in self._came)
