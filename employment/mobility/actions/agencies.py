"""Agencies are listed, services are outsourced to them, contracts are published, and results are noted."""

from django.utils import timezone
from django.utils.translation import gettext as _

from employment.mobility.access import specialist_at
from employment.mobility.models import Agency, Outsourcing
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.law.terms import term_after
from socialcode.refusal import NotAllowedError


@change
def add(*, given: dict, by) -> Agency:
    """List an agency of the centre's region; `given` are its fields. Raises PermissionDenied, NotAllowedError."""
    office = specialist_at(by)
    agency = Agency.objects.create(region=office.region, added_by=by, **given)
    record(EventKind.AGENCY_LISTED, on=agency, by=by, region=agency.region)
    return agency


@change
def outsource(*, agency: Agency, given: dict, by) -> Outsourcing:
    """Keep a contract with an agency; it is to be published within the law's working days from today."""
    office = specialist_at(by)
    _check_is_of_region(agency, office)
    due_on = term_after(timezone.localdate(), "outsourcing_publish_days")
    contract = Outsourcing.objects.create(agency=agency, office=office, made_by=by, due_on=due_on, **given)
    record(EventKind.OUTSOURCING_MADE, on=contract, by=by, amount=contract.amount)
    return contract


@change
def publish(*, contract: Outsourcing, by) -> Outsourcing:
    """Say that a contract stands on the Exchange since today."""
    contract = _locked(contract, by)
    if contract.published_on:
        raise NotAllowedError(_("This contract is published already."))
    contract.published_on = timezone.localdate()
    contract.save(update_fields=["published_on"])
    record(EventKind.OUTSOURCING_PUBLISHED, on=contract, by=by)
    return contract


@change
def note_results(*, contract: Outsourcing, placed: int, stayed: int, by) -> Outsourcing:
    """How many people the agency placed, and how many of them still worked after six months."""
    contract = _locked(contract, by)
    contract.placed, contract.stayed = placed, stayed
    contract.save(update_fields=["placed", "stayed"])
    record(EventKind.OUTSOURCING_RESULTS, on=contract, by=by, found=placed)
    return contract


def _locked(contract: Outsourcing, by) -> Outsourcing:
    office = specialist_at(by)
    found = Outsourcing.objects.select_for_update(of=("self",)).select_related("agency").get(pk=contract.pk)
    _check_is_of_region(found.agency, office)
    return found


def _check_is_of_region(agency: Agency, office) -> None:
    if agency.region != office.region:
        raise NotAllowedError(_("This agency belongs to another region."))
