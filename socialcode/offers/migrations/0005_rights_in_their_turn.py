from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("offers", "0004_rights_that_wait_for_something_live")]

    operations = [
        RemoveIndexConcurrently(model_name="offeredright", name="rights_to_claim"),
        AddIndexConcurrently(
            model_name="offeredright",
            index=models.Index(
                fields=["next_try_at", "id"], condition=models.Q(outcome="waiting"), name="rights_waiting"
            ),
        ),
    ]
