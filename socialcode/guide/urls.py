from django.urls import path

from . import views

app_name = "guide"
urlpatterns = [
    path("payments/", views.payments, name="payments"),
    path("payments/<slug:name>/", views.payment, name="payment"),
    path("aid/<slug:name>/", views.aid_page, name="aid"),
    path("other-laws/", views.laws, name="other_laws"),
    path("search/", views.find, name="search"),
    path("law/code/", views.code, name="code"),
    path("law/code/<slug:number>/", views.chapter, name="chapter"),
    path("glossary/", views.glossary, name="glossary"),
]
