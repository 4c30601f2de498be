"""Kinds of events and of things in words. What has no words here is shown by its name."""

from django.utils.translation import gettext_lazy as _

KINDS = {
    "access_question_answered": _("Question about a look answered"),
    "access_question_asked": _("Question about a look asked"),
    "account_made": _("Account made"),
    "audit_exported": _("Events exported"),
    "award_made": _("Payment awarded"),
    "chain_check_asked": _("Check of the chain asked for"),
    "chain_checked": _("Chain checked"),
    "claim_assigned": _("Claim assigned"),
    "claim_begun": _("Claim begun"),
    "claim_decided": _("Decision written"),
    "claim_escalated": _("Late claim passed to the head"),
    "claim_handed_over": _("Claim handed over"),
    "claim_submitted": _("Claim sent"),
    "claim_taken": _("Claim taken"),
    "claim_withdrawn": _("Claim withdrawn"),
    "consent_given": _("Consent given"),
    "correction_answered": _("Correction answered"),
    "correction_asked": _("Correction asked for"),
    "data_shared": _("Data shared with a relative"),
    "data_sharing_ended": _("Sharing of data ended"),
    "decision_approved": _("Decision approved"),
    "decision_returned": _("Decision returned"),
    "dispute_raised": _("Entry of a register disputed"),
    "dispute_resolved": _("Dispute about a register settled"),
    "evidence_added": _("Paper added"),
    "evidence_infected": _("Virus found in a paper"),
    "evidence_removed": _("Paper removed"),
    "flag_cleared": _("Warning cleared"),
    "hearing_opened": _("Hearing opened"),
    "letter_issued": _("Letter issued"),
    "note_written": _("Note or message written"),
    "office_added": _("Office added"),
    "password_changed": _("Password changed"),
    "person_heard": _("Person heard"),
    "person_reminded": _("Person reminded"),
    "person_seen": _("Personal data looked at"),
    "queue_exported": _("List of claims exported"),
    "recovery_codes_made": _("Recovery codes made"),
    "review_answered": _("Auditor's question answered"),
    "review_asked": _("Auditor asked about a decision"),
    "review_concluded": _("Decision checked by an auditor"),
    "role_ended": _("Role ended"),
    "role_granted": _("Role given"),
    "sample_drawn": _("Decisions drawn at random"),
    "second_factor_reset": _("Second factor reset"),
    "second_factor_set_up": _("Second factor set up"),
    "sign_in_code_sent": _("Sign-in code sent"),
    "signed_in": _("Signed in"),
    "signed_out_elsewhere": _("Signed out elsewhere"),
    "staff_added": _("Member of staff added"),
    "term_ended": _("Days to answer ended"),
    "value_approved": _("Value of the law approved"),
    "value_proposed": _("Value of the law entered"),
    "value_returned": _("Value of the law returned"),
    "value_taken_back": _("Value of the law taken back"),
    "value_withdrawn": _("Value of the law withdrawn"),
    "withdrawal_asked": _("Withdrawal of a value asked for"),
    "withdrawal_declined": _("Withdrawal of a value declined"),
}
THINGS = {
    "accounts.rolegrant": _("Role"),
    "accounts.user": _("Account"),
    "audit.chaincheck": _("Check of the chain"),
    "cases.award": _("Award"),
    "cases.claim": _("Claim"),
    "cases.sample": _("Sample"),
    "law.parameterversion": _("Value of the law"),
    "people.person": _("Person"),
}
BREAKS = {
    "changed": _("The event was changed after it was written."),
    "missing": _("The event is missing."),
    "inserted": _("The event was slipped in outside the chain."),
    "gap": _("Links before this event are missing."),
}


def kind(name: str):
    return KINDS.get(name, name.replace("_", " "))


def thing(name: str):
    return THINGS.get(name, name)
