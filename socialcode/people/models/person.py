"""A registered person."""

import datetime
import re
import uuid

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.db import models
from django.db.models.functions import Upper
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.engine.days import latest_start

ADULT_AT = 18  # years
KAZAKH, AS_IN_RUSSIAN = "әғқңөұүһіёй", "агкноуухиеи"  # letter by letter
LETTERS = re.compile(r"[^\W\d_]+")


def searchable(text: str) -> str:
    """A text as a search compares it: small letters, and Kazakh ones as Russians write them."""
    return text.lower().translate(str.maketrans(KAZAKH, AS_IN_RUSSIAN))


def adults_were_born_by(on: datetime.date) -> datetime.date:
    """The last date of birth of those who are 18 on a day."""
    return latest_start(on, ADULT_AT)


def full_name(somebody) -> str:
    """Surname, given name and patronymic as far as there are any, in the order of documents."""
    parts = (somebody.surname, somebody.given_name, somebody.patronymic)
    return " ".join(part for part in parts if part)


class NameWords(models.Func):
    """The words of a name in one alphabet of search: small letters, and Kazakh ones as Russians write them."""

    template = f"to_tsvector('simple', translate(lower(%(expressions)s), '{KAZAKH}', '{AS_IN_RUSSIAN}'))"
    arg_joiner = " || ' ' || "
    output_field = SearchVectorField()


class PersonQuerySet(models.QuerySet):
    def named(self, text: str):
        """Those of whose name each word of a text is the beginning of a word, in whatever order."""
        words = LETTERS.findall(searchable(text))
        if not words:
            return self.none()
        query = SearchQuery(" & ".join(f"{word}:*" for word in words), config="simple", search_type="raw")
        return self.annotate(words=NameWords("surname", "given_name", "patronymic")).filter(words=query)


class Person(models.Model):
    """Known by the IIN. Addresses carry `key`, because nobody can guess it; the account is the User of that IIN."""

    class Sex(models.TextChoices):
        FEMALE = "female", _("Female")
        MALE = "male", _("Male")

    class LegalStatus(models.TextChoices):
        CITIZEN = "citizen", _("Citizen of Kazakhstan")
        KANDAS = "kandas", _("Kandas")
        REFUGEE = "refugee", _("Refugee")
        RESIDENT = "resident", _("Foreigner or stateless person living here permanently")
        OTHER = "other", _("Other")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    iin = models.CharField(_("IIN"), max_length=12, unique=True)
    surname = models.CharField(_("Surname"), max_length=100)
    given_name = models.CharField(_("Given name"), max_length=100)
    patronymic = models.CharField(_("Patronymic"), max_length=100, blank=True)
    birth_date = models.DateField(_("Date of birth"))
    died_on = models.DateField(_("Date of death"), null=True, blank=True)
    sex = models.CharField(_("Sex"), max_length=6, choices=Sex.choices)
    legal_status = models.CharField(_("Legal status"), max_length=10, choices=LegalStatus.choices)
    phone = models.CharField(_("Phone"), max_length=16, blank=True)
    email = models.EmailField(_("Email"), blank=True)
    language = models.CharField(_("Language"), max_length=2, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE)
    received_at = models.DateTimeField(default=timezone.now)

    objects = PersonQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(iin__regex=r"^[0-9]{12}$"), name="iin_is_twelve_digits"),
            models.CheckConstraint(
                condition=models.Q(died_on=None) | models.Q(died_on__gte=models.F("birth_date")),
                name="person_dies_after_birth",
            ),
        )
        indexes = (
            models.Index(fields=["surname", "given_name"], name="person_name"),
            models.Index(
                OpClass(Upper("surname"), name="text_pattern_ops"),
                OpClass(Upper("given_name"), name="text_pattern_ops"),
                name="person_name_begins",
            ),
            GinIndex(NameWords("surname", "given_name", "patronymic"), name="person_name_words"),
            models.Index(fields=["phone"], name="person_phone"),
            models.Index(fields=["birth_date"], name="person_born"),
        )

    def __str__(self):
        return self.full_name

    @property
    def full_name(self) -> str:
        return full_name(self)
