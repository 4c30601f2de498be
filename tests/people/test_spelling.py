"""Two spellings of one name come out alike; two names do not."""

import pytest

from socialcode.people.spelling import alike

SPELLINGS = [
    ("Әділ", "Адил"),
    ("Қайрат", "Кайрат"),
    ("Ғалым", "Галым"),
    ("Бағлан", "Baglan"),
    ("Жаңабай", "Жанабай"),
    ("Өмір", "Омир"),
    ("Ұлан", "Улан"),
    ("Үміт", "Умит"),
    ("Һасан", "Хасан"),
    ("Артём", "Артем"),
    ("Айгүл", "Айгуль"),
    ("Айгүл", "Aigul"),
    ("Айгүл", "Aigül"),
    ("Шыңғыс", "Shyngys"),
    ("Жәмила", "Джамиля"),
    ("Ерлан", "Эрлан"),
    ("Нұр-Сұлтан", "Нурсултан"),
    ("Аббас", "Абас"),
    ("МАРИЯ", "Мария"),
]


@pytest.mark.parametrize(("one", "other"), SPELLINGS)
def test_two_spellings_are_one_name(one, other):
    assert alike(one) == alike(other) != ""


def test_the_order_of_names_does_not_matter():
    assert alike("Үлгіева", "Аружан") == alike("Аружан", "Улгиева")
    assert alike("Үлгіева", "Аружан", "") == alike("Үлгіева", "Аружан")


@pytest.mark.parametrize(("one", "other"), [("Асан", "Үсен"), ("Айша", "Айжан"), ("Хасен", "Хусен"), ("Дана", "Дина")])
def test_twins_stay_two(one, other):
    assert alike(one) != alike(other)
