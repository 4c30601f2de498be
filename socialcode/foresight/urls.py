from django.urls import path

from . import views

app_name = "foresight"
urlpatterns = [
    path("", views.next_year, name="next_year"),
    path("<int:year>/", views.year, name="year"),
    path("sets/<uuid:key>/", views.value_set, name="set"),
    path("sets/<uuid:key>/<slug:answer>/", views.answer, name="answer"),
]
