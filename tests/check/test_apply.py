"""From the result of a check to a claim: the child and the answers come along. (For tests/check/test_apply.py.)"""

import html
import re

from socialcode.cases.models import Claim

ANSWERS = {"1-cares_for_child": True, "1-child_in_state_care": False, "is_insured": False}


def test_a_right_is_applied_for_with_what_was_answered(known_visitor, child):
    known_visitor.begin("birth").walk(ANSWERS).go("/check/result/")
    forms = re.findall(r'<form method="post" action="([^"]*/begin/)"(.*?)</form>', known_visitor.html, re.DOTALL)
    address, fields = next(found for found in forms if 'value="childcare_state"' in found[1])
    posted = {name: html.unescape(value) for name, value in re.findall(r'name="(\w+)" value="([^"]*)"', fields)}

    known_visitor.client.post(address, posted)

    claim = Claim.objects.get()
    assert (claim.provision, claim.subject) == ("childcare_state", child)
    ticked_off = {"relative_is_paid": False, "asks_for_lost_child": False}
    answered = {"cares_for_child": True, "child_in_state_care": False, "is_insured": False}
    assert claim.answers == answered | ticked_off
