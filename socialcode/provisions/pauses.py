"""What pauses a payment, as articles of several benefits say it alike: items of a list under "paused"."""

from socialcode.engine import _

NO_WITHDRAWALS = _("nothing is taken out of the bank account for three months")
ABROAD = _("you leave Kazakhstan for good")
PRISON = _("you serve a prison sentence")
CENTRE = _("you live in a residential centre at full state expense")
MISSING = _("you are missing and searched for")
PAPERS = _("your papers as a foreigner, a kandas or a person without citizenship run out")
CITIZENSHIP = _("you lose citizenship, until you have a residence permit")
FOREIGN_PENSION = _("you receive such a pension from another country")
GUARDIANSHIP = _("your parental rights or guardianship end: then another guardian receives it")
RECIPIENT_DIES = _("the person who receives it dies: then a guardian of the children receives it")
EXAMINATION = _("false papers or a wrong conclusion are found in the disability examination")
EXAMINATION_MISSED = _("you miss the next disability examination")
WRONG_SIZE = _("the amount was worked out from false data")
STUDENT_LEAVES = _("a student over 18 leaves study or no longer studies full time")
FOUND_ALIVE = _("contributions show that the person declared missing or dead is alive")

FAMILY_BENEFIT = (NO_WITHDRAWALS, ABROAD, PRISON, CENTRE, MISSING, PAPERS)
DISABILITY_BENEFIT = (
    EXAMINATION_MISSED,
    NO_WITHDRAWALS,
    PAPERS,
    MISSING,
    GUARDIANSHIP,
    CITIZENSHIP,
    FOREIGN_PENSION,
    EXAMINATION,
)
