from django.db import migrations

FORWARDS = """
CREATE FUNCTION law_version_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP IN ('DELETE', 'TRUNCATE') THEN
        RAISE EXCEPTION 'values of the law are never deleted' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF OLD.state = 'approved' AND OLD.since <= (now() AT TIME ZONE 'Asia/Almaty')::date THEN
        RAISE EXCEPTION 'a value that has begun is not changed, only followed by another'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF OLD.state IN ('returned', 'withdrawn') THEN
        RAISE EXCEPTION 'a returned or withdrawn value stays as it is' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF ROW(NEW.name, NEW.region, NEW.since, NEW.value, NEW.act, NEW.source, NEW.evidence, NEW.reason,
           NEW.recorded_at, NEW.entered_by_id)
       IS DISTINCT FROM
       ROW(OLD.name, OLD.region, OLD.since, OLD.value, OLD.act, OLD.source, OLD.evidence, OLD.reason,
           OLD.recorded_at, OLD.entered_by_id) THEN
        RAISE EXCEPTION 'what was entered is not changed, only decided on'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END;
$$;
CREATE TRIGGER law_version_guard BEFORE UPDATE OR DELETE ON law_parameterversion
    FOR EACH ROW EXECUTE FUNCTION law_version_guard();
CREATE TRIGGER law_version_no_truncate BEFORE TRUNCATE ON law_parameterversion
    FOR EACH STATEMENT EXECUTE FUNCTION law_version_guard();
"""

BACKWARDS = """
DROP TRIGGER law_version_no_truncate ON law_parameterversion;
DROP TRIGGER law_version_guard ON law_parameterversion;
DROP FUNCTION law_version_guard();
"""


class Migration(migrations.Migration):
    dependencies = [("law", "0001_dated_values")]

    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
