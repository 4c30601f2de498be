"""Which language a page is in, and whether the portal says that it is well."""

import pytest

LIST_OF_THE_BROWSER = {"HTTP_ACCEPT_LANGUAGE": "en-GB,en;q=0.9,ru;q=0.8"}


def test_a_new_visitor_reads_kazakh_whatever_the_browser_prefers(client, db):
    answer = client.get("/accounts/login/", **LIST_OF_THE_BROWSER)
    assert answer.headers["Content-Language"] == "kk"
    assert 'lang="kk"' in answer.text


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_visitors_choice_stays(client, db, language):
    client.post("/i18n/setlang/", {"language": language, "next": "/accounts/login/"})
    answer = client.get("/accounts/login/", **LIST_OF_THE_BROWSER)
    assert answer.headers["Content-Language"] == language
    assert f'lang="{language}"' in answer.text


def test_a_language_that_is_not_offered_is_kazakh(client, db):
    client.cookies["django_language"] = "fr"
    assert client.get("/accounts/login/").headers["Content-Language"] == "kk"


def test_the_language_of_one_visitor_is_not_the_next_ones(client, db):
    client.cookies["django_language"] = "ru"
    client.get("/accounts/login/")
    del client.cookies["django_language"]
    assert client.get("/accounts/login/").headers["Content-Language"] == "kk"


def test_a_cache_keeps_the_languages_apart(client, db):
    assert "Cookie" in client.get("/accounts/login/").headers["Vary"]
