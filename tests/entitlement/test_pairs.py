"""What the table of pairs says, the combination and the months do: a case for each pair, a pair for each case."""

import pytest

from socialcode.engine import Effect
from socialcode.engine.citation import citations
from socialcode.engine.registry import registry
from socialcode.entitlement.combination import combine
from socialcode.entitlement.months import Forecast, first_days
from socialcode.entitlement.results import assess

from .pair_cases import TOGETHER, every_case, key, key_of

CASES = every_case()
FEW_MONTHS = 8  # two quarters and more: what one quarter brings decides about the next


def cases(*effects, are=lambda _case: True):
    found = [case for case in CASES if case.effect in effects and are(case)]
    assert found
    return pytest.mark.parametrize("case", found, ids=lambda case: f"{case.effect}: {' x '.join(case.pair)}")


def right(household):
    """What is a right and has an amount, by name; None for a service or an unknown amount."""
    found = [result for result in assess(household) if result.explanation.outcome == "entitled"]
    return {result.provision.name: result.in_hand for result in found}


def had(household):
    combined = combine(household, assess(household))
    return {taken.result.provision.name: taken for taken in combined.taken}


def paid(case):
    """By name the months with an amount: a few from the day on, each looked at by itself, dues and services too."""
    forecast = Forecast(case.household())
    months = {name: set() for name in case.names}
    for (name, _number), schedule in forecast.schedules.items():
        months[name] |= {place for place, amount in schedule.paid.items() if amount}
    for place, on in enumerate(first_days(case.day, FEW_MONTHS)):
        for name, taken in had(case.household().as_of(on)).items():
            if not taken.result.provision.adds_up:
                months[name].add(place)
    return months


def test_every_pair_has_a_case_and_every_case_is_of_a_pair():
    """A case of `together` shows a pair of which only one can be had, where a rule lets both stand."""
    table = {key_of(pair) for pair in registry.pairs}
    unless = {
        key((provision.name, one.provision), TOGETHER)
        for provision in registry.provisions.values()
        for one in provision.excludes
        if one.unless
    }
    known = {case.key for case in CASES}
    assert known - table - unless == set()
    assert table - known == set()


def test_every_pair_names_a_point_of_an_article():
    for pair in registry.pairs:
        assert citations(pair.article)
        assert not [cited for cited in citations(pair.article) if cited.last or cited.act], pair


def test_a_question_about_another_recipient_names_what_they_receive():
    """So that it is in the table: whoever is asked about is asked because one of two people is paid."""
    lead = "relative_is_paid"
    assert not [fact.name for fact in registry.facts.values() if fact.asked_if[:1] == (lead,) and not fact.says_paid]


def test_no_pair_says_two_things_at_once_but_of_one_person_and_of_two_people():
    effects = {}
    for pair in registry.pairs:
        if pair.effect != Effect.ONE_PERSON:
            effects.setdefault(pair.names, []).append(pair.effect)
    assert {names: found for names, found in effects.items() if len(found) > 1} == {}


@cases(*Effect, TOGETHER)
def test_each_right_of_a_pair_is_what_it_is_by_itself(case):
    assert {name: amount for one in case.names for name, amount in right(case.household(one)).items()} == case.alone


@cases(*Effect, TOGETHER)
def test_the_combination_takes_what_the_table_allows(case):
    found = had(case.household())
    assert {name: taken.amount for name, taken in found.items()} == case.taken
    assert {name: taken.later for name, taken in found.items() if taken.later is not None} == case.later


@cases(Effect.ONE_OF)
def test_of_a_pair_only_one_is_had_and_the_other_said(case):
    assert len(case.taken) == 1
    if not case.is_open_to_choice:
        return
    combined = combine(case.household(), assess(case.household()))
    (left,) = combined.left_out
    assert {left.result.provision.name, *case.taken} == set(case.names)
    assert [other.provision.name for other in left.instead_of] == list(case.taken)


@cases(Effect.ONE_OF, are=lambda case: case.is_open_to_choice)
def test_what_one_receives_stands_in_the_way_of_the_other(case):
    for received, other in (case.pair, case.pair[::-1]):
        household = case.household(received=(received,))
        combined = combine(household, assess(household))
        assert combined.taken == ()
        (left,) = combined.left_out
        assert left.result.provision.name == other
        assert left.is_already_decided


@cases(Effect.ONE_OF, are=lambda case: not case.is_open_to_choice)
def test_where_the_law_leaves_no_choice_answers_turn_one_into_the_other(case):
    turned = right(case.household(turned=True))
    assert turned == case.turned_alone
    assert {*case.alone, *turned} == set(case.names)
    assert not set(case.alone) & set(turned)


