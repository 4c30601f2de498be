"""A right that was agreed to and waits for an account or an answer is not offered anew."""

from django.db import migrations

FUNCTIONS = """
CREATE OR REPLACE FUNCTION offers_rights_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE offers_offeredright
    SET is_live = NEW.state IN ('prepared', 'queued', 'sent', 'delivered', 'unclear')
        OR NEW.state = 'yes' AND outcome IN ({waits})
    WHERE offer_id = NEW.id;
    RETURN NULL;
END;
$$;
CREATE OR REPLACE FUNCTION offers_right_settles() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.outcome NOT IN ({waits}) THEN
        NEW.is_live := false;
    END IF;
    RETURN NEW;
END;
$$;
"""
NOW = FUNCTIONS.format(waits="'', 'waiting', 'no_account', 'questions'")
BEFORE = FUNCTIONS.format(waits="'', 'waiting'")


class Migration(migrations.Migration):
    dependencies = [("offers", "0003_answers_read")]

    operations = [migrations.RunSQL(NOW, BEFORE)]
