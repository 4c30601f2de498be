"""What the portal does by itself, how often, and in which queues: times are those of Almaty."""

from datetime import timedelta

from celery.schedules import crontab
from kombu import Queue

from socialcode.running import environment

SWEEP_SECONDS = environment.number("SWEEP_SECONDS", 60)
SCHEDULE = {
    "clear expired sessions": {
        "task": "socialcode.operating.tasks.clear_expired_sessions",
        "schedule": crontab(minute=17),
    },
    "erase checks that nobody uses any more": {
        "task": "socialcode.check.tasks.clear_checks",
        "schedule": crontab(minute=27),
    },
    "read statements of platforms whose call was lost": {
        "task": "employment.platform_work.tasks.read_statements",
        "schedule": crontab(),
    },
    "end contracts of moves that were kept": {
        "task": "employment.resettlement.tasks.end_kept",
        "schedule": crontab(hour=0, minute=30),
    },
    "look for viruses in papers whose call was lost": {
        "task": "socialcode.cases.tasks.scan_papers",
        "schedule": crontab(),
    },
    "draw papers whose call was lost": {
        "task": "socialcode.cases.tasks.draw_papers",
        "schedule": crontab(),
    },
    "erase what has been kept for its term": {
        "task": "socialcode.operating.tasks.erase_what_is_over",
        "schedule": crontab(hour=3, minute=47),
    },
    "deliver notices": {
        "task": "socialcode.notices.tasks.deliver",
        "schedule": timedelta(seconds=SWEEP_SECONDS),  # makes good calls that were lost
    },
    "deliver codes": {
        "task": "socialcode.notices.tasks.deliver_codes",
        "schedule": timedelta(seconds=min(SWEEP_SECONDS, 15)),
    },
    "deliver what many are told": {
        "task": "socialcode.notices.tasks.deliver_bulk",
        "schedule": timedelta(seconds=SWEEP_SECONDS),
    },
    "send staff the links by which they choose a password": {
        "task": "socialcode.notices.tasks.send_password_links",
        "schedule": timedelta(seconds=SWEEP_SECONDS),
    },
    "read messages from people whose call was lost": {
        "task": "socialcode.notices.tasks.take_inbound",
        "schedule": timedelta(seconds=SWEEP_SECONDS),
    },
    "ask all queues for a sign of life": {
        "task": "socialcode.operating.tasks.call_all_queues",
        "schedule": crontab(),
    },
    "look after awards: terms that are over, deaths that registers show": {
        "task": "socialcode.awards.tasks.look_after_awards",
        "schedule": crontab(minute="20,50"),
    },
    "look at awards of whom registers say something new": {
        "task": "socialcode.awards.tasks.look_at_registers",
        "schedule": crontab(minute="*/10"),
    },
    "tell of payments that are about to end": {
        "task": "socialcode.renewals.tasks.tell_of_ends",
        "schedule": crontab(hour="9-18", minute=14),
    },
    "look after contracts on subsidised places": {
        "task": "employment.measures.tasks.look_after_contracts",
        "schedule": crontab(minute="12,42"),
    },
    "keep the deadlines of claims": {
        "task": "socialcode.cases.tasks.keep_deadlines",
        "schedule": crontab(minute="5,35"),
    },
    "count the labour market of the day": {
        "task": "employment.vacancies.tasks.count_market",
        "schedule": crontab(hour=4, minute=25),
    },
    "find new vacancies that suit people": {
        "task": "employment.vacancies.tasks.find_new_matches",
        "schedule": crontab(hour="5-8", minute="*/5"),
    },
    "tell people of new vacancies": {
        "task": "employment.vacancies.tasks.tell_new_matches",
        "schedule": crontab(hour="9-18", minute="*/10"),
    },
    "keep the days of vacancies": {
        "task": "employment.vacancies.tasks.keep_vacancies",
        "schedule": crontab(minute="11,41"),
    },
    "keep the deadlines of complaints": {
        "task": "socialcode.appeals.tasks.keep_deadlines",
        "schedule": crontab(minute="8,38"),
    },
    "keep the terms of career centres": {
        "task": "employment.advising.tasks.keep_terms",
        "schedule": crontab(minute="11,41"),
    },
    "compute all decisions once more every night": {
        "task": "socialcode.decisions.tasks.replay_tonight",
        "schedule": crontab(hour=1, minute=20),
    },
    "go on with the replay of decisions whose worker was lost": {
        "task": "socialcode.decisions.tasks.replay_slices",
        "schedule": crontab(minute="*/5"),
    },
    "make the orders of payment that were asked for": {
        "task": "socialcode.payments.tasks.keep_runs_going",
        "schedule": crontab(),
    },
    "write messages to banks": {
        "task": "socialcode.payments.tasks.write_messages",
        "schedule": crontab(),
    },
    "read what banks have sent": {
        "task": "socialcode.payments.tasks.read_messages",
        "schedule": crontab(),
    },
    "prepare offers of what was found": {
        "task": "socialcode.offers.tasks.keep_preparing",
        "schedule": crontab(minute="*/5"),
    },
    "tell people of offers": {
        "task": "socialcode.offers.tasks.send_offers",
        "schedule": crontab(),
    },
    "make claims of what people agreed to": {
        "task": "socialcode.offers.tasks.fulfil_offers",
        "schedule": crontab(),
    },
    "follow offers, remind of them, and end those without an answer": {
        "task": "socialcode.offers.tasks.look_after_offers",
        "schedule": crontab(minute="*/5"),
    },
    "work out how families stand where something changed": {
        "task": "family_map.tasks.keep_runs_going",
        "schedule": crontab(),
    },
    "compute new amounts that were asked for, and put in effect what was agreed to": {
        "task": "socialcode.indexation.tasks.keep_indexing",
        "schedule": crontab(),
    },
    "look at families in which somebody has a birthday": {
        "task": "family_map.tasks.call_birthdays",
        "schedule": crontab(hour=0, minute=10),
    },
    "check the chain of events every night": {
        "task": "socialcode.audit.tasks.check_chain_tonight",
        "schedule": crontab(hour=2, minute=40),
    },
    "note the head of the chain of events outside the database": {
        "task": "socialcode.audit.tasks.note_head",
        "schedule": crontab(),
    },
    "run the checks of the chain that were asked for": {
        "task": "socialcode.audit.tasks.run_chain_checks",
        "schedule": crontab(),
    },
}

