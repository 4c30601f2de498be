"""One worker of a run over all families, without Celery: `python -m bench.national_run.worker RUN [levels]`; with
`levels` without the rights."""

import json
import os
import sys

import django

from bench import measure

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "socialcode.settings")


def main(number: int, only: str = "") -> None:
    django.setup()
    from django.db import connection  # noqa: PLC0415 - needs Django set up

    from family_map.models import Run  # noqa: PLC0415
    from family_map.run import working  # noqa: PLC0415

    from . import levels_alone  # noqa: PLC0415

    run, slices = Run.objects.get(pk=number), 0
    backend = connection.connection.info.backend_pid
    began = measure.processor(backend)
    work_on = (levels_alone if only else working).work_on
    while work_on(run):
        slices += 1
    took = measure.processor(backend) - began
    print(json.dumps({"slices": slices, "memory": measure.peak_memory(), "processor": took}))


if __name__ == "__main__":
    main(int(sys.argv[1]), *sys.argv[2:])
