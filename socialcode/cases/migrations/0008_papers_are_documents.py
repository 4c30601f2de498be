"""What is known of a file goes to the room `documents`; each paper of a claim names its document, under the same key."""

import django.db.models.deletion
from django.db import migrations, models

COPY = """
INSERT INTO documents_document (id, key, name, content_type, size, scan)
SELECT id, key, name, content_type, size, scan FROM cases_evidence;
SELECT setval(
    pg_get_serial_sequence('documents_document', 'id'),
    (SELECT coalesce(max(id), 1) FROM documents_document),
    EXISTS (SELECT FROM documents_document)
);
UPDATE cases_evidence SET document_id = id;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0007_rooms_of_their_own"),
        ("documents", "0001_documents"),
    ]

    operations = [
        migrations.AddField(
            model_name="evidence",
            name="document",
            field=models.OneToOneField(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.document"
            ),
        ),
        migrations.RunSQL(COPY),
    ]
