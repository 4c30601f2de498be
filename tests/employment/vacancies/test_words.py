"""Words that shut people out are found in three languages, and innocent ones are not."""

import pytest

from employment.vacancies.words import GROUNDS, found_in

SHUT_OUT = [
    ("Тек қыздар жұмысқа шақырылады", "sex"),
    ("Ер адам керек", "sex"),
    ("Сатушы қыз", "sex"),
    ("Күзетші жігіттер", "sex"),
    ("Девушка-администратор", "sex"),
    ("Продавец - девушка", "sex"),
    ("Требуется девушка на ресепшн, нужна девушка", "sex"),
    ("Ищем мужчину на склад", "sex"),
    ("Пол: женский", "sex"),
    ("Сотрудник мужского пола", "sex"),
    ("Men only", "sex"),
    ("только мужчины", "sex"),
    ("до 35 лет", "age"),
    ("Возраст от 25 до 40 лет", "age"),
    ("не старше 45 лет", "age"),
    ("20-35 жас", "age"),
    ("35 жасқа дейін", "age"),
    ("Not older than 40 years", "age"),
    ("aged 20-30", "age"),
    ("пенсионерам не беспокоить, пенсионеров не предлагать", "age"),
    ("Славянская внешность", "origin"),
    ("только казахи", "origin"),
    ("Тек қазақ", "origin"),
    ("Строго с пропиской", "residence"),
    ("Тек жергілікті тұрғындар", "residence"),
    ("Locals only", "residence"),
    ("без детей", "family"),
    ("Незамужняя", "family"),
    ("Тұрмыс құрмаған", "family"),
    ("unmarried, no children", "family"),
    ("Инвалидам не беспокоить", "health"),
    ("без инвалидности", "health"),
    ("Мүгедектер қабылданбайды", "health"),
    ("No disabilities", "health"),
    ("Приятная внешность", "looks"),
    ("рост от 170", "looks"),
    ("бойы 170 см", "looks"),
    ("Good-looking", "looks"),
    ("Только мусульмане", "belief"),
    ("без хиджаба", "belief"),
    ("Muslims only", "belief"),
    ("Қай ру екенін жазыңыз", "kin"),
]
INNOCENT = [
    "Опыт работы от 3 до 5 лет",
    "Опыт до 25 лет не важен, стаж до 30 лет",
    "Кемінде 3 жыл жұмыс тәжірибесі",
    "Жасы 18-ден асқан",
    "От 18 лет",
    "Продавец женской одежды",
    "Мастер мужского зала",
    "Ерлер киімін тігу",
    "Қазақша сөйлейтін сатушы",
    "Сатушы, қызмет көрсету",
    "Работа с детьми до 3 лет",
    "Знание казахского языка, русский язык",
    "Қазақ тілін білу",
    "Уақтылы еңбекақы, әлеуметтік пакет",
    "Ответственность, приятный коллектив",
    "Жоғары білім, дербес компьютер",
    "Компания на рынке до 25 лет",
    "Experience of 2 to 5 years",
    "A single point of contact for customers",
    "Помощь людям с инвалидностью",
    "Тренинг по вождению, рост продаж",
    "Құрал-жабдықтарды жөндеу",
    "Повар кухни народов Кавказа",
    "Менеджер по персоналу",
    "Тек ерекше жауапкершілік қажет",
]


@pytest.mark.parametrize(("text", "ground"), SHUT_OUT)
def test_it_is_found_with_its_ground(text, ground):
    assert ground in {each.ground for each in found_in({"duties": text})}


@pytest.mark.parametrize("text", INNOCENT)
def test_it_is_innocent(text):
    assert found_in({"duties": text}) == []


def test_what_was_written_is_quoted_as_written_with_why_and_what_instead():
    [found] = found_in({"title": "Охранник,  Только Мужчины", "duties": ""})
    assert (found.field, found.words) == ("title", "Только Мужчины")
    assert found.why
    assert found.instead


def test_every_ground_has_words_and_every_sentence_a_ground():
    assert {ground for _text, ground in SHUT_OUT} == set(GROUNDS)
