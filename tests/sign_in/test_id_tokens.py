"""Which ID tokens are believed, and which provider."""

import time

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from jwt.algorithms import ECAlgorithm, RSAAlgorithm

from socialcode.sign_in.id_tokens import NotBelievedError, check_metadata, claims_of, nonce_of

ISSUER, CLIENT, STATE = "https://login.example", "social-code", "a state"
PRIVATE, OTHER = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _key in range(2))
CURVE = ec.generate_private_key(ec.SECP256R1())
KEYS = {
    "keys": [
        RSAAlgorithm.to_jwk(PRIVATE.public_key(), as_dict=True) | {"kid": "one", "alg": "RS256"},
        RSAAlgorithm.to_jwk(PRIVATE.public_key(), as_dict=True) | {"kid": "any"},
        ECAlgorithm.to_jwk(CURVE.public_key(), as_dict=True) | {"kid": "curve", "alg": "ES256"},
        {"kty": "oct", "kid": "shared", "alg": "HS256", "k": "c2hhcmVkLXNlY3JldC1vZi0zMi1ieXRlcy1hdC1sZWFzdCE"},
    ]
}
DOORS = ("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri")
METADATA = {"issuer": ISSUER} | {name: f"{ISSUER}/{name}" for name in DOORS}


def token(key=PRIVATE, algorithm="RS256", kid="one", **changes):
    now = int(time.time())
    told = {"iss": ISSUER, "sub": "7", "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": nonce_of(STATE)} | changes
    told = {name: value for name, value in told.items() if value is not None}
    return jwt.encode(told, key, algorithm=algorithm, headers={"kid": kid})


def believed(id_token):
    return claims_of(id_token, keys=KEYS, issuer=ISSUER, audience=CLIENT, nonce=nonce_of(STATE))


@pytest.mark.parametrize(
    "made", [{}, {"key": CURVE, "algorithm": "ES256", "kid": "curve"}, {"algorithm": "RS512", "kid": "any"}]
)
def test_a_token_of_the_provider_for_this_sign_in_is_believed(made):
    assert believed(token(**made))["sub"] == "7"


SHARED = b"shared-secret-of-32-bytes-at-least!"
NOT_BELIEVED = {
    "of another key": {"key": OTHER},
    "of a key nobody knows": {"kid": "two"},
    "without a signature": {"key": None, "algorithm": "none"},
    "signed by what is not secret": {"key": SHARED, "algorithm": "HS256", "kid": "shared"},
    "signed in another way than its key": {"algorithm": "RS512"},
    "signed with a key of another kind": {"key": CURVE, "algorithm": "ES256", "kid": "any"},
    "of another issuer": {"iss": "https://elsewhere.example"},
    "for another portal": {"aud": "another"},
    "that is over": {"exp": int(time.time()) - 60},
    "of the future": {"iat": int(time.time()) + 3600},
    "not good yet": {"nbf": int(time.time()) + 3600},
    "without an end": {"exp": None},
    "of another sign-in": {"nonce": nonce_of("another state")},
    "of no sign-in": {"nonce": None},
}


@pytest.mark.parametrize("made", NOT_BELIEVED.values(), ids=NOT_BELIEVED)
def test_no_other_token_is(made):
    with pytest.raises(NotBelievedError):
        believed(token(**made))


@pytest.mark.parametrize("text", ["", "a.b.c", "no token"])
def test_what_is_no_token_is_not_believed_either(text):
    with pytest.raises(NotBelievedError):
        believed(text)


def test_changed_claims_break_the_signature():
    head, body, signature = token().split(".")
    other_body = token(key=OTHER, sub="8").split(".")[1]
    with pytest.raises(NotBelievedError):
        believed(f"{head}.{other_body}.{signature}")
    assert body != other_body


@pytest.mark.parametrize(
    "changes",
    [
        {"issuer": f"{ISSUER}/"},
        {"issuer": "https://elsewhere.example"},
        {"jwks_uri": "https://elsewhere.example/keys"},
        {"token_endpoint": "http://login.example/token"},
        {"userinfo_endpoint": ""},
    ],
)
def test_metadata_of_another_provider_are_not_believed(changes):
    assert check_metadata(METADATA, ISSUER) == METADATA
    with pytest.raises(NotBelievedError):
        check_metadata(METADATA | changes, ISSUER)