@cases(Effect.ONE_PERSON)
def test_of_two_people_one_is_paid(case):
    """Who is told that somebody else receives it is refused by the rule whose article the table cites."""
    provision = registry.provisions[case.pair[0]]
    (pair,) = (pair for pair in registry.pairs if key_of(pair) == case.key)
    (result,) = assess(case.household(provision.name, turned=True))
    assert result.explanation.outcome == "refused"
    unmet = {str(cited) for step in result.explanation.unmet for cited in citations(step.article)}
    assert unmet & {str(cited) for cited in citations(pair.article)}
    assert case.turned_alone == {}


@cases(Effect.ONE_OF, Effect.ENDS, Effect.PAUSES)
def test_in_no_month_both_are_had(case):
    one, other = (paid(case)[name] for name in case.pair)
    assert one | other
    assert not one & other


@cases(Effect.ENDS)
def test_a_payment_ends_once_the_other_is_granted(case):
    changed, lead = case.pair
    assert set(case.alone) == set(case.names)
    assert set(case.taken) == {lead}
    assert set(had(case.household(lead, changed, received=(changed,)))) == {lead}


@cases(Effect.TOP_UP)
def test_a_top_up_is_what_the_other_lacks(case):
    changed, lead = case.pair
    assert case.taken[lead] == case.alone[lead]
    assert case.taken.get(changed, 0) == max(case.alone[changed] - case.alone[lead], 0)
    forecast = Forecast(case.household())
    amounts = {name: schedule.paid for (name, _number), schedule in forecast.schedules.items()}
    together = amounts[lead].keys() & amounts.get(changed, {}).keys()
    assert bool(together) == (changed in case.taken)
    assert all(amounts[changed][place] < case.alone[changed] for place in together)


@cases(Effect.TOP_UP)
def test_a_payment_that_is_received_falls_once_the_other_is_granted(case):
    changed, lead = case.pair
    taken = had(case.household(received=(changed,)))
    assert set(taken) == {lead}
    assert [other.provision.name for other in taken[lead].lowers] == [changed]
    assert taken[lead].lost == case.alone[changed] - case.taken.get(changed, 0)


@cases(Effect.PAUSES)
def test_a_payment_is_paused_beside_the_other_and_paid_without_it(case):
    changed, lead = case.pair
    assert set(case.alone) == set(case.taken) == {lead}
    assert right(case.household(turned=True)) == case.turned_alone
    assert set(case.turned_alone) == {changed}


@cases(Effect.OPENS, are=lambda case: case.turned)
def test_an_answer_that_tells_of_the_other_opens_more(case):
    changed, lead = case.pair
    assert right(case.household(turned=True)) == case.turned_alone
    more, before = case.turned_alone[changed], case.alone.get(changed, 0)
    assert changed not in case.alone if more is None else more > before
    assert lead in case.turned_alone


@cases(Effect.OPENS, are=lambda case: not case.turned)
def test_a_right_opens_or_grows_with_the_other(case):
    changed, lead = case.pair
    alone = case.alone.get(changed, 0)
    assert case.taken[changed] > alone
    assert lead in case.taken
    months = paid(case)
    assert months[changed] <= months[lead] or alone


@cases(Effect.LOWERS)
def test_a_payment_is_smaller_beside_the_other(case):
    changed, lead = case.pair
    assert 0 < case.taken[changed] < case.alone[changed]
    assert case.taken[lead] == case.alone[lead]


@cases(Effect.INCOME)
def test_what_counts_as_income_lowers_the_payment_of_later_quarters(case):
    changed, lead = case.pair
    amounts = {name: schedule.paid for (name, _number), schedule in Forecast(case.household()).schedules.items()}
    now, then = case.alone[changed], [amounts[changed].get(place, 0) for place in range(FEW_MONTHS)]
    assert then[0] == now
    assert min(then) < now
    if registry.provisions[lead].pays == "monthly":
        assert case.later[changed] < now


@cases(TOGETHER)
def test_where_its_rule_holds_both_of_a_pair_are_had(case):
    assert case.taken == case.alone
    assert set(case.taken) == set(case.names)


def test_what_is_owed_for_wages_and_for_the_special_regime_stands_side_by_side():
    """Articles 101-1 and 102-1 take each contribution of the income of the regime, article 243 of the wages."""
    owed = {"pension_contribution", "social_contribution", "employer_contribution"}
    regime = {"self_employed_payments", "platform_payments"}
    assert not [pair for pair in registry.pairs if pair.names & owed and pair.names & regime]
    assert not [pair for pair in registry.pairs if pair.names == regime]
