"""Grants, changes, pauses, ends, deaths, new values of the law, recoveries and payments in any order, and once more.

An oracle keeps by days what was said of each award and asks the rule, as it explains it to one person, what a month is
worth: the ledger comes to the same, and each tenge of it leaves once.
"""

import datetime
from calendar import monthrange
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socialcode.awards import ledger
from socialcode.awards.actions import changing
from socialcode.awards.finding import endings
from socialcode.awards.models import Award, Change, Overpayment, Recovered, Recovery
from socialcode.awards.planning import Wish
from socialcode.awards.reassessing import anew
from socialcode.awards.settling import settle
from socialcode.engine import explain
from socialcode.engine.days import end_of_month
from socialcode.engine.registry import registry
from socialcode.indexation import actions as indexation
from socialcode.indexation import releasing, working
from socialcode.law.values import values_on
from socialcode.payments.models import OrderLine
from tests.awards.test_finding import DISABLED, LARGE
from tests.factories import people
from tests.factories.accounts import make_administrator
from tests.factories.granted import make_computed, make_new_law

from .conftest import MONTH, TODAY
from .test_any_order import DECEMBER, Office, check

pytestmark = pytest.mark.django_db
FIRST, LAST = datetime.date(2026, 7, 1), datetime.date(2027, 2, 28)
JANUARY = datetime.date(2027, 1, 1)
DAY = datetime.timedelta(days=1)
CHANGES = {"large_family": "children_under_18", "disability_state": "disability_group"}
ANSWERS = {"large_family": [4, 5, 7], "disability_state": ["group1", "group2", "group3"]}
days, places, answers = st.dates(FIRST, TODAY), st.integers(0, 3), st.integers(0, 2)
acts = st.one_of(
    st.tuples(st.just("grant"), st.tuples(st.sampled_from(sorted(CHANGES)), st.booleans(), days, answers)),
    st.tuples(st.just("change"), st.tuples(places, days, answers)),
    st.tuples(st.sampled_from(["pause", "resume", "end"]), st.tuples(places, days)),
    st.tuples(st.just("death"), st.tuples(st.booleans(), days)),
    st.tuples(st.just("index"), st.none()),
    st.tuples(st.just("recover"), places),
    st.tuples(st.just("repeat"), st.none()),
    st.tuples(st.just("run"), st.sampled_from([MONTH, DECEMBER])),
    st.tuples(st.just("send"), st.none()),
    st.tuples(st.just("answer"), st.tuples(places, st.sampled_from(["ACSC", "RJCT", "RTRN"]), st.booleans())),
    st.tuples(st.just("again"), places),
)


@cache
def by_the_rule(provision, answer, on):
    """What a whole month is worth by the law of a day, as the rule explains it."""
    facts = (LARGE if provision == "large_family" else DISABLED) | {CHANGES[provision]: answer}
    found = explain(registry.provisions[provision], facts, on, values_on(on))
    return Decimal(found.amount)


class Days:
    """An award by days: by which act and at which answer and law each is paid; and the pauses."""

    def __init__(self, provision, answer, since):
        self.provision, self.pauses, self.serial = provision, [], 0
        self.worth = {since + DAY * n: (0, answer, since) for n in range((LAST - since).days + 1)}

    def change(self, first, answer):
        """Another answer from a day on; a day that is paid by January's law stays so."""
        self.serial += 1
        for day, (act, _answer, law) in self.worth.items():
            if day >= first:
                self.worth[day] = ((self.serial, act), answer, law if law == JANUARY else first)

    def index(self):
        self.serial += 1
        for day, (act, answer, law) in self.worth.items():
            if day >= JANUARY and law != JANUARY:
                self.worth[day] = ((self.serial, act), answer, JANUARY)

    def end(self, first):
        self.worth = {day: said for day, said in self.worth.items() if day < first}

    def is_unpaid(self, day):
        return any(since <= day and (until is None or day < until) for since, until in self.pauses)

    def paid(self):
        return {day for day in self.worth if not self.is_unpaid(day)}

    def months(self):
        parts = defaultdict(int)
        for day, said in self.worth.items():
            parts[day.replace(day=1), said] += not self.is_unpaid(day)
        months = defaultdict(Decimal)
        for (month, (_serial, answer, law)), paid in parts.items():
            share = by_the_rule(self.provision, answer, law) * paid / monthrange(month.year, month.month)[1]
            months[month] += share.quantize(Decimal("0.01"), ROUND_HALF_UP)
        return {month: worth for month, worth in months.items() if worth}


