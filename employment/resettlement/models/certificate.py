"""The certificate of economic mobility: a promise of money towards a home, and what of it was used."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.awards.models import Award
from socialcode.notices.models import verification_code
from socialcode.people.models import Organisation, Person
from socialcode.people.payee import exactly_one_payee

from .contract import Contract
from .ruling import Ruling


class Certificate(models.Model):
    """Issued for a contract: so much (tenge) for a home until a day; `left` is what no payment has taken yet.

    By `code` anybody checks it. A broken contract ends it (`ended_at`).
    """

    contract = models.OneToOneField(Contract, on_delete=models.PROTECT, related_name="certificate")
    code = models.CharField(max_length=19, unique=True, default=verification_code)
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    left = models.DecimalField(max_digits=14, decimal_places=2)
    issued_at = models.DateTimeField(default=timezone.now)
    good_until = models.DateField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(left__gte=0, left__lte=F("amount")),
                name="certificate_is_not_overdrawn",
                violation_error_message=_("So much is not left on the certificate."),
            ),
        )

    def __str__(self):
        return self.number

    @property
    def number(self) -> str:
        """How sellers and banks name it."""
        return f"EM-{self.issued_at.year}-{self.pk:06d}"

    def is_good(self, today) -> bool:
        """Whether something can be paid with it on a day."""
        return self.ended_at is None and self.left > 0 and today <= self.good_until


class CertificateUse(models.Model):
    """A home that is paid with it: to the seller or the builder, up to what is left; or the rest, to the family itself
    (`home` is empty and `price` none then). Paid by `award` once the commission has agreed."""

    ruling = models.OneToOneField(Ruling, on_delete=models.PROTECT, related_name="use")
    certificate = models.ForeignKey(Certificate, on_delete=models.PROTECT, related_name="uses")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    iban = models.CharField(max_length=34)
    home = models.CharField(max_length=300, blank=True)
    price = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    award = models.OneToOneField(Award, on_delete=models.PROTECT, null=True, blank=True, related_name="certificate_use")

    class Meta:
        ordering = ("pk",)
        constraints = (
            exactly_one_payee("certificate_is_used_by_one"),
            models.CheckConstraint(
                condition=Q(amount__gt=0),
                name="certificate_pays_something",
                violation_error_message=_("A payment is more than nothing."),
            ),
            models.CheckConstraint(
                condition=Q(price=None, home="") | Q(price__gte=F("amount")) & ~Q(home=""),
                name="home_costs_at_least_what_is_paid",
                violation_error_message=_("No more is paid than the home costs."),
            ),
        )

    def __str__(self):
        return f"{self.certificate}: {self.amount}"

    @property
    def payee(self) -> Person | Organisation:
        return self.organisation or self.person
