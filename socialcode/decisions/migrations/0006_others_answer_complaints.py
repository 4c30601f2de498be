"""A complaint is answered by others than those who decided, agreed or wrote it down: the database refuses the rest.

That a person complains once is kept where a complaint's course is, because one that was taken back may be repeated.
"""

from django.db import migrations

PARTS = """
CREATE FUNCTION decisions_took_part(appeal bigint, somebody bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT FROM decisions_appeal complaint
        JOIN cases_decision decided ON decided.id = complaint.decision_id
        WHERE complaint.id = appeal AND (
            complaint.filed_by_id = somebody OR decided.decided_by_id = somebody OR EXISTS (
                SELECT FROM cases_approval agreed WHERE agreed.decision_id = decided.id AND agreed.by_id = somebody
            )
        )
    );
$$;
CREATE FUNCTION decisions_others_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.appeal_id IS NOT NULL AND decisions_took_part(NEW.appeal_id, NEW.decided_by_id) THEN
        RAISE EXCEPTION 'who took part answers no complaint'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'complaint_is_answered_by_others';
    END IF;
    RETURN NEW;
END;
$$;
CREATE FUNCTION decisions_others_agree() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE answer cases_decision%ROWTYPE;
BEGIN
    SELECT * INTO answer FROM cases_decision WHERE id = NEW.decision_id;
    IF answer.appeal_id IS NOT NULL
        AND (answer.decided_by_id = NEW.by_id OR decisions_took_part(answer.appeal_id, NEW.by_id)) THEN
        RAISE EXCEPTION 'who took part agrees to no answer'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'complaint_is_answered_by_others';
    END IF;
    RETURN NEW;
END;
$$;
CREATE TRIGGER decisions_others_answer BEFORE INSERT ON cases_decision
    FOR EACH ROW EXECUTE FUNCTION decisions_others_answer();
CREATE TRIGGER decisions_others_agree BEFORE INSERT ON cases_approval
    FOR EACH ROW EXECUTE FUNCTION decisions_others_agree();
"""
WITHOUT = """
DROP TRIGGER decisions_others_agree ON cases_approval;
DROP TRIGGER decisions_others_answer ON cases_decision;
DROP FUNCTION decisions_others_agree();
DROP FUNCTION decisions_others_answer();
DROP FUNCTION decisions_took_part(bigint, bigint);
"""


class Migration(migrations.Migration):
    dependencies = [("decisions", "0005_granted_despite")]
    operations = [
        migrations.RemoveConstraint(model_name="appeal", name="one_appeal_of_a_person"),
        migrations.RunSQL(PARTS, WITHOUT),
    ]
