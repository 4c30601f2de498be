from django.urls import path

from . import views

app_name = "renewals"
urlpatterns = [path("<uuid:key>/", views.renew, name="renew")]
