"""Every setting of the portal: from the environment, else an embedded default."""

from pathlib import Path

from bootstrap_wrapper import get_bootstrap_css_dir, get_bootstrap_js_dir

BASE_DIR = Path(__file__).resolve().parent.parent
SECRET_KEY = "embedded"
DEBUG = False
ALLOWED_HOSTS = ["localhost", "127.0.0.1"]

PROVISION_APPS = ["benefits", "pensions", "employment", "assistance", "family_map"]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_htmx",
    "csp",
    "socialcode",
    "socialcode.audit",
    "socialcode.accounts",
    "socialcode.law",
    "socialcode.people",
    "socialcode.check",
    *PROVISION_APPS,
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "socialcode.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
CRISPY_TEMPLATE_PACK = "bootstrap5"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
STATIC_URL = "/static/"
STATICFILES_DIRS = [
    BASE_DIR / "static",
    ("bootstrap/css", get_bootstrap_css_dir()),
    ("bootstrap/js", get_bootstrap_js_dir()),
]
DEMO = True  # the footer then says that people and their data are invented
WSGI_APPLICATION = "socialcode.wsgi.application"
LANGUAGE_CODE = "kk"
LANGUAGES = [("kk", "Қазақша"), ("ru", "Русский"), ("en", "English")]  # each in its own words, never translated
FORMAT_MODULE_PATH = ["socialcode.formats"]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Asia/Almaty"
USE_TZ = True
