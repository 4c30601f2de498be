from django.urls import path

from .views import changes, roles, security, staying
from .views.signing_in import SignIn, SignOut

app_name = "accounts"
urlpatterns = [
    path("login/", SignIn.as_view(), name="login"),
    path("logout/", SignOut.as_view(), name="logout"),
    path("time-left/", staying.time_left, name="time_left"),
    path("security/", security.overview, name="security"),
    path("security/second-factor/", security.set_up, name="set_up_second_factor"),
    path("security/recovery-codes/", security.recovery_codes, name="recovery_codes"),
    path("security/password/", security.change_password, name="change_password"),
    path("security/elsewhere/", security.sign_out_elsewhere, name="sign_out_elsewhere"),
    path("people/", roles.people, name="people"),
    path("people/sign-out/", changes.sign_out_citizen, name="sign_out_citizen"),
    path("people/new/", roles.add, name="add_staff"),
    path("people/<uuid:key>/", roles.person, name="person"),
    path("people/<uuid:key>/act/<slug:name>/", changes.act, name="act_on_account"),
    path("people/changes/<uuid:key>/<slug:name>/", changes.answer, name="answer_change"),
    path("password/<str:token>/", security.choose_password, name="choose_password"),
    path("people/<uuid:key>/<int:grant>/end/", roles.end, name="end_role"),
]
