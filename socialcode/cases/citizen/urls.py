from django.urls import path

from .views import claims, contact, papers, steps, whom

urlpatterns = [
    path("", claims.mine, name="mine"),
    path("begin/", claims.begin, name="begin"),
    path("begin/<slug:provision>/", claims.choose, name="choose"),
    path("<uuid:key>/", claims.claim, name="claim"),
    path("<uuid:key>/continue/", claims.go_on, name="continue"),
    path("<uuid:key>/withdraw/", claims.withdraw, name="withdraw"),
    path("<uuid:key>/whom/", whom.whom, name="whom"),
    path("<uuid:key>/registers/", steps.registers, name="registers"),
    path("<uuid:key>/questions/", steps.ask, name="questions"),
    path("<uuid:key>/questions/<slug:fact>/", steps.ask, name="question"),
    path("<uuid:key>/consent/", steps.consent, name="consent"),
    path("<uuid:key>/account/", steps.account, name="account"),
    path("<uuid:key>/overview/", steps.overview, name="overview"),
    path("<uuid:key>/papers/", papers.papers, name="papers"),
    path("<uuid:key>/papers/<uuid:paper>/", papers.show, name="paper"),
    path("<uuid:key>/papers/states/", papers.states, name="papers_states"),
    path("<uuid:key>/papers/<uuid:paper>/original/", papers.save, name="original"),
    path("<uuid:key>/papers/<uuid:paper>/<int:number>/", papers.picture, name="picture"),
    path("<uuid:key>/papers/<uuid:paper>/remove/", papers.remove, name="remove_paper"),
    path("<uuid:key>/answer/", contact.answer, name="answer"),
    path("<uuid:key>/object/", contact.answer_hearing, name="object"),
    path("<uuid:key>/message/", contact.write, name="message"),
]
