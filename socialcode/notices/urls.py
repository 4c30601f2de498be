from django.urls import path

from .views import gateway, inbox, mine, verify

app_name = "notices"
urlpatterns = [
    path("notices/", mine.index, name="index"),
    path("notices/how/", mine.how, name="how"),
    path("notices/read/", mine.read_all, name="read_all"),
    path("notices/<uuid:key>/", mine.notice, name="notice"),
    path("notices/<uuid:key>/letter/", mine.letter, name="letter"),
    path("notices/gateway/", gateway.tell, name="gateway"),
    path("verify/", verify.enter, name="verify"),
    path("verify/<str:code>/", verify.result, name="verified"),
    path("inbox/", inbox.index, name="inbox"),
    path("inbox/<int:first>/", inbox.conversation, name="conversation"),
]
