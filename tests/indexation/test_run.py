"""Values change, and what is paid every month follows: computed in slices, agreed to by another, in effect at once."""

import datetime
from decimal import Decimal

import pytest

from socialcode.awards.ledger import owed
from socialcode.awards.models import Award, Term
from socialcode.engine import explain
from socialcode.engine.registry import registry
from socialcode.indexation import actions, releasing, telling, working
from socialcode.indexation.computing import Standing, new_amounts
from socialcode.indexation.late import late
from socialcode.indexation.models import Indexation, Line
from socialcode.indexation.touched import changed_values, provisions_touched
from socialcode.law.values import values_on
from socialcode.notices.models import Notice
from socialcode.refusal import NotAllowedError
from socialcode.shown import ChangedSinceShownError
from tests.factories import granted as making
from tests.factories import people
from tests.factories.granted import FACTS, NEW

pytestmark = pytest.mark.django_db


def computed(january, by):
    run = actions.start(since=january, by=by)
    working.cut_once(run)
    while working.work_on(run):
        pass
    run.refresh_from_db()
    return run


def by_the_rule(on, facts=FACTS):
    return Decimal(explain(registry.provisions["disability_state"], facts, on, values_on(on)).amount)


def months(award, through):
    return {month.month: month.gross for month in owed([award.pk], through=through)}


def test_nothing_begins_while_values_of_the_year_are_missing(granted, first, january):
    granted()
    with pytest.raises(NotAllowedError, match="ubsistence minimum"):
        actions.start(since=january, by=first)


def test_who_pays_is_told_from_15_december_until_new_amounts_are_in_effect(granted, first, second, january):
    granted()
    eve = january - datetime.timedelta(days=17)
    assert late(eve - datetime.timedelta(days=1)) is None  # this year nobody was paid before
    told = late(eve)
    assert told.since == january and any("ubsistence minimum" in label for label in told.gaps)
    making.make_new_law(first, second)
    assert late(eve).gaps == []
    run = computed(january, first)
    answered = {"answered_by": second, "answered_at": run.computed_at, "released_at": run.computed_at}
    Indexation.objects.update(state="in_effect", **answered)
    assert late(eve) is None


def test_nothing_begins_where_nothing_changes(new_law, granted, first, january):
    granted()
    with pytest.raises(NotAllowedError, match="no value changes"):
        actions.start(since=january + datetime.timedelta(days=40), by=first)


def test_from_new_values_to_new_amounts(new_law, granted, first, second, january):
    award, before = granted(), by_the_rule(datetime.date(2026, 4, 1))
    run = computed(january, first)
    assert run.state == "ready"
    assert run.report["changed"] == 1
    [line] = run.lines.all()
    assert (line.before, line.after) == (before, by_the_rule(january))
    assert line.after > line.before
    assert months(award, january)[january] == before, "nothing changes before somebody agrees"

    actions.answer(run=run, agrees=True, by=second, shown=actions.stamp_of_run(run))
    assert releasing.put_in_effect(run)
    assert not releasing.put_in_effect(run), "once is enough"
    worth = months(award, january)
    assert worth[january] == line.after
    assert worth[january - datetime.timedelta(days=31)] == before
    award.refresh_from_db()
    assert award.amount == line.after
    assert award.terms.in_effect().count() == 2
    line.refresh_from_db()
    assert line.made.since == january


def test_who_is_paid_reads_from_when_how_much_and_why(new_law, granted, first, second, january):
    award = granted()
    run = computed(january, first)
    actions.answer(run=run, agrees=True, by=second)
    releasing.put_in_effect(run)
    assert telling.tell_some() == 1
    assert telling.tell_some() == 0
    notice = Notice.objects.get(kind="award_indexed")
    assert notice.to == award.person
    changed = [value.label for value in changed_values([registry.provisions["disability_state"]], january)]
    assert changed
    plain = notice.text.replace("\u202f", " ").replace("\xa0", " ")
    assert NEW["subsistence_minimum"][:2] in plain


@pytest.mark.usefixtures("new_law")
def test_the_award_says_from_when_it_is_worth_more_and_why(granted, first, second, january, signed_in):
    award = granted()
    run = computed(january, first)
    actions.answer(run=run, agrees=True, by=second)
    releasing.put_in_effect(run)
    page = signed_in(people.make_account(award.person)).get(f"/awards/{award.key}/").content.decode()
    assert "Because figures of the law changed on this day." in page
    assert f"?on={january}&amp;compare={january - datetime.timedelta(days=1)}" in page


