from django.urls import path

from . import views

app_name = "drafts"
urlpatterns = [
    path("keep/", views.keep, name="keep"),
    path("discard/", views.discard, name="discard"),
]
