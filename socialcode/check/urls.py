from django.urls import include, path, register_converter

from . import views
from .converters import CheckKey
from .links import views as links

register_converter(CheckKey, "check_key")
pages = [
    path("situations/", views.tick, name="situations"),
    path("questions/<slug:slug>/", views.ask, name="questions"),
    path("day/", views.choose_day, name="day"),
    path("answers/", views.summary, name="summary"),
    path("result/", views.result, name="result"),
    path("result/refused/", views.refused, name="refused"),
    path("result/<slug:provision>/<int:number>/", views.calculation, name="calculation"),
    path("result.pdf", views.paper, name="paper"),
    path("what-if/", views.what_if, name="what_if"),
    path("months/", views.months, name="months"),
    path("months.ics", views.months_calendar, name="months_calendar"),
    path("add/", views.add_event, name="add_event"),
    path("add-child/", views.add_child, name="add_child"),
    path("received/", views.mark_received, name="received"),
    path("link/", links.make, name="link"),
]
app_name = "check"
urlpatterns = [
    path("", views.start, name="start"),
    path("check/erase/", views.erase, name="erase"),
    path("check/kept/<slug:word>/", links.kept, name="kept"),
    path("check/kept/<slug:word>/erase/", links.erase, name="erase_kept"),
    path("check/<check_key:check>/", include(pages)),
    path("check/", include(pages)),  # of the check used last: where links of long ago lead
]
