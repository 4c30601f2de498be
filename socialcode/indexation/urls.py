from django.urls import path

from . import views

app_name = "indexation"
urlpatterns = [
    path("", views.runs, name="runs"),
    path("<uuid:key>/", views.run, name="run"),
    path("<uuid:key>/<slug:step>/", views.take, name="step"),
]
