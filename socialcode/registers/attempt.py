"""Trying an action with what a form says: a refusal stands in the form, beside what was typed."""

from socialcode.accounts.policies import NotAllowedError


def allowed(form, action, **given) -> bool:
    """Whether the action was done. A refusal becomes the error of the field it is about."""
    try:
        action(**given)
    except NotAllowedError as refusal:
        form.add_error(refusal.field or None, str(refusal))
        return False
    return True
