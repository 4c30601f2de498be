"""The kinds of events and what events say, each with its words. An old kind keeps its line, for its rows stay."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class EventKind(models.TextChoices):
    ACCESS_QUESTION_ANSWERED = "access_question_answered", _("Question about a look answered")
    ACCESS_QUESTION_ASKED = "access_question_asked", _("Question about a look asked")
    ACCOUNT_CHANGE_AGREED = "account_change_agreed", _("Change of an account agreed to")
    ACCOUNT_CHANGE_ASKED = "account_change_asked", _("Change of an account asked for")
    ACCOUNT_CHANGE_DECLINED = "account_change_declined", _("Change of an account declined")
    ACCOUNT_CHANGE_TAKEN_BACK = "account_change_taken_back", _("Change of an account taken back")
    ACCOUNT_CLOSED = "account_closed", _("Account closed")
    ACCOUNT_MADE = "account_made", _("Account made")
    ACCOUNT_OWNER_NAMED = "account_owner_named", _("It was said whose an account is")
    ACCOUNT_REOPENED = "account_reopened", _("Account opened again")
    APPEAL_AGREED = "appeal_agreed", _("Answer to a complaint agreed to")
    APPEAL_ANSWERED = "appeal_answered", _("Answer to a complaint written")
    APPEAL_ASSIGNED = "appeal_assigned", _("Complaint given to an officer")
    AMOUNTS_AGREED = "amounts_agreed", _("New amounts of all payments agreed to")
    AMOUNTS_ASKED = "amounts_asked", _("New amounts of all payments asked for")
    AMOUNTS_CANCELLED = "amounts_cancelled", _("New amounts of all payments called off")
    AMOUNTS_IN_EFFECT = "amounts_in_effect", _("New amounts of all payments in effect")
    AMOUNTS_RETURNED = "amounts_returned", _("New amounts of all payments returned")
    APPEAL_FILED = "appeal_filed", _("Complaint about a decision filed")
    APPEAL_LATE = "appeal_late", _("Late complaint passed to the head")
    APPEAL_RETURNED = "appeal_returned", _("Answer to a complaint returned")
    APPEAL_SENT_ON = "appeal_sent_on", _("Complaint sent to the higher office")
    APPEAL_SET_RIGHT = "appeal_set_right", _("Payment changed because a complaint is right")
    APPEAL_TAKEN = "appeal_taken", _("Complaint taken")
    APPEAL_WITHDRAWN = "appeal_withdrawn", _("Complaint taken back")
    AUDIT_EXPORTED = "audit_exported", _("Events exported")
    AWARD_CHANGE_PROPOSED = "award_change_proposed", _("Change of a payment proposed")
    AWARD_CHANGED = "award_changed", _("Payment changed")
    AWARD_ENDED = "award_ended", _("Payment ended")
    AWARD_END_TOLD = "award_end_told", _("Told that a payment is about to end")
    AWARD_MADE = "award_made", _("Payment awarded")
    AWARD_NEWS_SETTLED = "award_news_settled", _("News about a payment settled")
    AWARD_NEWS_TOLD = "award_news_told", _("News about a payment told")
    AWARD_PAUSED = "award_paused", _("Payment paused")
    AWARD_RESUMED = "award_resumed", _("Payment goes on")
    OVERPAYMENT_CAME_BACK = "overpayment_came_back", _("Money paid too much came back")
    BANK_MESSAGE_READ = "bank_message_read", _("Message from a bank read")
    CHAIN_CHECK_ASKED = "chain_check_asked", _("Check of the chain asked for")
    CHAIN_CHECKED = "chain_checked", _("Chain checked")
    CLAIM_ASSIGNED = "claim_assigned", _("Claim assigned")
    CLAIM_BEGUN = "claim_begun", _("Claim begun")
    CLAIM_DECIDED = "claim_decided", _("Decision written")
    CLAIM_ESCALATED = "claim_escalated", _("Late claim passed to the head")
    CLAIM_GIVEN_BACK = "claim_given_back", _("Claim given back into the queue")
    CLAIM_REOPENED = "claim_reopened", _("Claim opened again")
    CLAIM_TRANSFERRED = "claim_handed_over", _("Claim transferred")
    CLAIM_SUBMITTED = "claim_submitted", _("Claim sent")
    CLAIM_TAKEN = "claim_taken", _("Claim taken")
    CLAIM_WITHDRAWN = "claim_withdrawn", _("Claim withdrawn")
    CONSENT_GIVEN = "consent_given", _("Consent given")
    CONSENT_WITHDRAWN = "consent_withdrawn", _("Consent taken back")
    INFORMATION_ANSWERED = "correction_answered", _("Information given")
    INFORMATION_ASKED = "correction_asked", _("Information requested")
    DATA_ERASED = "data_erased", _("Data erased at the end of its term")
    DATA_SHARED = "data_shared", _("Data shared with a relative")
    DATA_SHARING_ENDED = "data_sharing_ended", _("Sharing of data ended")
    DECISION_APPROVED = "decision_approved", _("Decision approved")
    DECISION_RECALLED = "decision_recalled", _("Decision recalled before approval")
    DECISION_RETURNED = "decision_returned", _("Decision returned")
    TELLING_CHOSEN = "telling_chosen", _("Language and way of messages chosen")
    DISPUTE_RAISED = "dispute_raised", _("Entry of a register disputed")
    DISPUTE_RESOLVED = "dispute_resolved", _("Dispute about a register settled")
    EVIDENCE_ADDED = "evidence_added", _("Paper added")
    EVIDENCE_INFECTED = "evidence_infected", _("Virus found in a paper")
    EVIDENCE_REFUSED = "evidence_refused", _("Paper not taken")
    EVIDENCE_REMOVED = "evidence_removed", _("Paper removed")
    FAMILY_VISITED = "family_visited", _("Family visited")
    FLAG_CLEARED = "flag_cleared", _("Warning cleared")
    HEARING_OPENED = "hearing_opened", _("Hearing opened")
    LETTER_ISSUED = "letter_issued", _("Letter issued")
    CERTIFICATE_USED = "certificate_used", _("Paid from a certificate of economic mobility")
    MOVE_ASKED = "move_asked", _("Help for moving asked for")
    MOVE_CONTRACT_OFFERED = "move_contract_offered", _("Contract of a move signed by the centre")
    MOVE_FOLLOWED = "move_followed", _("Family that moved looked after")
    MOVE_KEPT = "move_kept", _("Contract of a move kept to its end")
    MOVE_RULED = "move_ruled", _("Decision on a move written")
    MOVE_RULING_AGREED = "move_ruling_agreed", _("Decision on a move agreed to")
    MOVE_RULING_RETURNED = "move_ruling_returned", _("Decision on a move returned")
    MOVE_SIGNED = "move_signed", _("Contract of a move in force")
    MOVE_WITHDRAWN = "move_withdrawn", _("Application to move taken back")
    MEASURE_CONTRACT_BEGAN = "measure_contract_began", _("Contract on a subsidised place agreed to")
    MEASURE_CONTRACT_DRAWN = "measure_contract_drawn", _("Contract on a subsidised place drawn up")
    MEASURE_CONTRACT_DROPPED = "measure_contract_dropped", _("Contract on a subsidised place not concluded")
    MEASURE_CONTRACT_ENDED = "measure_contract_ended", _("Contract on a subsidised place over")
    MEASURE_CONTRACT_RETURNED = "measure_contract_returned", _("Contract on a subsidised place returned to the officer")
    MEASURE_CONTRACT_SIGNED = "measure_contract_signed", _("Contract on a subsidised place signed")
    MEASURE_END_PROPOSED = "measure_end_proposed", _("Early end of a subsidised place proposed")
    MEASURE_MAP_AGREED = "measure_map_agreed", _("Change of the employment map agreed to")
    MEASURE_MAP_PROPOSED = "measure_map_proposed", _("Change of the employment map proposed")
    MEASURE_MAP_RETURNED = "measure_map_returned", _("Change of the employment map returned")
    MEASURE_PLACES_ANSWERED = "measure_places_answered", _("Application for subsidised places answered")
    MEASURE_PLACES_ASKED = "measure_places_asked", _("Subsidised places asked for")
    MEASURE_PLACES_WITHDRAWN = "measure_places_withdrawn", _("Application for subsidised places withdrawn")
    MEASURE_PROOF_ACCEPTED = "measure_proof_accepted", _("Proof of a month accepted")
    MEASURE_PROOF_FILED = "measure_proof_filed", _("Month of a subsidised place proved")
    MEASURE_PROOF_RETURNED = "measure_proof_returned", _("Proof of a month returned")
    MEASURE_STAY_SEEN = "measure_stay_seen", _("Looked whether a worker stayed after the term")
    STATEMENT_SENT = "statement_sent", _("Statement of a platform sent")
    NOTE_WRITTEN = "note_written", _("Note or message written")
    OFFICE_ADDED = "office_added", _("Office added")
    OFFICE_CHANGED = "office_changed", _("Office changed")
    OFFER_ACCOUNT_NAMED = "offer_account_named", _("Account for an offered payment named")
    OFFER_ANSWERED = "offer_answered", _("Offer of a payment answered")
    OFFER_EXPIRED = "offer_expired", _("Offer of a payment not answered in time")
    OFFER_FULFILLED = "offer_fulfilled", _("Offer of a payment became a claim, or did not")
    OFFER_PUT_OFF = "offer_put_off", _("Offer of a payment put off")
    OFFER_TAKEN_BACK = "offer_taken_back", _("Offer of a payment taken back")
    OFFERS_PREPARED = "offers_prepared", _("Offers of payments prepared")
    ORGANISATION_SEEN = "organisation_seen", _("Data of an organisation looked at")
    PACKET_MADE = "packet_made", _("All papers of a decision put into one document")
    PASSWORD_CHANGED = "password_changed", _("Password changed")
    PASSWORD_LINK_MADE = "password_link_made", _("Link for a new password made")
    PEOPLE_LISTED = "people_listed", _("Names shown in a list or a search")
    ERASING_BEGAN = "erasing_began", _("Erasing of what is over began")
    ERASING_ENDED = "erasing_ended", _("Erasing of what is over ended")
    ARRIVAL_ASKED = "arrival_asked", _("People asked whether their money arrived")
    ARRIVAL_ANSWERED = "arrival_answered", _("It was said whether money arrived")
    PAYMENT_ACCOUNT_ASKED = "payment_account_asked", _("Another account for payments named")
    PAYMENT_ACCOUNT_CHANGED = "payment_account_changed", _("Account for payments changed")
    PAYMENT_CANCELLED = "payment_cancelled", _("Order of payment is not paid")
    PAYMENT_FLAG_SETTLED = "payment_flag_settled", _("Warning about an order of payment decided on")
    PAYMENT_LIST_APPROVED = "payment_list_approved", _("List of payments approved")
    PAYMENT_LIST_RETURNED = "payment_list_returned", _("List of payments given back")
    PAYMENT_LIST_SUBMITTED = "payment_list_submitted", _("List of payments handed in for approval")
    PAYMENT_ORDERED_AGAIN = "payment_ordered_again", _("Payment ordered again")
    PAYMENT_TASK_ENDED = "payment_task_ended", _("Money that did not arrive: looked into")
    PAYMENT_TASK_OPENED = "payment_task_opened", _("Money did not arrive")
    PAYMENTS_MADE = "payments_made", _("Orders of payment of a month asked for")
    PERSON_HEARD = "person_heard", _("Person heard")
    PERSON_REMINDED = "person_reminded", _("Person reminded")
    PERSON_SEEN = "person_seen", _("Personal data looked at")
    QUEUE_EXPORTED = "queue_exported", _("List of claims exported")
    PLAN_STEP_ADDED = "plan_step_added", _("Step of a plan for a family added")
    PLAN_STEP_DONE = "plan_step_done", _("Step of a plan for a family done")
    RECOVERY_CODES_MADE = "recovery_codes_made", _("Recovery codes made")
    RELOOK_ANSWERED = "relook_answered", _("An office answered what it looked at again")
    RELOOK_CLOSED = "relook_closed", _("An auditor closed what was looked at again")
    RELOOK_OPENED = "relook_opened", _("A decision that is not in order is looked at again")
    RELOOK_RETURNED = "relook_returned", _("An auditor gave back what was looked at again")
    REPLAY_ASKED = "replay_asked", _("Decisions are computed once more")
    REPLAY_DONE = "replay_done", _("All decisions were computed once more")
    RECOVERY_ENDED = "recovery_ended", _("Keeping back of an overpayment ended")
    RECOVERY_PROPOSED = "recovery_proposed", _("Keeping back of an overpayment proposed")
    RECOVERY_STARTED = "recovery_started", _("Keeping back of an overpayment begun")
    REVIEW_ANSWERED = "review_answered", _("Auditor's question answered")
    REVIEW_ASKED = "review_asked", _("Auditor asked about a decision")
    REVIEW_CONCLUDED = "review_concluded", _("Decision checked by an auditor")
    ROLE_ENDED = "role_ended", _("Role ended")
    ROLE_GRANTED = "role_granted", _("Role given")
    RUN_CANCELLED = "run_cancelled", _("Calculation for all families called off")
    RUN_PAUSED = "run_paused", _("Calculation for all families paused")
    RUN_RESUMED = "run_resumed", _("Calculation for all families goes on")
    RUN_STARTED = "run_started", _("Calculation for all families asked for")
    RUN_TRIED_AGAIN = "run_tried_again", _("Failed parts of a calculation tried again")
    SAMPLE_DRAWN = "sample_drawn", _("Decisions drawn at random")
    SECOND_FACTOR_RESET = "second_factor_reset", _("Second factor reset")
    SECOND_FACTOR_SET_UP = "second_factor_set_up", _("Second factor set up")
    SESSIONS_ENDED = "sessions_ended", _("Signed out everywhere by an administrator")
    SIGN_IN_CODE_NOT_SENT = "sign_in_code_not_sent", _("Sign-in code asked for and not sent: nobody to send it to")
    SIGN_IN_CODE_SENT = "sign_in_code_sent", _("Sign-in code sent")
    SIGNED_BY_CODE = "signed_by_code", _("Signed by a code")
    SIGNED_IN = "signed_in", _("Signed in")
    SIGNED_OUT_ELSEWHERE = "signed_out_elsewhere", _("Signed out elsewhere")
    SOMEBODY_NAMED = "somebody_named", _("It was said for whom the claim is")
    STAND_IN_ENDED = "stand_in_ended", _("Stand-in ended")
    STAND_IN_NAMED = "stand_in_named", _("Stand-in named")
    STAFF_ADDED = "staff_added", _("Member of staff added")
    SUPPORT_PLAN_CLOSED = "support_plan_closed", _("Plan for a family closed")
    SUPPORT_PLAN_OPENED = "support_plan_opened", _("Plan for a family opened")
    TERM_ENDED = "term_ended", _("Days to answer ended")
    VALUE_APPROVED = "value_approved", _("Value of the law approved")
    VALUE_PROPOSED = "value_proposed", _("Value of the law entered")
    VALUE_RETURNED = "value_returned", _("Value of the law returned")
    VALUE_TAKEN_BACK = "value_taken_back", _("Value of the law taken back")
    VALUE_WITHDRAWN = "value_withdrawn", _("Value of the law withdrawn")
    VALUES_APPROVED = "values_approved", _("Set of values of the law approved")
    VALUES_PROPOSED = "values_proposed", _("Set of values of the law entered")
    VALUES_RETURNED = "values_returned", _("Set of values of the law returned")
    VALUES_TAKEN_BACK = "values_taken_back", _("Set of values of the law taken back")
    WITHDRAWAL_ASKED = "withdrawal_asked", _("Withdrawal of a value asked for")
    WITHDRAWAL_DECLINED = "withdrawal_declined", _("Withdrawal of a value declined")
    # Employers and their vacancies
    APPLICATION_MADE = "application_made", _("Person applied to a vacancy")
    APPLICATION_MOVED = "application_moved", _("Application to a vacancy: where it stands")
    APPLICATION_MESSAGE_SENT = "application_message_sent", _("Message about an application sent")
    CANDIDATE_INVITED = "candidate_invited", _("Employer invited a person without knowing the name")
    CANDIDATE_NAMED = "candidate_named", _("Person agreed to be named to an employer")
    INTERVIEW_ANSWERED = "interview_answered", _("Person answered an interview")
    INTERVIEW_CALLED_OFF = "interview_called_off", _("Interview called off")
    INTERVIEW_SET = "interview_set", _("Interview set")
    LAYOFFS_MET = "layoffs_met", _("Office spoke to people who are laid off")
    LAYOFFS_TAKEN_BACK = "layoffs_taken_back", _("Notice of lay-offs taken back")
    LAYOFFS_TOLD = "layoffs_told", _("Employer gave notice of lay-offs")
    QUOTA_REPORTED = "quota_reported", _("Employer reported on jobs of the quota")
    REPRESENTATIVE_ENDED = "representative_ended", _("Right to act for an organisation ended")
    REPRESENTATIVE_NAMED = "representative_named", _("Person named to act for an organisation")
    RIGHT_ASKED = "right_asked", _("Right to act for an organisation asked for")
    RIGHT_CONFIRMED = "right_confirmed", _("Right to act for an organisation confirmed")
    RIGHT_REFUSED = "right_refused", _("Right to act for an organisation refused")
    RIGHT_TAKEN_BACK = "right_taken_back", _("Request to act for an organisation taken back")
    VACANCY_CHANGED = "vacancy_changed", _("Vacancy changed")
    VACANCY_CLOSED = "vacancy_closed", _("Vacancy closed")
    VACANCY_EXPIRED = "vacancy_expired", _("Days of a vacancy ended")
    VACANCY_FILLED = "vacancy_filled", _("All posts of a vacancy filled")
    VACANCY_POSTED = "vacancy_posted", _("Vacancy posted")
    VACANCY_RENEWED = "vacancy_renewed", _("Vacancy renewed")
    VACANCY_WRITTEN = "vacancy_written", _("Vacancy written, not posted yet")
    # People who look for work
    CHANGE_TOLD = "change_told", _("Change told to the career centre")
    PROFILE_CHANGED = "profile_changed", _("Profile for work changed")
    REGISTRATION_ASKED = "registration_asked", _("Registration at the career centre asked for")
    REGISTRATION_ENDED = "registration_ended", _("Registration at the career centre ended")
    REGISTRATION_MADE = "registration_made", _("Registered at the career centre")
    REGISTRATION_MOVED = "registration_moved", _("Registration passed to another career centre")
    REGISTRATION_REFUSED = "registration_refused", _("Registration at the career centre refused")
    REGISTRATION_WITHDRAWN = "registration_withdrawn", _("Registration at the career centre taken back")
    SHOWN_TO_EMPLOYERS = "shown_to_employers", _("Shown to employers")
    HIDDEN_FROM_EMPLOYERS = "hidden_from_employers", _("Not shown to employers any more")


DETAILS = {
    "acting": _("By what right"),
    "act": _("Act"),
    "after": _("After"),
    "amount": _("Amount"),
    "answer": _("Answer"),
    "before": _("Before"),
    "case": _("Claim"),
    "chosen": _("What was chosen"),
    "claim": _("Claim"),
    "conclusion": _("Conclusion"),
    "district": _("District"),
    "due_on": _("Due on"),
    "erased": _("How many were erased"),
    "events": _("Events looked at"),
    "file": _("Kind of file"),
    "flag": _("Warning"),
    "found": _("How many were found"),
    "has_mobile_group": _("Has a mobile group"),
    "head": _("Hash of its link"),
    "internal": _("Only the staff read it"),
    "left": _("What is left"),
    "name": _("Name"),
    "name_en": _("Name in English"),
    "name_kk": _("Name in Kazakh"),
    "name_ru": _("Name in Russian"),
    "number": pgettext_lazy("claim", "Number"),
    "organisation": _("Organisation"),
    "people": _("How many people"),
    "position": _("Position"),
    "office": _("Office"),
    "outcome": _("Outcome"),
    "override": _("Why it differs from the computation"),
    "paper": _("Came on paper"),
    "persons": _("Persons"),
    "provision": _("Payment"),
    "purpose": _("Why"),
    "question": _("Question"),
    "reason": _("Reason"),
    "review": _("Check of a decision"),
    "region": _("Region"),
    "role": _("Role"),
    "row": _("Entry of a register"),
    "rows": _("How many claims"),
    "search": _("What was searched for"),
    "signed": _("What was signed"),
    "seed": _("Starting word"),
    "sha256": _("Fingerprint of the file"),
    "shown": _("What was shown"),
    "since": _("From"),
    "size": _("How many decisions?"),
    "state": _("Where it stands"),
    "steps": _("How they signed in"),
    "to": _("To whom"),
    "trouble": _("What was wrong"),
    "until": _("Until"),
    "vacancy": _("Vacancy"),
    "value": _("Value"),
    "values": _("How many values"),
    "version": _("Version of the text"),
    "viewer": _("Relative who may see it"),
    "virus": _("Virus"),
    "waited_for": _("What was awaited"),
}


def kind_in_words(kind: str) -> str:
    """A kind of the list; one that an older portal wrote is shown by its name."""
    return EventKind(kind).label if kind in EventKind else kind.replace("_", " ")


def detail_in_words(name: str) -> str:
    return DETAILS.get(name, name.replace("_", " "))
