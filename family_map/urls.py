from django.urls import path

from .views import board, families, own, runs

app_name = "family_map"
urlpatterns = [
    path("map/", board.country, name="board"),
    path("map/regions/<slug:region>/", board.region, name="board_region"),
    path("open-data/family-levels/", board.open_data, name="open_data"),
    path("open-data/family-levels.csv", board.download, name="open_data_file"),
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
