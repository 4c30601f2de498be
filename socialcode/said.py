"""What a page says once, after a change: kept until the next page is shown.

It may name people. So it is kept with the session of whoever is signed in, and in a cookie only for visitors, who are
told nothing personal and for whom no row is worth a sentence.
"""

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.messages.storage.base import BaseStorage
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.messages.storage.session import SessionStorage


class SaidToVisitor(CookieStorage):
    @property
    def cookie_name(self):
        return settings.MESSAGES_COOKIE_NAME


class Said(BaseStorage):
    def __init__(self, request, *args, **kwargs):
        super().__init__(request, *args, **kwargs)
        self.in_cookie, self.in_session = SaidToVisitor(request), SessionStorage(request)

    def _get(self, *args, **kwargs):
        kept = (storage._get()[0] for storage in (self.in_cookie, self.in_session))
        return [message for messages in kept for message in messages or ()], True

    def _store(self, messages, response, *args, **kwargs):
        is_signed_in = SESSION_KEY in self.request.session
        self.in_session._store(messages if is_signed_in else [], response)
        if settings.MESSAGES_COOKIE_NAME in self.request.COOKIES or not is_signed_in:
            return self.in_cookie._store([] if is_signed_in else messages, response)
        return []
