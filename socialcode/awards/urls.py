from django.urls import path

from .views import citizen, staff, terms

app_name = "awards"
urlpatterns = [
    path("", citizen.mine, name="mine"),
    path("work/", staff.listed, name="queue"),
    path("work/<uuid:key>/", staff.award, name="staff"),
    path("work/<uuid:key>/tell/", staff.tell, name="tell"),
    path("work/<uuid:key>/terms/", terms.terms, name="terms"),
    path("work/<uuid:key>/act/<slug:name>/", staff.act, name="act"),
    path("work/<uuid:key>/answer/<slug:name>/", staff.answer, name="answer"),
    path("work/<uuid:key>/news/<int:number>/", staff.put_aside, name="put_aside"),
    path("<uuid:key>/", citizen.award, name="award"),
    path("<uuid:key>/report/", citizen.report, name="report"),
]
