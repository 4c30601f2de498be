"""On every page the button that stands out belongs to what is filled in, Enter presses it, and the rest is kept."""

import re
from html.parser import HTMLParser

SENDS, TYPED = {"submit", "image"}, {"text", "number", "tel", "email", "date", "password", "file", "radio", "checkbox"}

NO_PAGES = {  # files, pictures, parts of a page, and what watchers read
    *("healthz", "operating:readyz", "operating:metrics", "accounts:time_left"),
    *("check:paper", "check:months_calendar", "notices:letter", "law:csv", "law:json", "family_map:open_data_file"),
    *("appeals:packet", "seekers:cv_file", "measures:pdf", "measures:file", "offers:open_data", "offers:letter"),
    *("resettlement:contract_file", "resettlement:certificate_file"),
    *("vacancies:market_file", "vacancies:open_data_file"),
    *("cases:papers_states", "cases:original", "cases:picture", "work:papers", "work:picture", "work:original"),
}


class Forms(HTMLParser):
    """The forms of a page's main part: what is typed into each, its buttons in order, and the main links outside.

    A button in the header may belong to a form of the main part; Enter presses whichever stands first.
    """

    def __init__(self, page: str):
        super().__init__()
        self.forms, self.main_links, self._form, self._lent, self._is_main = [], [], None, {}, False
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        kind = given.get("type", "submit" if tag == "button" else "text")
        if tag == "main":
            self._is_main = True
        elif tag in ("button", "input") and kind in SENDS and "form" in given:
            self._lent.setdefault(given["form"], []).append(given)
        elif not self._is_main:
            return
        elif tag == "form":
            before = self._lent.get(given.get("id"), [])
            self._form = {"method": given.get("method", "get"), "typed": 0, "buttons": [*before], "names": set()}
            self.forms.append(self._form)
        elif tag == "a" and "btn-primary" in given.get("class", ""):
            self.main_links.append(given["href"])
        elif self._form is not None and (tag in ("textarea", "select") or (tag == "input" and kind in TYPED)):
            self._form["typed"] += 1
        elif self._form is not None and tag in ("button", "input") and kind in SENDS:
            self._form["buttons"].append(given)
        if self._form is not None and self._is_main:
            is_secret = kind == "password" or given.get("autocomplete") == "one-time-code"
            self._form["names"] |= {given.get("name"), tag, "secret" if is_secret else ""}
            self._form["names"] |= {"draft"} if "data-draft" in given else set()

    def handle_endtag(self, tag):
        if tag == "form":
            self._form = None
        elif tag == "main":
            self._is_main = False


def is_main(button, buttons):
    """Itself the one that stands out, or the same in front of the others for who presses Enter."""
    main = [each for each in buttons if "btn-primary" in each.get("class", "")]
    return button in main or any(
        (button.get("name"), button.get("value")) == (each.get("name"), each.get("value")) for each in main
    )


def check(line: str, text: str, by_somebody: bool) -> None:
    """Fails if the page of a line of the table, read by somebody who is signed in or not, is otherwise."""
    assert ("<main" in text) == (line.partition(" ")[0] not in NO_PAGES)
    if "<main" not in text:
        return
    found = Forms(re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL))
    filled_in = [form for form in found.forms if form["typed"] and form["method"] == "post"]
    for form in filled_in:
        assert form["buttons"], "a form that nothing sends"
        mains = [each for each in form["buttons"] if "btn-primary" in each.get("class", "")]
        if mains:
            assert is_main(form["buttons"][0], form["buttons"]), form["buttons"][0]
    for form in filled_in:
        has = form["names"]
        assert ("typed-at" in has) == ("secret" not in has), "kept is what somebody types, and no password and no code"
        assert ("draft" in has) == (by_somebody and "textarea" in has and "secret" not in has), "long texts are drafts"
    assert not (filled_in and found.main_links), "a main link loses what is filled in beside it"
