"""The measures of this room by the names of their provisions, and which of them exclude one another."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.translation import gettext

from socialcode.engine import Provision
from socialcode.engine.registry import registry

JOB, WORKPLACE = "job", "workplace"
GROUPS: Mapping[str, str] = MappingProxyType(
    {
        "public_works": JOB,
        "social_job": JOB,
        "youth_practice": JOB,
        "first_job": JOB,
        "generation_contract": JOB,
        "silver_age": JOB,
        "disabled_workplace": WORKPLACE,
    }
)  # a person is in one measure of a group at a time
MEASURES = tuple(GROUPS)


def provision_of(measure: str) -> Provision:
    return registry.provision(measure)


def title_of(measure: str) -> str:
    """In the reader's language."""
    return gettext(provision_of(measure).title)


def choices() -> list[tuple[str, str]]:
    """Each measure with its words, in the order of the law's list."""
    return [(measure, title_of(measure)) for measure in MEASURES]
