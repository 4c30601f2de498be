from django.urls import path

from socialcode.cases.counter import views as counter

from .views import approving, case, inbox, load, office, papers, queue, several, texts

app_name = "work"
urlpatterns = [
    path("", queue.queue, name="queue"),
    path("search/", queue.search, name="search"),
    path("filters/", queue.save_filter, name="save_filter"),
    path("filters/<int:number>/remove/", queue.remove_filter, name="remove_filter"),
    path("new/", inbox.inbox, name="inbox"),
    path("new/<int:number>/", inbox.one, name="news"),
    path("new/read/", inbox.read_all, name="read_all"),
    path("approvals/", approving.approvals, name="approvals"),
    path("approvals/agree/", approving.agree, name="agree"),
    path("take-next/", queue.take_next, name="take_next"),
    path("export/", queue.export, name="export"),
    path("office/", office.office, name="office"),
    path("officers/", load.officers, name="officers"),
    path("officers/<int:number>/hand-over/", load.hand_over, name="hand_over"),
    path("officers/away/<int:number>/end/", load.end_absence, name="end_absence"),
    path("texts/", texts.listed, name="texts"),
    path("texts/new/", texts.write, name="new_text"),
    path("texts/<int:number>/", texts.write, name="text"),
    path("texts/<int:number>/remove/", texts.remove, name="remove_text"),
    path("several/<slug:name>/", several.act, name="several"),
    path("counter/", counter.begin, name="counter"),
    path("counter/<uuid:key>/", counter.visitor, name="visitor"),
    path("<uuid:key>/counter/<slug:name>/", counter.act, name="at_counter"),
    path("<uuid:key>/receipt/", counter.receipt, name="receipt"),
    path("<uuid:key>/letter/", counter.letter, name="letter"),
    path("<uuid:key>/", case.page, name="case"),
    path("<uuid:key>/family/", case.family, name="family"),
    path("<uuid:key>/papers/", papers.states, name="papers"),
    path("<uuid:key>/papers/<uuid:paper>/", papers.paper, name="paper"),
    path("<uuid:key>/papers/<uuid:paper>/original/", papers.save, name="original"),
    path("<uuid:key>/papers/<uuid:paper>/<int:number>/", papers.picture, name="picture"),
    path("<uuid:key>/<slug:name>/", case.act, name="act"),
]
