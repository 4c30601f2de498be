"""The font of the pages: what is in it, and that pages do without."""

from django.core.management import call_command
from fontTools.ttLib import TTFont

from socialcode.look import font

NEEDED = "AaZzЖжӘәҒғҚқҢңӨөҰұҮүҺһІіЁё0123456789₸№«»–−×\u202f\u00a0"


def test_the_font_has_every_letter_of_the_languages_and_the_tenge_sign():
    [file] = font.folder().glob("*.woff2")
    with TTFont(file) as made:
        assert not {letter for letter in NEEDED if ord(letter) not in made.getBestCmap()}
        [weight] = made["fvar"].axes
        assert (weight.axisTag, weight.minValue, weight.maxValue) == ("wght", 400, 700)
    assert file.stat().st_size < 60_000


def test_what_is_made_is_not_made_again():
    [file] = font.folder().glob("*.woff2")
    made_at = file.stat().st_mtime_ns
    call_command("font")
    assert file.stat().st_mtime_ns == made_at


def test_page_asks_for_the_font_and_does_without(db, client, settings, tmp_path):
    asked = '<link rel="stylesheet" href="/static/font/font.css">'
    assert asked in client.get("/").content.decode()
    settings.BASE_DIR = tmp_path
    assert asked not in client.get("/").content.decode()