class Portal(Office):
    """All that can be done to awards and their money; beside it, what must come of it."""

    def __init__(self, payer, second, cast):
        super().__init__(payer, second)
        self.parents, self.officer, self.approver, self.office, self.administrators = cast
        self.days, self.most = {}, defaultdict(Decimal)

    def grant(self, told):
        provision, is_father, since, answer = told
        person, answer = self.parents[is_father], ANSWERS[provision][answer]
        if person.died_on and person.died_on <= since:
            return
        facts = (LARGE if provision == "large_family" else DISABLED) | {CHANGES[provision]: answer}
        award = make_computed(self.office, self.officer, person, provision, on=since, **facts)
        self.days[award.pk] = Days(provision, answer, award.since)

    def _award(self, place):
        standing = list(Award.objects.exclude(state="ended").order_by("pk"))
        return standing[place % len(standing)] if standing else None

    def change(self, told):
        place, day, answer = told
        award = self._award(place)
        if award is None or (award.until and max(day, award.since) > award.until):
            return
        answer, since = ANSWERS[award.provision][answer], max(day, award.since)
        found = anew(award, since, {CHANGES[award.provision]: answer})
        if not found.stretches:
            return
        wish = Wish("terms", named=since, stretches=found.stretches)
        proposal = changing.Proposal(wish, "So the register of the population says.", computed=found.computed)
        made = changing.propose(award=award, proposal=proposal, by=self.officer)
        changing.approve(change=made, by=self.approver)
        self.days[award.pk].change(since, answer)

    def pause(self, told):
        self._settled("pause", *told)

    def end(self, told):
        self._settled("end", *told)

    def _settled(self, kind, place, day):
        award = self._award(place)
        first = award and max(day, award.since)
        if award is None or (award.until and first > award.until):
            return
        settle(Change.objects.create(award=award, kind=kind, first_day=first, article=f"{award.changes.count()}"), None)
        if kind == "end":
            self.days[award.pk].end(first)
        else:
            self.days[award.pk].pauses.append((first, None))

    def resume(self, told):
        place, day = told
        award = self._award(place)
        pause = award and award.pauses.filter(paid_from=None).order_by("pk").first()
        if pause is None:
            return
        first, of_it = max(day, pause.since), self.days[award.pk].pauses
        settle(Change.objects.create(award=award, kind="resume", pause=pause, first_day=first), None)
        of_it[of_it.index((pause.since, None))] = (pause.since, first)

    def death(self, told):
        is_father, day = told
        person = self.parents[is_father]
        if person.died_on:
            return
        person.died_on = day
        person.save()
        self.repeat(None)

    def index(self, _told):
        run = indexation.start(since=JANUARY, by=self.administrators[0])
        working.cut_once(run)
        while working.work_on(run):
            pass
        run.refresh_from_db()
        indexation.answer(run=run, agrees=True, by=self.administrators[1])
        for _time in range(2):
            releasing.put_in_effect(run)
        for award in Award.objects.exclude(state="ended"):
            self.days[award.pk].index()

    def recover(self, place):
        debts = [debt for debt in Overpayment.objects.order_by("pk") if debt.rest > 0 and not debt.recoveries.exists()]
        if debts:
            answered = {"answered_by": self.second, "answered_at": timezone.now(), "state": "running"}
            plan = {"share": Decimal("0.25"), "since": MONTH, "proposed_by": self.payer}
            Recovery.objects.create(overpayment=debts[place % len(debts)], **plan, **answered)

    def repeat(self, _told):
        """What the night does: the own payment of who died is owed to the end of the month."""
        own = Award.objects.exclude(state="ended").filter(provision="disability_state", person__died_on__isnull=False)
        for award in own.select_related("person"):
            first = max(end_of_month(award.person.died_on) + DAY, award.since)
            if award.until is None or first <= award.until:
                self.days[award.pk].end(first)
        for _time in range(2):
            endings.end_terms()
            endings.end_of_the_dead()

    def check(self):
        """What must hold at any moment."""
        owed = defaultdict(dict)
        for month in ledger.owed(sorted(self.days), through=LAST):
            if month.gross:
                owed[month.award_id][month.month] = month.gross
        for award, of_it in self.days.items():
            assert owed[award] == of_it.months(), "the ledger is what the rule says of each month"
            for month, worth in owed[award].items():
                self.most[award, month] = max(self.most[award, month], worth)
        check(self.most)
        self._check_nobody_twice()
        for plan in Recovery.objects.all():
            kept = OrderLine.objects.filter(kind="recovery", what=str(plan.pk)).values_list("amount", flat=True)
            taken = Recovered.objects.filter(recovery=plan).values_list("amount", flat=True)
            assert -sum(kept) == sum(taken), "what was kept is in an order"

    def _check_nobody_twice(self):
        paid = defaultdict(list)
        for award in Award.objects.filter(pk__in=self.days):
            whose = "family" if award.unit == "family" else award.person_id
            for other in paid[award.provision, whose]:
                assert not other & self.days[award.pk].paid(), "a day is paid twice"
            paid[award.provision, whose].append(self.days[award.pk].paid())


