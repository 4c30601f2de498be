"""The words of a social contract, in the language of who signs: the text that is hashed, signed, printed and kept."""

from django.template.loader import render_to_string
from django.utils import translation

from employment.advising.models import SocialContract


def text_of(contract: SocialContract) -> str:
    """The whole text, the same for both sides."""
    with translation.override(contract.person.language):
        given = {"contract": contract, "duties": contract.duties.select_related("member").order_by("until", "pk")}
        return render_to_string("employment/advising/contract.txt", given).strip()
