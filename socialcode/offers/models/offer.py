"""One message that offers somebody what they have a right to, and what became of it."""

import datetime
import secrets
import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.notices.models import CODE_LETTERS, Notice
from socialcode.people.models import Consent, Family, Person

CODE_LENGTH = 6
LETTERS, DIGITS = (tuple(filter(kind, CODE_LETTERS)) for kind in (str.isalpha, str.isdigit))
ASKED = ("queued", "sent", "delivered", "unclear")  # the person is asked, or will be within the hour
OPEN = ("prepared", *ASKED)  # no answer holds
TIMES = {  # a state, and the moment that it has to have
    "queued": "queued_at",
    "sent": "sent_at",
    "delivered": "delivered_at",
    "yes": "answered_at",
    "no": "answered_at",
    "expired": "expired_at",
    "withdrawn": "withdrawn_at",
}


def short_code() -> str:
    """By what anybody can see on the portal that a message is genuine, and an answer names its offer. It begins with a
    letter and ends with a digit, so that it is neither a word nor a number."""
    between = "".join(secrets.choice(CODE_LETTERS) for _letter in range(CODE_LENGTH - 2))
    return secrets.choice(LETTERS) + between + secrets.choice(DIGITS)


def _has_its_moment() -> Q:
    found = Q(state__in=("prepared", "unclear"))
    for state, moment in TIMES.items():
        found |= Q(state=state, **{f"{moment}__isnull": False})
    return found


class OfferQuerySet(models.QuerySet):
    def open(self):
        """Those to which no answer holds and whose days are not over."""
        return self.filter(state__in=OPEN)

    def asked(self):
        """Those of which the person was told, or is being told."""
        return self.filter(state__in=ASKED)

    def to_send(self, now: datetime.datetime):
        """Prepared ones whose time has come, the longest waiting first."""
        return self.filter(state="prepared", send_after__lte=now).order_by("send_after", "pk")

    def to_remind(self, today: datetime.date):
        """Those without an answer whose day of the one reminder has come."""
        return self.asked().filter(remind_on__lte=today, reminded_at=None, valid_until__gte=today)

    def over(self, today: datetime.date):
        """Those whose last day has passed without an answer."""
        return self.open().filter(valid_until__lt=today)

    def on_their_way(self):
        """Those of which it is not known yet whether they arrived."""
        return self.filter(state__in=("queued", "sent"))

    def of_person(self, person: Person):
        """What somebody was ever offered, the newest first; not what is still being prepared."""
        return self.filter(person=person).exclude(state="prepared").order_by("-prepared_at", "-pk")


class Offer(models.Model):
    """Some rights of one person in one message; `text` is that message as it was shown, in `variant` of its words.

    `code` stands in the message. `send_after` is the moment from which it may go; `valid_until` the last day to answer,
    `remind_on` the day of the one reminder; neither touches the right to apply. `consent` is the record of a yes.
    `iban` is the account whose last digits stand in the message, or that was named with the answer; empty where none is
    known. `asked_again_at` is when an answer that nobody could read was asked about, once.
    """

    class State(models.TextChoices):
        PREPARED = "prepared", _("Prepared")
        QUEUED = "queued", _("Waiting to be sent")
        SENT = "sent", _("Sent")
        DELIVERED = "delivered", _("Delivered")
        UNCLEAR = "unclear", _("The answer is not clear")
        YES = "yes", _("Answered: yes")
        NO = "no", _("Answered: no")
        EXPIRED = "expired", _("No answer in time")
        WITHDRAWN = "withdrawn", _("Taken back")

    class Variant(models.TextChoices):
        AMOUNT_FIRST = "A", _("The amount first")
        NAME_FIRST = "B", _("The name of the payment first")

    class Channel(models.TextChoices):
        SMS = "sms", _("SMS")
        PORTAL = "portal", _("The portal")
        CALL = "call", _("A call of the office")
        COUNTER = "counter", _("The office")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    code = models.CharField(max_length=CODE_LENGTH, unique=True, default=short_code)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="offers")
    family = models.ForeignKey(Family, on_delete=models.PROTECT, null=True, blank=True, related_name="offers")
    region = models.CharField(max_length=9, blank=True)
    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    variant = models.CharField(max_length=1, choices=Variant.choices)
    state = models.CharField(max_length=9, choices=State.choices, default=State.PREPARED)
    text = models.TextField(blank=True)
    notice = models.OneToOneField(Notice, on_delete=models.PROTECT, null=True, blank=True, related_name="offer")
    reminder = models.OneToOneField(Notice, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    send_after = models.DateTimeField(default=timezone.now)
    valid_until = models.DateField()
    remind_on = models.DateField(null=True, blank=True)
    prepared_at = models.DateTimeField(default=timezone.now)
    queued_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    delivered_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    asked_again_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=7, choices=Channel.choices, blank=True)
    expired_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    consent = models.OneToOneField(Consent, on_delete=models.PROTECT, null=True, blank=True, related_name="offer")
    iban = models.CharField(max_length=34, blank=True)

    objects = OfferQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=_has_its_moment(),
                name="offer_has_the_moment_of_its_state",
                violation_error_message=_("An offer has the moment of what became of it."),
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None, answered_by="") | Q(answered_at__isnull=False) & ~Q(answered_by=""),
                name="answer_has_a_moment_and_a_way",
                violation_error_message=_("An answer has its moment and the way on which it came."),
            ),
            models.CheckConstraint(
                condition=~Q(state="yes") | Q(consent__isnull=False),
                name="yes_has_a_consent",
                violation_error_message=_("A yes is kept as a consent."),
            ),
            models.CheckConstraint(
                condition=Q(consent=None) | Q(state__in=("yes", "withdrawn")),
                name="only_a_yes_has_a_consent",
                violation_error_message=_("Only who said yes has agreed."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=("prepared", "expired", "withdrawn")) | ~Q(text=""),
                name="who_was_asked_was_shown_a_text",
                violation_error_message=_("Who is asked is shown a text."),
            ),
        )
        indexes = (
            models.Index(fields=["send_after", "id"], condition=Q(state="prepared"), name="offers_to_send"),
            models.Index(fields=["remind_on"], condition=Q(state__in=ASKED, reminded_at=None), name="offers_to_remind"),
            models.Index(fields=["valid_until"], condition=Q(state__in=OPEN), name="offers_open"),
            models.Index(fields=["queued_at"], condition=Q(state__in=("queued", "sent")), name="offers_on_their_way"),
            models.Index(fields=["person", "-prepared_at"], name="offers_of_person"),
        )

    def __str__(self):
        return self.code

    def get_absolute_url(self):
        """Its page; empty as long as no page shows offers."""
        try:
            return reverse("offers:offer", args=[self.key])
        except NoReverseMatch:
            return ""

    @property
    def concerned(self) -> tuple[Person | None, ...]:
        """Whom it is about: nobody close to one of these calls or decides."""
        return (self.person, *(right.subject for right in self.rights.all()))

    @property
    def is_open(self) -> bool:
        return self.state in OPEN
