"""A small SMS gateway: a real HTTP server that shows a phone each key once, as the contract of real ones says."""

import json
import queue
import threading
from collections import namedtuple
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Asked = namedtuple("Asked", "headers body")


class SmsGateway:
    """`asked` are the requests, in order; `shown` what arrived on phones: {key: body}.

    While `may_answer` is cleared, requests are taken and not answered.
    """

    def __init__(self):
        self.asked, self.shown = queue.Queue(), {}
        self.status, self.said = 200, None
        self.may_answer = threading.Event()
        self.may_answer.set()

    def __enter__(self):
        gateway = self

        class Door(BaseHTTPRequestHandler):
            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                gateway.shown.setdefault(self.headers["Idempotency-Key"], body)
                gateway.asked.put(Asked(self.headers, body))
                gateway.may_answer.wait()
                name = json.dumps({"id": f"message-{len(gateway.shown)}"}).encode()
                said = name if gateway.said is None else gateway.said
                self.send_response(gateway.status)
                self.send_header("Content-Length", str(len(said)))
                if gateway.status == 302:
                    self.send_header("Location", gateway.address)
                self.end_headers()
                self.wfile.write(said)

            def log_message(self, *_words):
                """Quiet."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
        self.server.handle_error = lambda *_: None  # who is killed while waiting reads no answer
        self.address = f"http://127.0.0.1:{self.server.server_port}/sms"
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_):
        self.may_answer.set()
        self.server.shutdown()
        self.server.server_close()
