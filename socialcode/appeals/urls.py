from django.urls import path

from .views import citizen, packets, staff

app_name = "appeals"
urlpatterns = [
    path("appeals/", citizen.mine, name="mine"),
    path("appeals/decision/<uuid:key>/", citizen.begin, name="begin"),
    path("appeals/decision/<uuid:key>/packet/", packets.save, name="packet"),
    path("complaints/", staff.queue, name="queue"),
    path("complaints/claim/<uuid:key>/", staff.at_counter, name="at_counter"),
    path("complaints/<uuid:key>/", staff.case, name="case"),
    path("complaints/<uuid:key>/receipt/", staff.counter_receipt, name="counter_receipt"),
    path("complaints/<uuid:key>/<slug:name>/", staff.act, name="act"),
    path("appeals/<uuid:key>/", citizen.appeal, name="appeal"),
    path("appeals/<uuid:key>/papers/", citizen.papers, name="papers"),
    path("appeals/<uuid:key>/withdraw/", citizen.withdraw, name="withdraw"),
    path("appeals/<uuid:key>/receipt/", citizen.receipt, name="receipt"),
]
