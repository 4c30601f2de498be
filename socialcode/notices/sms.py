"""How long an SMS is: every further part is paid for again.

Source: 3GPP TS 23.038 (alphabets) and 23.040 (parts). Kazakh and Russian letters are not in the 7-bit alphabet, so that
a message of theirs has 70 characters, or 67 in each of several parts.
"""

SEVEN_BIT = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
TWO_PLACES = frozenset("^{}\\[~]|€\f")  # written with an escape before them


def parts(text: str) -> int:
    """In how many parts a text goes over the network."""
    if set(text) <= SEVEN_BIT | TWO_PLACES:
        length, alone, joined = len(text) + sum(letter in TWO_PLACES for letter in text), 160, 153
    else:
        length, alone, joined = len(text.encode("utf-16-be")) // 2, 70, 67
    return 1 if length <= alone else -(-length // joined)
