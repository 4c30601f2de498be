"""One worker of a run over all families, without Celery: `python -m bench.national_run.worker RUN`."""

import json
import os
import sys

import django

from bench import measure

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "socialcode.settings")


def main(number: int) -> None:
    django.setup()
    from family_map.models import Run  # noqa: PLC0415 - needs Django set up
    from family_map.run import working  # noqa: PLC0415

    run, slices = Run.objects.get(pk=number), 0
    while working.work_on(run):
        slices += 1
    print(json.dumps({"slices": slices, "memory": measure.peak_memory()}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
