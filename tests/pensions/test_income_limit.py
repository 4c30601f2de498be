"""The project's own case: what raising the limit on income from 46 to 55 indexes gives a woman with 20 years."""

import datetime
from decimal import Decimal

from socialcode.engine import examples, explain
from socialcode.engine.parameters import Values, Version
from socialcode.engine.registry import registry

ON = datetime.date(2023, 1, 1)
LIMIT = "age_pension.income_limit"


def pension(values):
    provision = registry.provisions["age_pension"]
    facts = examples.facts_of(provision, examples.read(provision)["given"], {})
    return explain(provision, facts, ON, values).amount


def test_seed_case_before_and_after_the_limit_was_raised():
    former = registry.parameters[LIMIT].with_versions([Version(datetime.date(2021, 1, 1), Decimal(46))])
    before = pension(Values({**registry.parameters, LIMIT: former}, ON))
    after = pension(registry.values(ON))
    assert (before, after, after - before) == (95220, 113850, 18630)


def test_limit_is_the_law_s_on_each_side_of_the_change():
    limits = [registry.values(ON - datetime.timedelta(days=days)).value(LIMIT) for days in (1, 0)]
    assert limits == [46, 55]


def test_least_and_largest_pension_with_the_base_pension_are_those_published_for_2026():
    on = datetime.date(2026, 1, 1)
    values = registry.values(on)

    def together(years, months, income):
        base, age = registry.provisions["base_pension"], registry.provisions["age_pension"]
        person = examples.facts_of(base, examples.read(base)["given"], {"pension_years": years})
        worker = examples.facts_of(
            age, examples.read(age)["given"], {"months_before_1998": months, "best_average_income": income}
        )
        return explain(base, person, on, values).amount + explain(age, worker, on, values).amount

    assert together(10, 240, 60_000) == 104_645
    assert together(34, 420, 300_000) == 238_412
