from django.urls import path

from .views import case, papers, queue, several

app_name = "work"
urlpatterns = [
    path("", queue.queue, name="queue"),
    path("search/", queue.search, name="search"),
    path("take-next/", queue.take_next, name="take_next"),
    path("export/", queue.export, name="export"),
    path("officers/", queue.officers, name="officers"),
    path("several/<slug:name>/", several.act, name="several"),
    path("<uuid:key>/", case.page, name="case"),
    path("<uuid:key>/family/", case.family, name="family"),
    path("<uuid:key>/papers/", papers.states, name="papers"),
    path("<uuid:key>/papers/<uuid:paper>/", papers.paper, name="paper"),
    path("<uuid:key>/papers/<uuid:paper>/original/", papers.save, name="original"),
    path("<uuid:key>/papers/<uuid:paper>/<int:number>/", papers.picture, name="picture"),
    path("<uuid:key>/<slug:name>/", case.act, name="act"),
]
