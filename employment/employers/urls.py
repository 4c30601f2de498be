from django.urls import path

from .views import own, staff, telling

app_name = "employers"
urlpatterns = [
    path("employer/", own.mine, name="mine"),
    path("employer/ask/", own.ask, name="ask"),
    path("employer/requests/<uuid:key>/take-back/", own.take_back, name="take_back"),
    path("employer/<uuid:key>/people/", own.people, name="people"),
    path("employer/<uuid:key>/people/<uuid:right>/end/", own.end_right, name="end_right"),
    path("employer/<uuid:key>/layoffs/", telling.layoffs, name="layoffs"),
    path("employer/<uuid:key>/quota/", telling.quota, name="quota"),
    path("employer/layoffs/<uuid:key>/", telling.layoff, name="layoff"),
    path("employer/layoffs/<uuid:key>/take-back/", telling.take_layoff_back, name="take_layoff_back"),
    path("layoffs/<uuid:key>/", telling.guidance, name="guidance"),
    path("employers/requests/", staff.requests, name="requests"),
    path("employers/requests/<uuid:key>/", staff.one_request, name="request"),
    path("employers/layoffs/", staff.layoffs, name="staff_layoffs"),
    path("employers/layoffs/<uuid:key>/", staff.layoff, name="staff_layoff"),
    path("employers/quotas/", staff.quotas, name="quotas"),
]
