from django.urls import path

from .views import officer_case, officer_papers, officer_queue, officer_several

app_name = "work"
urlpatterns = [
    path("", officer_queue.queue, name="queue"),
    path("search/", officer_queue.search, name="search"),
    path("take-next/", officer_queue.take_next, name="take_next"),
    path("export/", officer_queue.export, name="export"),
    path("officers/", officer_queue.officers, name="officers"),
    path("several/<slug:name>/", officer_several.act, name="several"),
    path("<uuid:key>/", officer_case.page, name="case"),
    path("<uuid:key>/family/", officer_case.family, name="family"),
    path("<uuid:key>/papers/<uuid:paper>/", officer_papers.paper, name="paper"),
    path("<uuid:key>/papers/<uuid:paper>/original/", officer_papers.save, name="original"),
    path("<uuid:key>/papers/<uuid:paper>/<int:number>/", officer_papers.picture, name="picture"),
    path("<uuid:key>/<slug:name>/", officer_case.act, name="act"),
]
