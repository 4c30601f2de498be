"""What the portal does by itself, and how often: times are those of Almaty."""

from datetime import timedelta

from celery.schedules import crontab

from socialcode.running import environment

SCHEDULE = {
    "clear expired sessions": {
        "task": "socialcode.tasks.clear_expired_sessions",
        "schedule": crontab(minute=17),
    },
    "erase checks that nobody uses any more": {
        "task": "socialcode.check.tasks.clear_checks",
        "schedule": crontab(minute=27),
    },
    "look for viruses in papers whose call was lost": {
        "task": "socialcode.cases.tasks.scan_papers",
        "schedule": crontab(),
    },
    "draw papers whose call was lost": {
        "task": "socialcode.cases.tasks.draw_papers",
        "schedule": crontab(),
    },
    "erase files of papers that no row speaks of": {
        "task": "socialcode.cases.tasks.clear_vault",
        "schedule": crontab(hour=3, minute=47),
    },
    "deliver notices": {
        "task": "socialcode.notices.tasks.deliver",
        "schedule": timedelta(seconds=environment.number("SWEEP_SECONDS", 60)),  # makes good calls that were lost
    },
    "send staff the links by which they choose a password": {
        "task": "socialcode.notices.tasks.send_password_links",
        "schedule": timedelta(seconds=environment.number("SWEEP_SECONDS", 60)),
    },
    "keep the deadlines of claims": {
        "task": "socialcode.cases.tasks.keep_deadlines",
        "schedule": crontab(minute="5,35"),
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
