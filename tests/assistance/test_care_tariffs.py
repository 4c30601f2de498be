"""What a region pays for special social services stands under its own name (article 142, point 2)."""

import datetime
from decimal import Decimal

import pytest

from socialcode.engine import examples, explain
from socialcode.engine.parameters import Values, Version
from socialcode.engine.registry import registry

ALMATY = "750000000"
DAY = datetime.date(2026, 2, 10)
TARIFFS = {"at_home": Decimal(100000), "half_day": Decimal(150000), "residential": Decimal(300000)}


@pytest.mark.parametrize("place", TARIFFS)
def test_each_tariff_of_a_region_is_shown_as_its_own(place):
    provision = registry.provisions["special_social_services"]
    published = {
        f"care_tariff_{where}": registry.parameters[f"care_tariff_{where}"].with_versions(
            [Version(datetime.date(2026, 1, 1), tariff, region=ALMATY)]
        )
        for where, tariff in TARIFFS.items()
    }
    facts = examples.facts_of(provision, examples.read(provision)["given"], {"region": ALMATY})
    told = explain(provision, facts, DAY, Values({**registry.parameters, **published}, DAY, ALMATY))
    assert told.result(f"tariff_{place}") == TARIFFS[place]
