from django.urls import path

from .views import chain, events, questions, relooks, replays, reviews, samples

app_name = "oversight"
urlpatterns = [
    path("", events.listed, name="events"),
    path("search/", events.search, name="search"),
    path("export/<slug:kind>/", events.export, name="export"),
    path("events/<int:pk>/", events.page, name="event"),
    path("chain/", chain.page, name="chain"),
    path("chain/check/", chain.check, name="check"),
    path("replay/", replays.page, name="replay"),
    path("replay/search/", replays.search, name="replay_search"),
    path("replay/now/", replays.now, name="replay_now"),
    path("replay/export/", replays.export, name="replay_export"),
    path("looked-at-again/", relooks.page, name="relooks"),
    path("samples/", samples.page, name="samples"),
    path("samples/<uuid:key>/", samples.sample, name="sample"),
    path("reviews/<uuid:key>/", reviews.page, name="review"),
    path("reviews/<uuid:key>/<slug:step>/", reviews.take, name="step"),
    path("questions/", questions.page, name="questions"),
]
