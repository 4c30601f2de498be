from django.urls import path

from .views import applying, candidates, market, posting, public, selecting

app_name = "vacancies"
urlpatterns = [
    path("vacancies/", public.search, name="search"),
    path("vacancies/saved/", public.saved, name="saved"),
    path("vacancies/applications/", applying.mine, name="applications"),
    path("vacancies/applications/<uuid:key>/", applying.application, name="application"),
    path("vacancies/applications/<uuid:key>/<slug:act>/", applying.act, name="act_on_application"),
    path("vacancies/<uuid:key>/", public.vacancy, name="vacancy"),
    path("vacancies/<uuid:key>/save/", public.save, name="save"),
    path("vacancies/<uuid:key>/apply/", applying.apply, name="apply"),
    path("open-data/vacancies/", public.open_data, name="open_data"),
    path("open-data/vacancies.csv", public.download, name="open_data_file"),
    path("labour-market/", market.country, name="market"),
    path("labour-market/trades/", market.trades, name="trades_in_demand"),
    path("labour-market/<slug:region>/", market.region, name="market_region"),
    path("open-data/labour-market.csv", market.download, name="market_file"),
    path("employer/<uuid:key>/vacancies/", posting.of_organisation, name="of_organisation"),
    path("employer/<uuid:key>/vacancies/new/", posting.new, name="new"),
    path("employer/vacancies/<uuid:key>/", posting.own, name="own"),
    path("employer/vacancies/<uuid:key>/edit/", posting.edit, name="edit"),
    path("employer/vacancies/<uuid:key>/selection/", selecting.selection, name="selection"),
    path("employer/vacancies/<uuid:key>/candidates/", candidates.found, name="candidates"),
    path("employer/vacancies/<uuid:key>/candidates/<uuid:profile>/", candidates.one, name="found_candidate"),
    path("employer/vacancies/<uuid:key>/<slug:act>/", posting.act, name="act"),
    path("employer/candidates/<uuid:key>/", selecting.candidate, name="candidate"),
    path("employer/candidates/<uuid:key>/<slug:act>/", selecting.act, name="act_on_candidate"),
]
