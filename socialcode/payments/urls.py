from django.urls import path

from .citizen import views as citizen
from .staff import arrivals, balance, orders, runs

app_name = "payments"
urlpatterns = [
    path("my-payments/", citizen.mine, name="mine"),
    path("my-payments/<uuid:key>/not-arrived/", citizen.not_arrived, name="not_arrived"),
    path("my-payments/<uuid:key>/arrived/", citizen.arrived, name="arrived"),
    path("my-payments/account/<uuid:key>/", citizen.account, name="account"),
    path("my-payments/account/confirm/<uuid:key>/", citizen.confirm_account, name="confirm_account"),
    path("pay/balance/", balance.month, name="balance"),
    path("pay/", runs.listed, name="runs"),
    path("pay/start/", runs.start, name="start"),
    path("pay/runs/<uuid:key>/", runs.one, name="run"),
    path("pay/runs/<uuid:key>/arrivals/", arrivals.arrivals, name="arrivals"),
    path("pay/arrivals/<uuid:key>/", arrivals.call, name="call"),
    path("pay/lists/<uuid:key>/", runs.register, name="list"),
    path("pay/lists/<uuid:key>/table/", runs.table, name="list_table"),
    path("pay/lists/<uuid:key>/<slug:act>/", runs.act_on_register, name="act_on_list"),
    path("pay/warnings/", orders.flags, name="flags"),
    path("pay/orders/<uuid:key>/warnings/<slug:kind>/", orders.settle, name="settle"),
    path("pay/returns/", orders.returns, name="returns"),
    path("pay/returns/<uuid:key>/", orders.clear_up, name="clear_up"),
    path("pay/orders/<uuid:key>/", orders.one, name="order"),
    path("pay/orders/<uuid:key>/<slug:act>/", orders.act, name="act_on_order"),
]
