from django.urls import path

from .views import operator, performer

app_name = "platform_work"
urlpatterns = [
    path("platforms/", performer.start, name="start"),
    path("platforms/months/", performer.mine, name="mine"),
    path("platforms/operators/", operator.operators, name="operators"),
    path("platforms/operators/<uuid:key>/", operator.statements, name="statements"),
    path("platforms/statements/<uuid:key>/", operator.statement, name="statement"),
]
