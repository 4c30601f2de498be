from django.urls import path

from .views import citizen, returning, staff, terms

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
    path("work/<uuid:key>/overpaid/<uuid:number>/keep/", returning.keep, name="keep"),
    path("work/<uuid:key>/overpaid/<uuid:number>/paid-back/", returning.paid_back, name="paid_back"),
    path("work/<uuid:key>/overpaid/<uuid:number>/agree/", returning.agree, name="agree_to_plan"),
    path("work/<uuid:key>/overpaid/<uuid:number>/stop/", returning.stop, name="stop_plan"),
    path("<uuid:key>/", citizen.award, name="award"),
    path("<uuid:key>/report/", citizen.report, name="report"),
    path("<uuid:key>/overpaid/<uuid:number>/", returning.ask, name="overpaid"),
]
