import pytest
from django.core.management import call_command
from django.utils import translation

from socialcode.accounts import offices
from socialcode.accounts.models import Office
from socialcode.audit.models import Event
from socialcode.law.regions import regions

pytestmark = pytest.mark.django_db


def test_every_region_has_its_centre_and_every_district_lies_in_its_region():
    offices.load()
    assert {office.region for office in Office.objects.all() if office.is_regional} == set(regions())
    assert Office.objects.count() == 45
    assert all(office.district[:2] == office.region[:2] for office in Office.objects.exclude(district=""))


def test_loading_twice_changes_nothing_and_a_changed_name_follows_the_file(capsys):
    call_command("load_offices")
    assert "45 added" in capsys.readouterr().out
    events = Event.objects.count()
    call_command("load_offices")
    assert "0 added, 0 changed, 45 already there" in capsys.readouterr().out
    assert Event.objects.count() == events
    Office.objects.filter(code="10-3200").update(name_en="Something else")
    call_command("load_offices")
    assert "1 changed" in capsys.readouterr().out
    assert Office.objects.get(code="10-3200").name_en == "Career centre of Abai District"


@pytest.mark.parametrize(
    ("language", "name"),
    [("kk", "Абай ауданының мансап орталығы"), ("ru", "Карьерный центр Абайского района")],
)
def test_an_office_is_called_in_the_readers_language(language, name):
    offices.load()
    with translation.override(language):
        assert str(Office.objects.get(code="10-3200")) == name
