"""Kazakh as values need it: case endings after names, days and sums by vowel harmony, and the order of the alphabet."""

import re

ALPHABET = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
BACK, FRONT = frozenset("аоұыёя"), frozenset("әеөүіэ")
NASAL, BUZZING = frozenset("мнң"), frozenset("жз")
SONOROUS = frozenset("рлйьъуию")  # у, и and ю end in a glide
VOICELESS = frozenset("пфкқтсшщчцхһбвгд")  # б, в, г and д are voiceless at the end of a word
POSSESSED = ("облысы", "қаласы", "ауданы", "ауылы", "қоры", "орталығы", "төлемі", "күні")
# The words in which figures and signs are read out: the last one decides.
DIGITS = ("нөл", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз")
TENS = ("", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан")
ZEROS = ((9, "миллиард"), (6, "миллион"), (3, "мың"), (2, "жүз"))
SIGNS = {"₸": "теңге", "%": "пайыз"}
# case: (after a vowel, a nasal, ж or з, another voiced consonant, a voiceless one), with а and ы for their front pairs
ENDINGS = {
    "genitive": ("ның", "ның", "дың", "дың", "тың"),
    "dative": ("ға", "ға", "ға", "ға", "қа"),
    "accusative": ("ны", "ды", "ды", "ды", "ты"),
    "locative": ("да", "да", "да", "да", "та"),
    "ablative": ("дан", "нан", "дан", "дан", "тан"),
    "instrumental": ("мен", "мен", "бен", "мен", "пен"),
}
OF_POSSESSED = {
    "genitive": "ның",
    "dative": "на",
    "accusative": "н",
    "locative": "нда",
    "ablative": "нан",
    "instrumental": "мен",
}
SOFT = str.maketrans("аығқ", "еігк")
PLACED = "".join(chr(0xE000 + place) for place in range(len(ALPHABET)))  # letters of nobody, in the order of codes
PLACES = str.maketrans(ALPHABET, PLACED)


def inflected(text: str, case: str) -> str:
    """A value with the ending of a case: "20 мамыр" is "20 мамырға", "250 000 ₸" is "250 000 ₸-ге", dative.

    `case` is one of `ENDINGS`. A text without a letter or figure at its end stays as it is. Raises KeyError for
    another case.
    """
    shown = text.rstrip()
    read = _read_out(shown)
    if not read:
        return text
    ending = _ending(read, case)
    return f"{shown}{ending if shown[-1].isalpha() else '-' + ending}"


def order(text: str) -> str:
    """What sorts texts by the Kazakh alphabet, with Latin letters and figures before it, whatever their case."""
    return str(text).casefold().translate(PLACES)


def _read_out(text: str) -> str:
    """The last word as it is read, in small letters; empty where there is none."""
    if text[-1:] in SIGNS:
        return SIGNS[text[-1]]
    if text[-1:].isdigit():
        return _number(re.search(r"[\d\s]*\d$", text)[0])
    word = re.search(r"\w+$", text)
    return word[0].casefold() if word and word[0].isalpha() else ""


def _number(text: str) -> str:
    """The last word of a number."""
    digits = re.sub(r"\D", "", text)
    zeros = len(digits) - len(digits.rstrip("0"))
    if not digits.strip("0"):
        return DIGITS[0]
    if not zeros:
        return DIGITS[int(digits[-1])]
    if zeros == 1:
        return TENS[int(digits[-2])]
    return next(word for least, word in ZEROS if zeros >= least)


def _ending(word: str, case: str) -> str:
    ending = OF_POSSESSED[case] if word.endswith(POSSESSED) else ENDINGS[case][_group(word[-1])]
    return ending if case == "instrumental" or _is_back(word) else ending.translate(SOFT)


def _group(last: str) -> int:
    if last in NASAL:
        return 1
    if last in BUZZING:
        return 2
    if last in VOICELESS:
        return 4
    return 3 if last in SONOROUS else 0


def _is_back(word: str) -> bool:
    """Whether its last vowel is pronounced at the back; и, у and ю go with the others."""
    for letter in reversed(word):
        if letter in BACK or letter in FRONT:
            return letter in BACK
    return "и" not in word
