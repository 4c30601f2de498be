"""What the door lets in is written down for who runs it."""

from dataclasses import fields

import pytest
from django.conf import settings

from socialcode.accounts import newcomers
from socialcode.cases.citizen import intended_claim
from socialcode.check import keeping
from socialcode.door.limits import MEGABYTE, Limits

TEXT = " ".join((settings.BASE_DIR / "docs" / "door.md").read_text().split())
HERE = Limits()
LANES = HERE.watchers, HERE.costly, HERE.pages
FILES = {
    "where papers are added": ("cases:papers",),
    "at the counter": ("work:at_counter",),
    "with a complaint": ("appeals:begin", "appeals:papers", "appeals:at_counter"),
    "where a letter is compared": ("notices:verified",),
    "with a statement of a platform": ("platform_work:statements",),
}


def _most(pages):
    return "/".join(sorted({str(most // MEGABYTE) for name, most in HERE.with_files if name in pages}))


NUMBERS = {
    f"`in_memory` {HERE.in_memory // 1024} KB",
    f"`grace` {HERE.grace} seconds",
    f"{HERE.slowest // 1024} KB a second arrive (`slowest`)",
    f"{HERE.longest_form} seconds (`longest_form`)",
    f"{HERE.longest_file // 60} minutes with files (`longest_file`)",
    ", ".join(f"{_most(pages)} MB {where}" for where, pages in FILES.items()),
    f"{HERE.form / MEGABYTE:.1f} MB (`form`)",
    f"`watchers` {HERE.watchers.threads} thread",
    f"`costly` {HERE.costly.threads} threads",
    f"`pages` {HERE.pages.threads} threads",
    f"{HERE.waits} seconds (`waits`)",
    "({}, {} and {} requests waiting or running)".format(*(lane.of_all for lane in LANES)),
    "({}, {} and {}), 429".format(*(lane.of_one for lane in LANES)),
    f"{HERE.works} seconds (`works`)",
    f"{HERE.part // 1024} KB have {HERE.reads} seconds (`reads`)",
    f"{HERE.at_once_of_one} requests inside (`at_once_of_one`)",
    f"{HERE.bodies_of_one // MEGABYTE} MB of bodies (`bodies_of_one`)",
    f"{newcomers.AN_HOUR} new sessions an hour from one place (`newcomers.AN_HOUR`)",
    f"{keeping.LONGEST // 1000} 000 letters of answers each (`keeping.LONGEST`)",
    f"{intended_claim.LONGEST // 1000} 000 (`intended_claim.LONGEST`)",
    f"{HERE.bodies_of_all // MEGABYTE // 1024} GB of bodies (`bodies_of_all`)",
}


@pytest.mark.parametrize("words", sorted(NUMBERS))
def test_a_documented_number_is_the_one_that_holds(words):
    assert words in TEXT


def test_every_page_that_takes_files_is_among_those_documented():
    assert sorted(name for pages in FILES.values() for name in pages) == sorted(name for name, _most in HERE.with_files)


@pytest.mark.parametrize("name", [field.name for field in fields(Limits) if field.repr])
def test_every_limit_is_documented(name):
    assert f"`{name}`" in TEXT
