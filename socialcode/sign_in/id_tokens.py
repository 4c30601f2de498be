"""What a provider of OpenID Connect says, and when it is believed: by its own signature, for this portal, this once."""

import jwt
from django.utils.crypto import constant_time_compare, salted_hmac

from socialcode.running import environment

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")  # with two keys
CLAIMS = ("iss", "sub", "aud", "exp", "iat", "nonce")
LEEWAY = 5  # seconds between two clocks
ENDPOINTS = ("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri")


class NotBelievedError(Exception):
    """Something that a provider said and that is not taken: the reason, for the log."""


def check_metadata(said: dict, issuer: str) -> dict:
    """What the provider says of itself, when it is the one of OIDC_ISSUER and keeps its keys and doors at home."""
    if said.get("issuer") != issuer:
        raise NotBelievedError("the metadata are of another issuer than OIDC_ISSUER")
    for name in ENDPOINTS:
        if environment.origin(said.get(name, "")) != environment.origin(issuer):
            raise NotBelievedError(f"{name} is not at the host of OIDC_ISSUER")
    return said


def claims_of(id_token: str, *, keys: dict, issuer: str, audience: str, nonce: str) -> dict:
    """The claims of an ID token that one of the provider's `keys` (a JSON Web Key Set) signed for this sign-in."""
    try:
        told = jwt.decode(
            id_token,
            _key_of(jwt.get_unverified_header(id_token), keys),
            algorithms=ALGORITHMS,
            issuer=issuer,
            audience=audience,
            leeway=LEEWAY,
            options={"require": CLAIMS},
        )
    except jwt.PyJWTError as error:
        raise NotBelievedError(f"the ID token: {error}") from error
    if not constant_time_compare(told["nonce"], nonce):
        raise NotBelievedError("the ID token is of another sign-in")
    return told


def _key_of(head: dict, keys: dict) -> jwt.PyJWK:
    """The key that the head of a token names, for the algorithm that the provider states; else for one allowed here."""
    algorithm = head["alg"]
    for key in keys.get("keys", ()) if algorithm in ALGORITHMS else ():
        if key.get("kid") == head.get("kid") and key.get("alg", algorithm) == algorithm:
            return jwt.PyJWK(key, algorithm=algorithm)
    raise NotBelievedError("the ID token: its key and algorithm are none of the provider's")


def nonce_of(state: str) -> str:
    """What the ID token of one sign-in repeats; `state` is its secret, kept in the session and used once."""
    return salted_hmac("socialcode.sign_in.nonce", state, algorithm="sha256").hexdigest()
