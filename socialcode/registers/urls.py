from django.urls import path

from .views import deliveries, disputes, looks, page, questions, sharing

app_name = "registers"
urlpatterns = [
    path("registers/", deliveries.index, name="deliveries"),
    path("registers/columns/", deliveries.columns, name="columns"),
    path("me/", page.own, name="own"),
    path("me/looks/", looks.own, name="own_looks"),
    path("me/sharing/", sharing.own, name="own_sharing"),
    path("people/", page.find, name="find"),
    path("people/disputes/", disputes.queue, name="disputes"),
    path("people/disputes/<uuid:key>/", disputes.resolve, name="resolve"),
    path("people/questions/", questions.queue, name="questions"),
    path("people/questions/<uuid:key>/", questions.answer, name="answer"),
    path("people/<uuid:key>/", page.show, name="page"),
    path("people/<uuid:key>/<slug:kind>/<int:number>/", page.year, name="year"),
    path("people/<uuid:key>/looks/", looks.show, name="looks"),
    path("people/<uuid:key>/sharing/", sharing.show, name="sharing"),
    path("people/<uuid:key>/sharing/<uuid:viewer>/end/", sharing.end, name="end_sharing"),
    path("people/<uuid:key>/wrong/<slug:kind>/<int:number>/", disputes.dispute, name="dispute"),
]
