"""Whether a right is offered now follows the state of its offer, whoever changes that."""

from django.db import migrations

FOLLOW = """
CREATE FUNCTION offers_rights_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE offers_offeredright
    SET is_live = NEW.state IN ('prepared', 'queued', 'sent', 'delivered', 'unclear')
        OR NEW.state = 'yes' AND outcome IN ('', 'waiting')
    WHERE offer_id = NEW.id;
    RETURN NULL;
END;
$$;

CREATE TRIGGER offers_rights_follow AFTER UPDATE OF state ON offers_offer
    FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION offers_rights_follow();
"""
UNFOLLOW = "DROP TRIGGER offers_rights_follow ON offers_offer; DROP FUNCTION offers_rights_follow();"
SETTLE = """
CREATE FUNCTION offers_right_settles() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.outcome NOT IN ('', 'waiting') THEN
        NEW.is_live := false;
    END IF;
    RETURN NEW;
END;
$$;

CREATE TRIGGER offers_right_settles BEFORE UPDATE OF outcome ON offers_offeredright
    FOR EACH ROW EXECUTE FUNCTION offers_right_settles();
"""
UNSETTLE = "DROP TRIGGER offers_right_settles ON offers_offeredright; DROP FUNCTION offers_right_settles();"


class Migration(migrations.Migration):
    dependencies = [("offers", "0001_offers_rights_and_calls")]

    operations = [migrations.RunSQL(FOLLOW, UNFOLLOW), migrations.RunSQL(SETTLE, UNSETTLE)]
