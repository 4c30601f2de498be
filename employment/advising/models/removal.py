"""What a centre proposes against somebody: off the register by article 100, or the end of a social contract that is not
kept. The person's word comes first, then two persons of the centre."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employment.seekers.models import Registration
from socialcode.notices.models import Notice

from .contract import SocialContract
from .meeting import Call
from .referral import Referral

User = settings.AUTH_USER_MODEL
CONTRACT = "contract_broken"
Ground = Registration.Ground
ARTICLES = {
    Ground.REFUSED_OFFERS: "100.1(1)",
    Ground.NO_SHOW: "100.1(2)",
    Ground.LEFT_SUBSIDISED_JOB: "100.1(3), 111.7",
    Ground.LEFT_TRAINING: "100.1(3), 109.4",
    Ground.LEFT_MEASURE: "100.1(3)",
    Ground.MISSED_VISITS: "100.1(4)",
    Ground.SENTENCE: "100.1(5)",
    Ground.FALSE_PAPERS: "100.1(7)",
    CONTRACT: "122.3, 128(5), 129(3)",
}
GROUNDS = (
    *((one.value, one.label) for one in ARTICLES if one != CONTRACT),
    (CONTRACT, _("The social contract is not kept")),
)
OPEN = ("hearing", "deciding", "approval")


WORDS_OF_CONTRACT = {  # where what is read of the register would be wrong of a social contract
    "in_effect": _("The social contract is ended"),
    "dropped": _("The social contract goes on"),
}


class RemovalQuerySet(models.QuerySet):
    def open(self):
        return self.filter(state__in=OPEN)

    def complained_of(self):
        """Those of which a complaint waits for an answer."""
        return self.filter(complaint__isnull=False, complaint__answered_at=None)

    def answerable_by(self, user):
        """Those in which somebody took no part."""
        return self.exclude(opened_by=user).exclude(decided_by=user).exclude(agreed_by=user)

    def whole(self):
        named = ("registration__person", "registration__office", "referral__vacancy__organisation", "call")
        of_contract = ("contract__person", "contract__office")
        return self.select_related(*named, *of_contract, "opened_by", "decided_by", "agreed_by", "complaint")


class Removal(models.Model):
    """A proposal to take somebody off the register, or to end their social contract (`contract`): by itself when a term
    passed (`opened_by` None), or by an adviser.

    The person has their word until `due_on`; its days count from `told_on`. Then somebody of the centre finds the
    reason good (`dropped`) or proposes the removal; another one agrees or returns it. Off the register from
    `removed_on` on, the person may be registered anew from `waits_until` on, the day after it. A complaint that is
    right revokes it.
    """

    class State(models.TextChoices):
        HEARING = "hearing", _("The person has their word")
        DECIDING = "deciding", _("Somebody of the centre decides")
        APPROVAL = "approval", _("Waits for another person")
        IN_EFFECT = "in_effect", _("Off the register")
        DROPPED = "dropped", _("Stays on the register")
        LAPSED = "lapsed", _("Off the register for another reason")
        REVOKED = "revoked", _("Revoked: it counts no more")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    number = models.CharField(max_length=40, unique=True)
    registration = models.ForeignKey(
        Registration, on_delete=models.PROTECT, null=True, blank=True, related_name="removals"
    )
    contract = models.ForeignKey(
        SocialContract, on_delete=models.PROTECT, null=True, blank=True, related_name="removals"
    )
    ground = models.CharField(_("Ground"), max_length=20, choices=GROUNDS)
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, null=True, blank=True, related_name="removals")
    call = models.ForeignKey(Call, on_delete=models.PROTECT, null=True, blank=True, related_name="removals")
    happened_on = models.DateField(_("Day on which it happened"))
    planned = models.TextField(_("What happened"), blank=True)
    state = models.CharField(max_length=9, choices=State.choices, default=State.HEARING)
    opened_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    opened_at = models.DateTimeField(default=timezone.now)
    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    told_on = models.DateField(null=True, blank=True)
    due_on = models.DateField()
    word = models.TextField(_("Your word"), blank=True)
    heard_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(_("Reason"), blank=True)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    returned = models.TextField(blank=True)
    agreed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    agreed_at = models.DateTimeField(null=True, blank=True)
    removed_on = models.DateField(null=True, blank=True)
    waits_until = models.DateField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = RemovalQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(ground="contract_broken", contract__isnull=False, registration=None)
                | ~Q(ground="contract_broken") & Q(contract=None, registration__isnull=False),
                name="removal_is_of_one_thing",
                violation_error_message=_("A removal is from the register, or ends one social contract."),
            ),
            models.UniqueConstraint(
                fields=["contract"],
                condition=Q(state__in=OPEN),
                name="one_end_of_a_contract_at_a_time",
                violation_error_message=_("The end of this social contract is being decided already."),
            ),
            models.UniqueConstraint(
                fields=["registration"],
                condition=Q(state__in=OPEN),
                name="one_removal_at_a_time",
                violation_error_message=_("Another removal of this person is being decided already."),
            ),
            models.UniqueConstraint(
                fields=["registration"],
                condition=Q(state="in_effect"),
                name="removed_once",
                violation_error_message=_("This person is off the register already."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=("in_effect", "revoked"), removed_on__isnull=False, agreed_by__isnull=False)
                | ~Q(state__in=("in_effect", "revoked")) & Q(removed_on=None, agreed_by=None, waits_until=None),
                name="removed_with_a_second_person",
                violation_error_message=_("A removal takes effect once another person agreed to it."),
            ),
            models.CheckConstraint(
                condition=Q(agreed_by=None) | ~Q(agreed_by=F("decided_by")),
                name="removal_is_agreed_by_another",
                violation_error_message=_("Another person than the one who proposed it agrees to a removal."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=("hearing", "deciding", "lapsed")) | Q(decided_by__isnull=False) & ~Q(reason=""),
                name="removal_is_decided_with_a_reason",
                violation_error_message=_("Write the reason in a sentence."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=OPEN, closed_at=None) | ~Q(state__in=OPEN) & Q(closed_at__isnull=False),
                name="closed_removal_has_a_time",
                violation_error_message=_("A removal that is decided has the time of it."),
            ),
        )
        indexes = (
            models.Index(fields=["due_on"], condition=Q(state="hearing"), name="removal_hearing"),
            models.Index(fields=["registration", "-id"], name="removal_of_registration"),
        )

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse("advising:removal", args=[self.key])

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def complained(self):
        """The complaint of it, or None."""
        return getattr(self, "complaint", None)

    @property
    def is_idle(self) -> bool:
        """Whether the person is off the register for a reason of the law after which nobody waits. Who left by their
        own wish does not escape what began before."""
        registration = self.registration
        return bool(registration and registration.ended_on and registration.ground != Ground.OWN_WISH)

    @property
    def stands(self) -> str:
        """Where it stands, in a few words."""
        return WORDS_OF_CONTRACT.get(self.state if self.contract_id else "", self.get_state_display())

    @property
    def article(self) -> str:
        return ARTICLES[self.ground]

    @property
    def person(self):
        return (self.contract or self.registration).person

    @property
    def office(self):
        return (self.contract or self.registration).office
