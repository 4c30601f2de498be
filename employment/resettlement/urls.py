from django.urls import path

from .views import certificate, citizen, documents, staff

app_name = "resettlement"
urlpatterns = [
    path("moving/", citizen.start, name="start"),
    path("moving/apply/", citizen.apply, name="apply"),
    path("moving/mine/", citizen.mine, name="mine"),
    path("moving/certificate/", certificate.enter, name="check_certificate"),
    path("moving/certificate/<str:code>/", certificate.result, name="certificate"),
    path("moving/work/", staff.queue, name="queue"),
    path("moving/work/<uuid:key>/", staff.case, name="case"),
    path("moving/work/<uuid:key>/steps/<uuid:step>/", staff.follow, name="follow"),
    path("moving/work/<uuid:key>/<slug:name>/", staff.act, name="act"),
    path("moving/<uuid:key>/", citizen.move, name="move"),
    path("moving/<uuid:key>/say/", citizen.say, name="say"),
    path("moving/<uuid:key>/sign/", citizen.sign, name="sign"),
    path("moving/<uuid:key>/contract/", documents.contract, name="contract_file"),
    path("moving/<uuid:key>/certificate/", documents.certificate, name="certificate_file"),
    path("moving/<uuid:key>/<slug:name>/", citizen.act, name="own_act"),
]
