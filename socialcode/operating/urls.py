from django.urls import path

from . import views, watchers

app_name = "operating"
urlpatterns = [
    path("readyz", watchers.readyz, name="readyz"),
    path("metrics", watchers.counts, name="metrics"),
    path("state/", views.state, name="state"),
]