def test_one_does_not_agree_to_their_own_run(new_law, granted, first, second, january):
    granted()
    run = computed(january, first)
    with pytest.raises(NotAllowedError, match="another administrator"):
        actions.answer(run=run, agrees=True, by=first)
    with pytest.raises(NotAllowedError, match="sentence"):
        actions.answer(run=run, agrees=False, by=second)
    with pytest.raises(ChangedSinceShownError):
        actions.answer(run=run, agrees=True, by=second, shown="")
    actions.answer(run=run, agrees=False, by=second, reason="One sum is far too large.")
    assert not releasing.put_in_effect(run)
    assert Term.objects.filter(replaced_at=None).count() == Term.objects.count()


def test_what_was_granted_otherwise_is_left_to_a_person(new_law, granted, first, second, january):
    as_computed, otherwise = granted(), granted(amount=50_000)
    run = computed(january, first)
    held = {line.award_id: line.held for line in run.lines.all()}
    assert held == {as_computed.pk: "", otherwise.pk: "by_hand"}
    assert run.report["held"] == {"by_hand": 1}
    actions.answer(run=run, agrees=True, by=second)
    releasing.put_in_effect(run)
    assert [line.award_id for line in Line.objects.exclude(made=None)] == [as_computed.pk]
    assert months(otherwise, january)[january] == 50_000


@pytest.mark.parametrize(
    ("facts", "gross", "held"),
    [
        (FACTS, 89_498, ""),
        (FACTS, 200_000, "lower"),
        ({**FACTS, "disability_group": None}, 89_498, "not_known"),
        ({**FACTS, "disability_group": "no such group"}, 89_498, "not_known"),
    ],
)
def test_what_is_odd_is_held_back(new_law, january, facts, gross, held):
    gross = Decimal(gross)
    others = [Standing(1, 1, january, Decimal(89_498), "disability_state", "", Decimal(89_498), FACTS, False)]
    odd = Standing(2, 2, january, gross, "disability_state", "", gross, facts, False)
    found = {each.standing.award: each for each in new_amounts([*others, odd], january)}
    assert found[2].held == held
    assert found[1].held == "", "one odd award costs no other its amount"


def test_an_award_that_changed_meanwhile_is_left_as_it_is(new_law, granted, first, second, january):
    award, other = granted(), granted()
    run = computed(january, first)
    actions.answer(run=run, agrees=True, by=second)
    old = award.terms.get()
    old.replaced_at = run.asked_at
    old.save()
    Term.objects.create(award=award, decision=old.decision, since=old.since, gross=1000, in_hand=1000)
    releasing.put_in_effect(run)
    assert months(award, january)[january] == 1000
    assert months(other, january)[january] == by_the_rule(january)
    assert Indexation.objects.get().report["in_effect"] == 1


def test_a_second_run_changes_nothing(new_law, granted, first, second, january):
    granted()
    run = computed(january, first)
    actions.answer(run=run, agrees=True, by=second)
    releasing.put_in_effect(run)
    again = computed(january, first)
    assert (again.report["changed"], again.report["unchanged"]) == (0, 1)


def test_ended_awards_and_those_paid_once_are_not_looked_at(new_law, granted, first, january):
    ended, _other = granted(), granted()
    Award.objects.filter(pk=ended.pk).update(state="ended", until=january - datetime.timedelta(days=40))
    assert computed(january, first).report["looked_at"] == 1


def test_one_run_at_a_time_and_it_can_be_called_off(new_law, granted, first, january):
    granted()
    run = computed(january, first)
    with pytest.raises(NotAllowedError, match="already being computed"):
        actions.start(since=january, by=first)
    actions.cancel(run=run, by=first)
    assert computed(january, first).state == "ready"


def test_values_that_change_after_the_run_stop_it(new_law, granted, first, second, january):
    from socialcode.law import actions as law  # noqa: PLC0415
    from socialcode.law.models import ParameterVersion  # noqa: PLC0415

    granted()
    run = computed(january, first)
    version = ParameterVersion.objects.get(name="subsistence_minimum", since=january)
    law.ask_withdrawal(version=version, reason="It is another sum in the law.", by=first)
    law.confirm_withdrawal(version=version, by=second)
    with pytest.raises(NotAllowedError, match="computed anew"):
        actions.answer(run=run, agrees=True, by=second)


def test_the_law_says_whom_it_concerns(new_law, granted, january):
    assert provisions_touched(january) == []
    granted()
    assert [provision.name for provision in provisions_touched(january)] == ["disability_state"]
