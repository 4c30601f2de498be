"""Wiring only: which room answers which address."""

from django.urls import include, path

from socialcode import gallery, health, theme

urlpatterns = [
    path("", include("socialcode.check.urls")),
    path("healthz", health.healthz, name="healthz"),
    path("accounts/", include("socialcode.accounts.urls")),
    path("audit/", include("socialcode.auditing.urls")),
    path("law/", include("socialcode.law.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
    path("components/", gallery.show, name="gallery"),
    path("theme/", theme.choose, name="choose_theme"),
]
