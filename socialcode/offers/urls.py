from django.urls import path

from .views import citizen, figures, genuine, staff

app_name = "offers"
urlpatterns = [
    path("offers/", citizen.mine, name="mine"),
    path("offers/<uuid:key>/", citizen.offer, name="offer"),
    path("offers/<uuid:key>/account/", citizen.account, name="account"),
    path("offers/<uuid:key>/consent/", citizen.consent, name="consent"),
    path("sms/", genuine.genuine, name="genuine"),
    path("proactive/", figures.public, name="funnel"),
    path("proactive/offers.csv", figures.open_data, name="open_data"),
    path("work/calls/", staff.calls, name="calls"),
    path("work/calls/<uuid:key>/", staff.call, name="call"),
    path("work/calls/<uuid:key>/letter/", staff.letter, name="letter"),
    path("work/offers/", figures.ministry, name="ministry"),
]
