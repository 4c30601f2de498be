from django.urls import path

from .views import citizen, citizen_contact, citizen_on_paper, citizen_papers, citizen_steps

app_name = "cases"
urlpatterns = [
    path("", citizen.mine, name="mine"),
    path("begin/", citizen.begin, name="begin"),
    path("begin/<slug:provision>/", citizen.choose, name="choose"),
    path("on-paper/", citizen_on_paper.enter, name="on_paper"),
    path("<uuid:key>/", citizen.claim, name="claim"),
    path("<uuid:key>/continue/", citizen.go_on, name="continue"),
    path("<uuid:key>/withdraw/", citizen.withdraw, name="withdraw"),
    path("<uuid:key>/registers/", citizen_steps.registers, name="registers"),
    path("<uuid:key>/questions/", citizen_steps.ask, name="questions"),
    path("<uuid:key>/questions/<slug:fact>/", citizen_steps.ask, name="question"),
    path("<uuid:key>/consent/", citizen_steps.consent, name="consent"),
    path("<uuid:key>/account/", citizen_steps.account, name="account"),
    path("<uuid:key>/overview/", citizen_steps.overview, name="overview"),
    path("<uuid:key>/papers/", citizen_papers.papers, name="papers"),
    path("<uuid:key>/papers/<uuid:paper>/", citizen_papers.show, name="paper"),
    path("<uuid:key>/papers/<uuid:paper>/remove/", citizen_papers.remove, name="remove_paper"),
    path("<uuid:key>/answer/", citizen_contact.answer, name="answer"),
    path("<uuid:key>/object/", citizen_contact.answer_hearing, name="object"),
    path("<uuid:key>/message/", citizen_contact.write, name="message"),
]
