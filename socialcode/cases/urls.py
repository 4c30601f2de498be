from django.urls import include, path

from .staff.views import on_paper

app_name = "cases"
urlpatterns = [
    path("on-paper/", on_paper.enter, name="on_paper"),
    path("", include("socialcode.cases.citizen.urls")),
]
