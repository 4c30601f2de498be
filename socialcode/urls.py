"""Wiring only: which room answers which address."""

from django.urls import include, path

from socialcode.accounts.views.signing_in import SignIn, confirm
from socialcode.look import gallery, theme
from socialcode.running import health
from socialcode.sign_in import provider

# The sign-in library asks for these names, which belong to no room
asked_for_by_name = [
    path("accounts/login/", SignIn.as_view(), name="account_login"),
    path("accounts/second-factor/", confirm, name="mfa_authenticate"),
    path("sign-in/<slug:provider_id>/", provider.leave, name="openid_connect_login"),
    path("sign-in/<slug:provider_id>/done/", provider.come_back, name="openid_connect_callback"),
]
urlpatterns = [
    path("", include("socialcode.check.urls")),
    path("", include("socialcode.guide.urls")),
    path("healthz", health.healthz, name="healthz"),
    path("", include("socialcode.operating.urls")),
    path("accounts/", include("socialcode.accounts.urls")),
    path("drafts/", include("socialcode.drafts.urls")),
    path("", include("socialcode.offers.urls")),
    path("work/", include("socialcode.cases.staff.urls")),
    path("claims/", include("socialcode.cases.urls")),
    path("awards/", include("socialcode.awards.urls")),
    path("", include("socialcode.appeals.urls")),
    path("renewals/", include("socialcode.renewals.urls")),
    path("", include("socialcode.payments.urls")),
    path("sign-in/", include("socialcode.sign_in.urls")),
    path("audit/", include("socialcode.oversight.urls")),
    path("law/manage/year/", include("socialcode.foresight.urls")),
    path("law/manage/amounts/", include("socialcode.indexation.urls")),
    path("law/", include("socialcode.law.urls")),
    path("", include("socialcode.notices.urls")),
    path("", include("family_map.urls")),
    path("", include("employment.resettlement.urls")),
    path("", include("employment.employers.urls")),
    path("", include("employment.vacancies.urls")),
    path("", include("employment.permits.urls")),
    path("", include("employment.platform_work.urls")),
    path("", include("employment.seekers.urls")),
    path("", include("employment.vacancies.matching.urls")),
    path("", include("employment.measures.urls")),
    path("", include("employment.advising.urls")),
    path("", include("employment.mobility.urls")),
    path("", include("socialcode.registers.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
    path("components/", gallery.show, name="gallery"),
    path("theme/", theme.choose, name="choose_theme"),
    *asked_for_by_name,
]
