"""Letters that look like others: typed on a Cyrillic keyboard, or a letter where a digit is meant."""

TO_LATIN = str.maketrans("АВЕКМНОРСТУХІҮЗ", "ABEKMHOPCTYXIY3")
TO_DIGITS = str.maketrans("OОDІIЗБ", "0001136")


def latin(text: str) -> str:
    """A text of Latin capitals and digits, with Cyrillic letters of the same look put right."""
    return text.upper().translate(TO_LATIN)


def digits(text: str) -> str:
    """A text of digits, with letters of the same look put right."""
    return text.upper().replace("L", "1").translate(TO_DIGITS)
