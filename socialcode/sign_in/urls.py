from django.urls import path

from . import views

app_name = "sign_in"
urlpatterns = [
    path("", views.start, name="start"),
    path("code/", views.code, name="code"),
    path("code/again/", views.send_again, name="send_again"),
]
