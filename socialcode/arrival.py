"""Where somebody lands who has signed in: at the desk of their role, which only the top of the house knows."""

from socialcode import navigation
from socialcode.accounts.adapter import AccountAdapter


class ArrivalAdapter(AccountAdapter):
    def get_login_redirect_url(self, request):
        return navigation.desk_of(request.user)
