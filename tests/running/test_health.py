"""The page for watchers, and what every answer says to the browser."""


def test_a_healthy_portal_says_so(client, db):
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"postgresql": True, "redis": True})


def test_a_redis_that_does_not_answer_is_named(client, db, settings):
    settings.REDIS_URL = "redis://127.0.0.1:1"
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (503, {"postgresql": True, "redis": False})


def test_nothing_inline_and_nothing_from_elsewhere_may_run(client, db):
    headers = client.get("/healthz").headers
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == policy["frame-ancestors"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
