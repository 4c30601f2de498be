"""Reading XML that others wrote, and holding it against its schema. Nothing outside the file is ever looked at."""

import io
from functools import cache
from pathlib import Path

from django.utils.translation import gettext as _
from lxml import etree

SCHEMAS = Path(__file__).parent / "schemas"
LARGEST = 64 * 2**20  # bytes of one message
MOST_PROBLEMS = 3  # of a file that are told
SILENT = {"remove_pis": True, "remove_comments": True}  # what says nothing of an order
NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:"
ORDERS, ANSWERS, NOTICES = "pain.001.001.09", "pain.002.001.12", "camt.054.001.08"


class UnreadableError(Exception):
    """A file that is no message we know: the sentence says why."""


def parsed(content: bytes) -> etree._Element:
    """The root of an XML document without a DTD, so that it holds no entities. Raises UnreadableError."""
    if len(content) > LARGEST:
        raise UnreadableError(too_large())
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, **SILENT)
    try:
        tree = etree.parse(io.BytesIO(content), parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError(_("The file is no XML: %(why)s") % {"why": error}) from None
    if tree.docinfo.internalDTD is not None or tree.docinfo.externalDTD is not None:
        raise UnreadableError(_("The file declares entities or refers to other files, which no message does."))
    return tree.getroot()


def too_large() -> str:
    """What is said of a file that nobody looks into."""
    return _("The file is larger than a message may be.")


def kind_of(root: etree._Element) -> str:
    """Which message it is, by its namespace: `pain.002.001.12`. Raises UnreadableError for one we do not read."""
    kind = etree.QName(root).namespace or ""
    if etree.QName(root).localname != "Document" or kind.removeprefix(NAMESPACE) not in (ORDERS, ANSWERS, NOTICES):
        raise UnreadableError(not_for_us(kind or str(root.tag)))
    return kind.removeprefix(NAMESPACE)


def not_for_us(kind: str) -> str:
    """What is said of a message that we send and do not read."""
    return _("This is no message that is known here: %(kind)s") % {"kind": kind}


def check(root: etree._Element, kind: str) -> None:
    """Hold a message against its schema. Raises UnreadableError with the first things that are wrong."""
    schema = _schema(kind)
    if not schema.validate(root):
        wrong = [f"{problem.line}: {problem.message}" for problem in schema.error_log][:MOST_PROBLEMS]
        raise UnreadableError(
            _("The file does not keep to the schema %(kind)s.") % {"kind": kind} + " " + "; ".join(wrong)
        )


@cache
def _schema(kind: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMAS / f"{kind}.xsd"))
