#!/usr/bin/env python
"""The command line of the portal."""

import os
import sys
from importlib import import_module

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import DatabaseError

from socialcode.running.embedded import EmbeddedServerError
from socialcode.running.tables import is_behind

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "socialcode.settings")
    try:
        import_module(os.environ["DJANGO_SETTINGS_MODULE"])
    except (ImproperlyConfigured, EmbeddedServerError) as error:
        sys.exit(str(error))
    try:
        execute_from_command_line(sys.argv)
    except DatabaseError:
        if not is_behind():
            raise
        sys.exit("The tables of the database are older than this program: run `manage.py migrate`, then try again.")
