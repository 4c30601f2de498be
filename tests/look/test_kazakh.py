"""Endings of Kazakh after values, by a table, and its alphabet: the same order in Python and in the database."""

import datetime

import pytest
from django.utils import translation

from socialcode import kazakh
from socialcode.alphabetical import alphabetical
from socialcode.kazakh import ALPHABET, inflected
from socialcode.people.models import Person
from socialcode.templatetags.portal import day, inflect, money
from tests.factories import people

CASES = ("genitive", "dative", "accusative", "locative", "ablative", "instrumental")
TABLE = {
    "2026 жылғы 20 мамыр": "мамырдың мамырға мамырды мамырда мамырдан мамырмен",
    "2026 жылғы 10 желтоқсан": "желтоқсанның желтоқсанға желтоқсанды желтоқсанда желтоқсаннан желтоқсанмен",
    "2026 жылғы 1 қаңтар": "қаңтардың қаңтарға қаңтарды қаңтарда қаңтардан қаңтармен",
    "2026 жылғы 3 ақпан": "ақпанның ақпанға ақпанды ақпанда ақпаннан ақпанмен",
    "2026 жылғы 8 наурыз": "наурыздың наурызға наурызды наурызда наурыздан наурызбен",
    "2026 жылғы 5 сәуір": "сәуірдің сәуірге сәуірді сәуірде сәуірден сәуірмен",
    "2026 жылғы 5 маусым": "маусымның маусымға маусымды маусымда маусымнан маусыммен",
    "2026 жылғы 5 шілде": "шілденің шілдеге шілдені шілдеде шілдеден шілдемен",
    "2026 жылғы 5 тамыз": "тамыздың тамызға тамызды тамызда тамыздан тамызбен",
    "2026 жылғы 5 қыркүйек": "қыркүйектің қыркүйекке қыркүйекті қыркүйекте қыркүйектен қыркүйекпен",
    "2026 жылғы 5 қазан": "қазанның қазанға қазанды қазанда қазаннан қазанмен",
    "2026 жылғы 5 қараша": "қарашаның қарашаға қарашаны қарашада қарашадан қарашамен",
    "Айгүл": "Айгүлдің Айгүлге Айгүлді Айгүлде Айгүлден Айгүлмен",
    "Ерлан": "Ерланның Ерланға Ерланды Ерланда Ерланнан Ерланмен",
    "Аружан": "Аружанның Аружанға Аружанды Аружанда Аружаннан Аружанмен",
    "Мәдина": "Мәдинаның Мәдинаға Мәдинаны Мәдинада Мәдинадан Мәдинамен",
    "Ахметов": "Ахметовтың Ахметовқа Ахметовты Ахметовта Ахметовтан Ахметовпен",
    "Бекзат": "Бекзаттың Бекзатқа Бекзатты Бекзатта Бекзаттан Бекзатпен",
    "Нұргүл": "Нұргүлдің Нұргүлге Нұргүлді Нұргүлде Нұргүлден Нұргүлмен",
    "Данияр": "Даниярдың Даниярға Даниярды Даниярда Даниярдан Даниярмен",
    "Әлия": "Әлияның Әлияға Әлияны Әлияда Әлиядан Әлиямен",
    "Алматы облысы": "облысының облысына облысын облысында облысынан облысымен",
    "250 000 ₸": "₸-нің ₸-ге ₸-ні ₸-де ₸-ден ₸-мен",
    "10 %": "%-дың %-ға %-ды %-да %-дан %-бен",
    "2027": "2027-нің 2027-ге 2027-ні 2027-де 2027-ден 2027-мен",
    "3": "3-тің 3-ке 3-ті 3-те 3-тен 3-пен",
    "6": "6-ның 6-ға 6-ны 6-да 6-дан 6-мен",
    "9": "9-дың 9-ға 9-ды 9-да 9-дан 9-бен",
    "20": "20-ның 20-ға 20-ны 20-да 20-дан 20-мен",
    "40": "40-тың 40-қа 40-ты 40-та 40-тан 40-пен",
    "50": "50-дің 50-ге 50-ді 50-де 50-ден 50-мен",
    "80": "80-нің 80-ге 80-ді 80-де 80-нен 80-мен",
    "100": "100-дің 100-ге 100-ді 100-де 100-ден 100-бен",
    "4 000": "000-ның 000-ға 000-ды 000-да 000-нан 000-мен",
    "0": "0-дің 0-ге 0-ді 0-де 0-ден 0-мен",
}


@pytest.mark.parametrize("text", TABLE)
def test_a_value_takes_the_ending_of_its_last_word(text):
    assert [inflected(text, case).split()[-1] for case in CASES] == TABLE[text].split()


def test_only_kazakh_pages_have_endings():
    with translation.override("kk"):
        assert inflect("20 мамыр", "ablative") == "20 мамырдан"
    with translation.override("ru"):
        assert inflect("20 мая", "ablative") == "20 мая"


def test_what_ends_in_no_word_stays():
    assert [inflected(text, "dative") for text in ("", "—", "«»")] == ["", "—", "«»"]


def test_days_and_sums_of_pages_are_words_that_it_knows():
    with translation.override("kk"):
        assert inflect(day(datetime.date(2027, 5, 20)), "ablative").endswith("мамырдан")
        assert inflect(money(1200), "dative").endswith("₸-ге")


def test_letters_stand_in_the_order_of_the_alphabet():
    assert sorted(set(ALPHABET), key=kazakh.order) == [*ALPHABET]
    assert sorted(["Яна", "Әлия", "Ұлан", "Асан", "Өмір", "Бек"], key=kazakh.order) == [
        "Асан", "Әлия", "Бек", "Өмір", "Ұлан", "Яна"
    ]  # fmt: skip


@pytest.mark.django_db
def test_the_database_sorts_as_python_does():
    names = [f"{first}{second}" for first in ALPHABET.upper() for second in "аәя"] + ["Zhan", "anna"]
    for name in names:
        people.make_person(surname=name)
    found = Person.objects.filter(surname__in=names).order_by(alphabetical("surname"))
    assert [*found.values_list("surname", flat=True)] == sorted(names, key=kazakh.order)
