"""Where a value of the law comes from, in the reader's words."""

from django.utils.translation import gettext

from socialcode.engine.parameters import Version
from socialcode.law.models import ParameterVersion

Evidence = ParameterVersion.Evidence


def origin(version: Version) -> list[str]:
    """The act a value of the law comes from, and a warning if it is not confirmed; of each only what there is."""
    act = [gettext(version.act)] if version.act else []
    return act if version.status == Evidence.CONFIRMED else [*act, str(Evidence(version.status).label)]
