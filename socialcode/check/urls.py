from django.urls import path

from . import views

app_name = "check"
urlpatterns = [
    path("", views.start, name="start"),
    path("check/situations/", views.tick, name="situations"),
    path("check/questions/<slug:slug>/", views.ask, name="questions"),
    path("check/day/", views.choose_day, name="day"),
    path("check/answers/", views.summary, name="summary"),
    path("check/result/", views.result, name="result"),
    path("check/result/<slug:provision>/<int:number>/", views.calculation, name="calculation"),
    path("check/result.pdf", views.paper, name="paper"),
    path("check/what-if/", views.what_if, name="what_if"),
    path("check/months/", views.months, name="months"),
    path("check/months.ics", views.months_calendar, name="months_calendar"),
    path("check/add-child/", views.add_child, name="add_child"),
    path("check/received/", views.mark_received, name="received"),
    path("check/erase/", views.erase, name="erase"),
]
