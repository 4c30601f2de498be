from django.urls import path

from . import views

app_name = "family_map"
urlpatterns = [path("family/", views.own, name="own")]
