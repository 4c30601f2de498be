"""SMPP_URL says who the SMS centre is; what is wrong with it is one sentence."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from socialcode.running import sms_centre


def test_it_names_the_centre_and_the_account():
    read = sms_centre.read(
        "smpps://portal:p%40ss@sms.example/?from=1414&window=50&long=payload&ids=decimal&reference=0"
    )
    assert (read.host, read.port, read.is_encrypted) == ("sms.example", 3550, True)
    assert (read.name, read.password, read.source) == ("portal", "p@ss", "1414")
    assert (read.window, read.rate, read.long, read.ids, read.reference) == (50, 0, "payload", "decimal", False)
    assert read.tls().check_hostname
    assert sms_centre.read("smpp://a:b@c:1234/?from=x").port == 1234
    assert sms_centre.read("") is None


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("https://sms.example", "has to look like"),
        ("smpp://sms.example/?from=1414", "has to look like"),
        ("smpp://a:b@sms.example/", "has to look like"),
        ("smpp://a:b@sms.example:port/?from=1", "has to look like"),
        ("smpp://a:123456789@sms.example/?from=1414", "The password in SMPP_URL has more than 8"),
        ("smpp://a:b@sms.example/?from=1414&window=0", "window=0: it takes a whole number from 1 to 1000"),
        ("smpp://a:b@sms.example/?from=1414&long=short", "long=short: it knows parts and payload"),
        ("smpp://a:b@sms.example/?from=1414&speed=9", "says speed, which means nothing"),
    ],
)
def test_what_is_wrong_is_said(url, sentence):
    with pytest.raises(ImproperlyConfigured, match="SMPP_URL") as refused:
        sms_centre.read(url)
    assert sentence in str(refused.value)
    assert "123456789" not in str(refused.value)
