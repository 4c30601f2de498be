"""The library's sign-in by code, for IINs: the code goes by SMS to the phone that the register holds."""

import time

from allauth.account.adapter import get_adapter
from allauth.account.models import Login
from allauth.account.stages import LoginByCodeStage, LoginStageController

from socialcode.accounts.allauth_inside import (
    LoginCodeVerificationProcess,
    compare_user_code,
    perform_login,
    record_authentication,
)
from socialcode.accounts.attempts import Tried, note
from socialcode.accounts.devices import device_of
from socialcode.accounts.throttling import place

from . import actions
from .models import CodeRequest


class IinCode(LoginCodeVerificationProcess):
    """A sign-in that waits for its code. `state` lives in the session: the IIN, the code, tries and times.

    For an unknown IIN everything happens alike, but there is no code, and no guess is right.
    """

    @classmethod
    def begin(cls, request, iin, redirect_url, number=""):
        """Send a code. Raises NotAllowedError when too many were sent."""
        login = Login(redirect_url=redirect_url)
        login.state["stages"] = {"current": LoginByCodeStage.key}
        stage = LoginByCodeStage(LoginStageController(request, login), request, login)
        stage.state.update(cls.initial_state(user=None) | {"iin": iin, "number": number})
        process = cls(stage)
        process.send()
        process.persist()
        return process

    @classmethod
    def resume(cls, stage):
        return cls(stage).abort_if_invalid()

    def send(self, skip_enumeration_mails=False):
        code = get_adapter().generate_login_code()
        iin, number = self.state["iin"], self.state.get("number", "")
        asked, sent = actions.send_code(
            iin=iin, place=place(self.request), code=code, device=device_of(self.request, iin), number=number
        )
        self.state.update(request=asked.pk, code=code if sent else "", at=time.time())

    def resend(self):
        self.send()
        self.record_resend()
        self.persist()

    def accepts(self, code) -> bool:
        """Whether this is the code. Each call uses up a try; after the last one the sign-in has to begin anew."""
        asked = CodeRequest.objects.filter(pk=self.state["request"])
        if asked.take_try() and compare_user_code(actual=code, expected=self.code) and asked.use():
            return True
        self.record_invalid_attempt()
        note(Tried.WRONG_CODE)
        return False

    @property
    def is_over(self) -> bool:
        return self.state["failed_attempts"] >= self.max_attempts

    def finish(self, redirect_url):
        user = actions.account_of(actions.person_to_sign_in(self.state["iin"]))
        record_authentication(self.request, user, method="code")
        return perform_login(self.request, Login(user=user, redirect_url=redirect_url))
