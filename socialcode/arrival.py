"""Where somebody lands who has signed in or out: at the desk of their role, which only the top of the house knows."""

from socialcode import navigation
from socialcode.accounts.adapter import AccountAdapter
from socialcode.sign_in import provider


class ArrivalAdapter(AccountAdapter):
    def get_login_redirect_url(self, request):
        return navigation.desk_of(request.user)

    def get_logout_redirect_url(self, request):
        return provider.way_out(request) or super().get_logout_redirect_url(request)
