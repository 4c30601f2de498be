from django.urls import path

from .views import families, own, runs

app_name = "family_map"
urlpatterns = [
    path("family/", own.own, name="own"),
    path("map/families/", families.in_need, name="families"),
    path("map/families/<uuid:key>/", families.one, name="family"),
    path("map/families/<uuid:key>/steps/<uuid:step>/", families.finish_step, name="finish_step"),
    path("map/families/<uuid:key>/<slug:act>/", families.act, name="act_on_family"),
    path("map/runs/", runs.listed, name="runs"),
    path("map/runs/start/", runs.start, name="start_run"),
    path("map/runs/<uuid:key>/", runs.one, name="run"),
    path("map/runs/<uuid:key>/<slug:act>/", runs.act, name="act_on_run"),
]
