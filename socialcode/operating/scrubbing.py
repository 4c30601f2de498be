"""Takes out of a line for operators what may tell of a person: the portal's own words are English, people's are not.

Numbers of persons and accounts, phones, mailboxes, whatever is written in other letters than English ones, what
PostgreSQL quotes of a row, and of an error what Python quotes.
"""

import re

HIDDEN = "*"
PERSONAL = re.compile(
    r"""
    [\w.+-]+@[\w-]+(?:\.[\w-]+)+          # a mailbox
    | \bKZ\d\d(?:[ ]?[0-9A-Z]){16}\b      # a bank account
    | \b\d{10,12}\b                       # an IIN, a BIN, a phone
    | \+\d(?:[ ()-]{0,2}\d){9,14}         # a phone with its parts apart
    | \b8[ (-]{1,2}\d{3}(?:[ )-]{0,2}\d){7}\b
    | [^\x00-\x7f]+(?:[ ,.-]*[^\x00-\x7f]+)*
    """,
    re.VERBOSE | re.IGNORECASE,
)
OF_A_ROW = re.compile(r"^(?:DETAIL|CONTEXT|HINT|LINE \d+):.*?(?=^\S|\Z)", re.MULTILINE | re.DOTALL)
KEY = re.compile(r"\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b")
QUOTED = re.compile(r"'(?:[^'\\]|\\.)*'")


def scrub(text: str) -> str:
    """The line without what is personal. Keys, which name nobody, stay."""
    found, position = [], 0
    for key in KEY.finditer(text):
        found += [PERSONAL.sub(HIDDEN, text[position : key.start()]), key.group()]
        position = key.end()
    return "".join([*found, PERSONAL.sub(HIDDEN, text[position:])])


def scrub_error(text: str) -> str:
    """What an error says of itself, without what it quotes."""
    return scrub(QUOTED.sub(f"'{HIDDEN}'", OF_A_ROW.sub("", text))).strip()
