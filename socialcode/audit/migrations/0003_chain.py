from django.db import migrations, models

# A link is made when the transaction of its event commits, so that writers wait for each other only for that moment
# and never while they hold other locks. The lock is transaction-wide: places follow one another without gaps.
FORWARDS = """
CREATE FUNCTION audit_hash(before bytea, event audit_event) RETURNS bytea LANGUAGE sql STABLE AS $$
    SELECT sha256(before || convert_to(jsonb_build_array(
        event.id, extract(epoch FROM event.at)::text, event.kind, event.on_type, event.on_key, event.on_text,
        event.by_key, event.by_text, event.details
    )::text, 'UTF8'));
$$;

CREATE FUNCTION audit_chain_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    last audit_link;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('audit_link'));
    SELECT * INTO last FROM audit_link ORDER BY place DESC LIMIT 1;
    INSERT INTO audit_link (place, event_id, hash)
    VALUES (coalesce(last.place, 0) + 1, NEW.id, audit_hash(coalesce(last.hash, ''), NEW));
    RETURN NULL;
END;
$$;

DO $$
DECLARE
    event audit_event;
    before bytea := '';
    place bigint := 0;
BEGIN
    FOR event IN SELECT * FROM audit_event ORDER BY id LOOP
        place := place + 1;
        before := audit_hash(before, event);
        INSERT INTO audit_link VALUES (place, event.id, before);
    END LOOP;
END;
$$;

CREATE CONSTRAINT TRIGGER audit_event_is_chained AFTER INSERT ON audit_event
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_chain_event();
CREATE TRIGGER audit_link_no_change BEFORE UPDATE OR DELETE ON audit_link
    FOR EACH ROW EXECUTE FUNCTION audit_event_is_append_only();
CREATE TRIGGER audit_link_no_truncate BEFORE TRUNCATE ON audit_link
    FOR EACH STATEMENT EXECUTE FUNCTION audit_event_is_append_only();
"""

BACKWARDS = """
DROP TRIGGER audit_event_is_chained ON audit_event;
DROP FUNCTION audit_chain_event();
DROP FUNCTION audit_hash(bytea, audit_event);
DROP TRIGGER audit_link_no_truncate ON audit_link;
DROP TRIGGER audit_link_no_change ON audit_link;
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_append_only")]

    operations = [
        migrations.CreateModel(
            name="Link",
            fields=[
                ("place", models.BigIntegerField(primary_key=True, serialize=False)),
                ("event_id", models.BigIntegerField(unique=True)),
                ("hash", models.BinaryField()),
            ],
        ),
        migrations.RunSQL(FORWARDS, BACKWARDS),
    ]
