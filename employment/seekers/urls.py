"""Addresses of those who look for work, and of the advisers who register them."""

from django.urls import path

from .views import if_i_work, own, profile, staff

app_name = "seekers"
urlpatterns = [
    path("job/", own.own, name="own"),
    path("job/register/", own.register, name="register"),
    path("job/leave/", own.leave, name="leave"),
    path("job/changes/", own.report, name="report"),
    path("job/show/", own.show, name="show"),
    path("job/profile/", profile.profile, name="profile"),
    path("job/if-i-work/", if_i_work.page, name="if_i_work"),
    path("job/cv/", profile.cv, name="cv"),
    path("job/cv.pdf", profile.cv_file, name="cv_file"),
    path("job/cv/<slug:kind>/", profile.add_line, name="add_line"),
    path("job/cv/<slug:kind>/<int:number>/remove/", profile.remove_line, name="remove_line"),
    path("career/registrations/", staff.registrations, name="registrations"),
    path("career/registrations/<uuid:key>/", staff.registration, name="registration"),
    path("career/registrations/<uuid:key>/<slug:act>/", staff.answer, name="answer"),
]
