"""Awards made before are worth what their decision granted, from their first day to their last.

Where the decision kept no sum in hand, it is the computed one if the amount is, or the whole where nothing is taken off.
"""

from django.db import migrations

TERMS = """
INSERT INTO awards_term (award_id, decision_id, since, until, gross, in_hand, withheld, made_at)
SELECT worth.award_id, worth.decision_id, worth.since, worth.until, worth.gross, worth.in_hand,
    CASE WHEN worth.in_hand IS NULL OR worth.in_hand = worth.gross THEN '[]'::jsonb ELSE jsonb_build_array(
        jsonb_build_object(
            'kind', CASE WHEN worth.to_centre THEN 'centre' ELSE 'contribution' END,
            'amount', (worth.gross - worth.in_hand)::text,
            'to', CASE WHEN worth.to_centre THEN 'care_centre' ELSE 'pension_fund' END
        )
    ) END, now()
FROM (
    SELECT award.id AS award_id, decision.id AS decision_id, award.since, award.until, award.amount AS gross,
        COALESCE(decision.in_hand, CASE
            WHEN assessment.explanation ->> 'withheld' IS NULL THEN award.amount
            WHEN award.amount = assessment.amount THEN (assessment.explanation ->> 'net_amount')::numeric
        END) AS in_hand,
        COALESCE(assessment.explanation -> 'withheld' ->> 'sentence', '') LIKE '%care centre%' AS to_centre
    FROM cases_award award
    JOIN cases_decision decision ON decision.id = award.decision_id
    JOIN cases_assessment assessment ON assessment.id = decision.assessment_id
    WHERE award.amount IS NOT NULL
) worth
WHERE NOT EXISTS (SELECT FROM awards_term term WHERE term.award_id = worth.award_id)
"""


class Migration(migrations.Migration):
    dependencies = [("awards", "0009_what_an_award_is_worth"), ("decisions", "0004_what_reaches_the_person")]

    operations = [migrations.RunSQL(TERMS, migrations.RunSQL.noop)]
