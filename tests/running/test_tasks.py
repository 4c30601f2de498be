"""What runs by the clock exists, and can be begun without being told anything."""

import inspect

import pytest
from django.conf import settings

from tests.running.tasks import known_tasks


@pytest.mark.parametrize("entry", settings.CELERY_BEAT_SCHEDULE.values(), ids=lambda entry: entry["task"])
def test_every_scheduled_task_exists(entry):
    task = known_tasks()[entry["task"]]
    assert not [part for part in inspect.signature(task.run).parameters.values() if part.default is part.empty]
