from django.urls import path

from .views import own, runs

app_name = "family_map"
urlpatterns = [
    path("family/", own.own, name="own"),
    path("map/runs/", runs.listed, name="runs"),
    path("map/runs/start/", runs.start, name="start_run"),
    path("map/runs/<uuid:key>/", runs.one, name="run"),
    path("map/runs/<uuid:key>/<slug:act>/", runs.act, name="act_on_run"),
]
