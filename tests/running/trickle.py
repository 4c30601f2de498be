"""A server that never comes to an end with its answer."""

import socket
import threading


class Trickle:
    """It sends `text`, then `endless` over and over, until the other side hangs up; `hung_up` says that it did."""

    def __init__(self, text, endless):
        self.hung_up, self.text, self.endless = threading.Event(), text, endless
        self.door = socket.create_server(("127.0.0.1", 0))
        self.port = self.door.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}/"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        line, _who = self.door.accept()
        self.door.close()
        with line:
            try:
                if self.text.startswith(b"H"):  # of HTTP the other side begins
                    line.recv(65536)
                line.settimeout(0.01)
                line.sendall(self.text)
                while True:
                    line.sendall(self.endless)
                    try:
                        if not line.recv(1):
                            break
                    except TimeoutError:
                        continue
            except OSError:
                pass
        self.hung_up.set()