# Work that must not wait for other work has a queue of its own. Which process works through which: Procfile
OWN_QUEUES = {
    "codes": ("socialcode.notices.tasks.deliver_codes", "socialcode.notices.tasks.send_password_links"),
    "notices": ("socialcode.notices.tasks.deliver", "socialcode.notices.tasks.take_inbound"),
    "bulk": (
        "socialcode.notices.tasks.deliver_bulk",
        "socialcode.indexation.tasks.tell_indexed",
        "socialcode.offers.tasks.send_offers",
        "employment.vacancies.tasks.tell_new_matches",
    ),
    "map": (
        "employment.vacancies.tasks.find_new_matches",
        "family_map.tasks.assess_slice",
        "family_map.tasks.keep_runs_going",
        "socialcode.offers.tasks.keep_preparing",
        "socialcode.offers.tasks.prepare_slice",
        "socialcode.indexation.tasks.index_slice",
        "socialcode.indexation.tasks.keep_indexing",
    ),
    "payments": tuple(
        f"socialcode.payments.tasks.{name}"
        for name in ("make_orders", "keep_runs_going", "write_messages", "read_messages")
    ),
    "papers": ("socialcode.cases.tasks.scan_papers", "socialcode.cases.tasks.draw_papers"),
}
QUEUES = [Queue(name) for name in ("celery", *OWN_QUEUES)]
ROUTES = {task: {"queue": name} for name, tasks in OWN_QUEUES.items() for task in tasks}
