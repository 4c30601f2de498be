"""What the web server opens: the pages behind their door."""

import os

import django
from django.conf import settings
from django.db.backends.signals import connection_created

from socialcode.running import bounds

bounds.end_with_parent()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "socialcode.settings")
django.setup()

from socialcode.door.answers import Pages  # noqa: E402 - what follows needs the settings
from socialcode.door.app import Door  # noqa: E402
from socialcode.door.limits import Limits  # noqa: E402
from socialcode.door.statements import limit_statements  # noqa: E402
from socialcode.operating import production  # noqa: E402
from socialcode.running.loaded import load_for_good  # noqa: E402

bounds.keep_within(settings.PROCESS_MEMORY)
production.insist_before_serving()
limits = Limits()
connection_created.connect(limit_statements)
application = Door(Pages(limits.in_memory), limits)
load_for_good()
