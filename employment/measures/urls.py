from django.urls import path

from .views import contracts, own, staff, the_map

app_name = "measures"
urlpatterns = [
    path("subsidised/", own.mine, name="mine"),
    path("subsidised/ask/<uuid:key>/", own.ask, name="ask"),
    path("subsidised/places/<uuid:key>/", staff.request_page, name="request"),
    path("subsidised/places/<uuid:key>/withdraw/", own.withdraw, name="withdraw"),
    path("subsidised/places/<uuid:key>/draw/", staff.draw, name="draw"),
    path("subsidised/places/<uuid:key>/<slug:act>/", staff.answer, name="answer"),
    path("subsidised/contracts/<uuid:key>/", contracts.one, name="contract"),
    path("subsidised/contracts/<uuid:key>/pdf/", contracts.pdf, name="pdf"),
    path("subsidised/contracts/<uuid:key>/sign/", contracts.sign, name="sign"),
    path("subsidised/contracts/<uuid:key>/code/", contracts.ask_code, name="code"),
    path("subsidised/contracts/<uuid:key>/<slug:act>/", contracts.act, name="act"),
    path("subsidised/contracts/<uuid:key>/proofs/<uuid:proof>/return/", contracts.return_proof, name="return_proof"),
    path("subsidised/work/", staff.queue, name="queue"),
    path("subsidised/work/file.<slug:kind>", staff.file, name="file"),
    path("subsidised/map/", the_map.show, name="map"),
    path("subsidised/map/<uuid:key>/<slug:act>/", the_map.answer, name="answer_map"),
]
