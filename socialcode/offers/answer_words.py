"""The words by which people say yes and no, from the file of the same name, and what other keyboards make of them."""

from pathlib import Path

from socialcode import yaml_file

_WORDS = yaml_file.read(Path(__file__).with_suffix(".yaml"))
_YES_SIGNS, _NO_SIGNS = frozenset("+✓✔✅👍👌🆗"), frozenset("-–—✗✘❌👎🚫")
_PUNCTUATION = frozenset(".,;:!?()[]«»\"'“”…/*#_=~`^&@%\ufe0f🙏😊🙂😀❤")

SIGNS = _YES_SIGNS | _NO_SIGNS
YES = frozenset(_WORDS["agrees"]["words"].split()) | _YES_SIGNS
NO = frozenset(_WORDS["declines"]["words"].split()) | _NO_SIGNS
NEUTRAL = frozenset(_WORDS["neutral"]["words"].split()) | _PUNCTUATION
ARRIVED = frozenset(_WORDS["arrived"]["words"].split())
MISSED = frozenset(_WORDS["missed"]["words"].split())
NO_PHRASES = frozenset(_WORDS["declines"]["phrases"])
NEGATIONS = frozenset(("не", "ne", "not", "dont"))
TURNS = frozenset(("емес", "emes"))  # after a word, these turn it into its contrary

_CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбю"
_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
_KAZAKH_ROW = {"2": "ә", "3": "і", "4": "ң", "5": "ғ", "8": "ү", "9": "ұ", "0": "қ"}  # where digits are elsewhere
_TO_CYRILLIC = dict(zip(_LATIN, _CYRILLIC, strict=True))
LAYOUTS = {  # Cyrillic meant and Latin keys; the same on the Kazakh keyboard; Latin meant and Cyrillic keys
    "russian_keys": str.maketrans(_TO_CYRILLIC),
    "kazakh_keys": str.maketrans(_TO_CYRILLIC | _KAZAKH_ROW),
    "latin_keys": str.maketrans(dict(zip(_CYRILLIC, _LATIN, strict=True))),
}
AS_CYRILLIC = str.maketrans("aeopcxykmhtbi", "аеорсхукмнтві")
