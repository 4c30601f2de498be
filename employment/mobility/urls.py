from django.urls import path

from .views import agencies, figures

app_name = "mobility"
urlpatterns = [
    path("mobility/", figures.market, name="market"),
    path("mobility/measures/", figures.measures, name="measures"),
    path("mobility/agencies/", agencies.listed, name="agencies"),
    path("mobility/agencies/add/", agencies.add, name="add_agency"),
    path("mobility/agencies/<uuid:key>/", agencies.agency, name="agency"),
    path("mobility/contracts/<uuid:key>/publish/", agencies.publish, name="publish"),
    path("mobility/contracts/<uuid:key>/results/", agencies.results, name="results"),
    path("working-abroad/", agencies.abroad, name="abroad"),
]
