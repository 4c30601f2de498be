"""Wiring only: which room answers which address."""

from django.urls import include, path

from socialcode import gallery, health, theme

urlpatterns = [
    path("", include("socialcode.check.urls")),
    path("", include("socialcode.guide.urls")),
    path("healthz", health.healthz, name="healthz"),
    path("accounts/", include("socialcode.accounts.urls")),
    path("work/", include("socialcode.cases.staff_urls")),
    path("claims/", include("socialcode.cases.urls")),
    path("law/", include("socialcode.law.urls")),
    path("", include("socialcode.notices.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
    path("components/", gallery.show, name="gallery"),
    path("theme/", theme.choose, name="choose_theme"),
]
