"""How people read a citation: the places of the Code in words."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby

from django.utils.translation import get_language, gettext, ngettext

from socialcode.engine.citation import Citation, citations

ACTS = {"APPC"}  # acts whose name is translated; another one is shown as it is written


def in_words(text: str) -> str:
    """`187.1` as "Social Code, article 187, point 1" in the reader's language; empty for no citation."""
    return _in_words(text, get_language())


@lru_cache(maxsize=4096)
def _in_words(text, _language) -> str:
    acts = groupby(citations(text), lambda cited: cited.act)
    return "; ".join(_of_act(act, list(cited)) for act, cited in acts)


def _of_act(act: str, cited: list[Citation]) -> str:
    groups = groupby(cited, lambda one: (one.article, one.point if one.item else "", bool(one.item), bool(one.point)))
    places = "; ".join(_place(list(group)) for _key, group in groups)
    if act:
        name = gettext("Administrative Procedural Code") if act in ACTS else act
        return gettext("%(act)s, %(places)s") % {"act": name, "places": places}
    return gettext("Social Code, %(places)s") % {"places": places}


def _place(group: list[Citation]) -> str:
    """Neighbours of one article: its points, or sub-points of one point of it."""
    first = group[0]
    if first.last:
        return gettext("articles %(first)s–%(last)s") % {"first": first.article, "last": first.last}
    count = len(group)
    words = {"article": first.article, "point": first.point, "points": _listed(one.point for one in group)}
    words["items"] = _listed(f"{one.item})" for one in group)
    if first.item and first.point:
        form = ngettext(
            "article %(article)s, point %(point)s, sub-point %(items)s",
            "article %(article)s, point %(point)s, sub-points %(items)s",
            count,
        )
    elif first.item:
        form = ngettext("article %(article)s, sub-point %(items)s", "article %(article)s, sub-points %(items)s", count)
    elif first.point:
        form = ngettext("article %(article)s, point %(points)s", "article %(article)s, points %(points)s", count)
    else:
        form = gettext("article %(article)s")
    return form % words


def _listed(numbers: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(numbers))
