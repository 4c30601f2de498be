import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0008_papers_are_documents")]

    operations = [
        migrations.AlterField(
            model_name="evidence",
            name="document",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.document"
            ),
        ),
        *(migrations.RemoveField("evidence", name) for name in ("key", "name", "content_type", "size", "scan")),
    ]
