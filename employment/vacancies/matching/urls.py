"""Where somebody finds what suits them."""

from django.urls import path

from . import views

app_name = "matching"
urlpatterns = [
    path("job/vacancies/", views.for_me, name="for_me"),
    path("job/vacancies/messages/", views.messages_of_new, name="messages"),
]
