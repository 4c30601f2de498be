from django.urls import path

from .views import citizen, packets, staff

app_name = "appeals"
urlpatterns = [
    path("", citizen.mine, name="mine"),
    path("decision/<uuid:key>/", citizen.begin, name="begin"),
    path("decision/<uuid:key>/packet/", packets.save, name="packet"),
    path("work/", staff.queue, name="queue"),
    path("work/claim/<uuid:key>/", staff.at_counter, name="at_counter"),
    path("work/<uuid:key>/", staff.case, name="case"),
    path("work/<uuid:key>/receipt/", staff.counter_receipt, name="counter_receipt"),
    path("work/<uuid:key>/<slug:name>/", staff.act, name="act"),
    path("<uuid:key>/", citizen.appeal, name="appeal"),
    path("<uuid:key>/papers/", citizen.papers, name="papers"),
    path("<uuid:key>/withdraw/", citizen.withdraw, name="withdraw"),
    path("<uuid:key>/receipt/", citizen.receipt, name="receipt"),
]
