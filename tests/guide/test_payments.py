"""The pages about payments, for everybody."""

import pytest

from socialcode.check.models import Check
from socialcode.engine.citation import citations
from socialcode.engine.registry import registry


@pytest.mark.parametrize("name", sorted(registry.provisions))
def test_every_payment_has_a_page(english, name):
    html = english.get(f"/payments/{name}/").content.decode()
    provision = registry.provisions[name]
    assert all(f'value="{event}"' in html for event in provision.events[:1])
    assert "Who gets it" in html
    asked = {argument for versions in provision.rules.values() for rule in versions for argument in rule.arguments}
    has_figures = any(provision.value_name(argument, registry.parameters) for argument in asked)
    assert ("Figures in force today" in html) == has_figures


def test_a_page_says_conditions_figures_and_articles(english):
    html = english.get("/payments/birth_grant/").content.decode()
    assert "The time to apply has not run out" in html
    assert "Social Code, article 80" in html
    assert "38 MCI" in html


def test_the_button_starts_the_right_check(english):
    answer = english.post("/", {"event": "old_age", "which": "today"})
    check = Check.objects.get()
    assert answer.url == f"/check/{check.key}/questions/about-you/"
    assert check.content["event"] == "old_age"


def test_what_people_apply_for_can_be_claimed_from_its_page(english):
    begin = 'action="/claims/begin/"'
    assert begin in english.get("/payments/birth_grant/").content.decode()
    for name in ("social_contribution", "silver_age"):  # due from a person; paid to an employer
        assert begin not in english.get(f"/payments/{name}/").content.decode()


@pytest.mark.parametrize("name", ["birth_grant", "special_social_services"])
def test_where_to_apply_names_the_button_of_the_page(english, name):
    html = english.get(f"/payments/{name}/").content.decode()
    assert "button “Apply”" in html.split("Where to apply")[1].split("</dd>")[0]
    assert html.count('name="provision"') == 1


@pytest.mark.parametrize("name", ["nothing", "mci", "birth-grant"])
def test_a_payment_that_is_not_there(english, name):
    assert english.get(f"/payments/{name}/").status_code == 404


@pytest.mark.parametrize("sort", ["event", "name", "article", "nonsense", ""])
def test_the_list_names_every_payment_however_sorted(english, sort):
    html = english.get("/payments/", {"sort": sort}).content.decode()
    assert all(f'href="/payments/{name}/"' in html for name in registry.provisions)


def test_the_list_by_article_begins_with_the_first(english):
    groups = english.get("/payments/?sort=article").context["groups"]
    numbers = [citations(provision.article)[0].order for provision in groups[""]]
    assert numbers == sorted(numbers)


def test_search_shows_what_it_found_and_says_what_to_do_otherwise(english):
    assert 'href="/payments/job_loss/"' in english.get("/search/", {"q": "жұмыссыз"}).content.decode()
    assert "Write what happened, in your own words" in english.get("/search/").content.decode()
    assert "Nothing found" in english.get("/search/", {"q": "qqqqzzzz"}).content.decode()


def test_what_was_asked_is_written_back_escaped(english):
    html = english.get("/search/", {"q": '"><script>alert(1)</script>'}).content.decode()
    assert "<script>alert" not in html


@pytest.mark.parametrize("address", ["/payments/", "/payments/birth_grant/", "/search/?q=пенсия", "/glossary/"])
def test_a_page_for_everybody_asks_the_database_for_the_values_at_most(english, django_assert_max_num_queries, address):
    english.get(address)
    with django_assert_max_num_queries(1):
        assert english.get(address).status_code == 200


@pytest.mark.parametrize("address", ["/payments/", "/payments/birth_grant/", "/search/", "/glossary/"])
def test_nothing_is_changed_by_these_pages(english, address):
    assert english.post(address).status_code == 405
