from django.urls import path

from .views import decisions, manage, numbers

app_name = "law"
urlpatterns = [
    path("", numbers.page, name="numbers"),
    path("numbers.csv", numbers.as_csv, name="csv"),
    path("numbers.json", numbers.as_json, name="json"),
    path("manage/", manage.figures, name="manage"),
    path("manage/values/<str:name>/", manage.value, name="value"),
    path("manage/values/<str:name>/new/", manage.propose, name="propose"),
    path("manage/versions/<int:pk>/", decisions.page, name="version"),
    path("manage/versions/<int:pk>/<slug:decision>/", decisions.decide, name="decide"),
]
