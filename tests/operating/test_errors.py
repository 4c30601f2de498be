"""What is reported to watchers has the place of an error and nobody's data."""

import sentry_sdk
from sentry_sdk.transport import Transport

from socialcode.operating import errors

IIN, NAME, PHONE = "900115450019", "Үлгіева Айгүл", "+77000001234"
DSN = "https://key@errors.example/1"


class Kept(Transport):
    """Keeps what would be sent."""

    def __init__(self):
        super().__init__()
        self.envelopes = []

    def capture_envelope(self, envelope):
        self.envelopes.append(envelope)


def test_an_error_is_reported_without_people(settings, client, db, monkeypatch):
    settings.SENTRY_DSN, kept = DSN, Kept()
    monkeypatch.setattr("socialcode.running.health.redis_answers", lambda: int(f"{NAME} {IIN} {PHONE}"))
    client.raise_request_exception = False
    with sentry_sdk.isolation_scope():
        errors.begin()
        sentry_sdk.get_client().transport = kept
        try:
            assert client.get(f"/healthz?iin={IIN}", HTTP_COOKIE=f"name={PHONE}").status_code == 500
        finally:
            sentry_sdk.get_global_scope().set_client(None)

    reported = "".join(envelope.serialize().decode() for envelope in kept.envelopes)
    assert "ValueError" in reported
    assert "healthz" in reported
    assert not [word for word in (IIN, PHONE, "Айгүл", "\\u0410") if word in reported]