@pytest.fixture
def cast(november, office, officer, approver):
    """Two parents of one registered family, those who decide, and two administrators who put January's law in force."""
    parents = [people.make_person(sex=sex) for sex in ("female", "male")]
    people.make_family(parents[0], spouse=parents[1])
    administrators = make_administrator(), make_administrator("second@example.org", "Second Administrator")
    make_new_law(*administrators)
    return parents, officer, approver, office, administrators


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.lists(acts, max_size=12))
def test_the_ledger_is_the_rules_result_and_each_tenge_of_it_leaves_once(payer, second_payer, cast, order):
    with transaction.atomic():
        for person in cast[0]:
            person.died_on = None
        portal = Portal(payer, second_payer, cast)
        for act, told in [("grant", ("large_family", False, FIRST, 0)), ("run", MONTH), *order]:
            portal.do(act, told)
            portal.check()
        transaction.set_rollback(True)


def test_two_steps_of_each_kind_one_after_the_other(payer, second_payer, cast):
    """One order of all acts, so that each is tried whatever is drawn."""
    portal = Portal(payer, second_payer, cast)
    july, november = FIRST + DAY * 14, TODAY
    for act, told in (
        ("grant", ("disability_state", True, FIRST, 1)),
        ("grant", ("large_family", False, july, 0)),
        ("grant", ("large_family", True, july, 0)),  # the same family
        ("change", (1, july + DAY * 40, 1)),
        ("run", MONTH),
        ("send", None),
        ("answer", (0, "ACSC", True)),
        ("answer", (1, "RJCT", False)),
        ("again", 1),
        ("change", (0, FIRST + DAY * 70, 2)),
        ("recover", 0),
        ("index", None),
        ("pause", (1, november)),
        ("run", DECEMBER),
        ("resume", (1, november)),
        ("index", None),
        ("death", (True, july + DAY * 60)),
        ("send", None),
        ("answer", (2, "RTRN", True)),
        ("end", (0, november)),
    ):
        portal.do(act, told)
        portal.check()
    assert len(portal.days) == 2
    assert Overpayment.objects.exists()
    assert Recovered.objects.exists()
