"""How long an SMS is: every further part is paid for again.

Source: 3GPP TS 23.038 (alphabets) and 23.040 (parts). Kazakh and Russian letters are not in the 7-bit alphabet, so that
a message of theirs has 70 characters, or 67 in each of several parts.
"""

ALPHABET = (  # each letter at the place of its code
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\x1bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
ESCAPE = ALPHABET.index("\x1b")
AFTER_ESCAPE = {  # these take two places
    0x0A: "\f",
    0x14: "^",
    0x28: "{",
    0x29: "}",
    0x2F: "\\",
    0x3C: "[",
    0x3D: "~",
    0x3E: "]",
    0x40: "|",
    0x65: "€",
}
SEVEN_BIT = frozenset(ALPHABET) - {"\x1b"}
TWO_PLACES = frozenset(AFTER_ESCAPE.values())


def seven_bit(data: bytes) -> str:
    """What the codes of the 7-bit alphabet say, one a byte; what is none of them becomes the sign for that."""
    letters, place = [], 0
    while place < len(data):
        is_escape = data[place] == ESCAPE and place + 1 < len(data)
        code = data[place + is_escape]
        letters.append(AFTER_ESCAPE.get(code, "�") if is_escape else ALPHABET[code] if code < len(ALPHABET) else "�")
        place += 1 + is_escape
    return "".join(letters)


def parts(text: str) -> int:
    """In how many parts a text goes over the network."""
    if set(text) <= SEVEN_BIT | TWO_PLACES:
        length, alone, joined = len(text) + sum(letter in TWO_PLACES for letter in text), 160, 153
    else:
        length, alone, joined = len(text.encode("utf-16-be")) // 2, 70, 67
    return 1 if length <= alone else -(-length // joined)
