"""Every setting of the portal: from the environment, else an embedded default."""

from datetime import timedelta
from pathlib import Path

from bootstrap_wrapper import get_bootstrap_css_dir
from django.core.exceptions import ImproperlyConfigured

from socialcode.operating import logs
from socialcode.running import browsers, embedded, environment, papers, schedule, sms_centre
from socialcode.running.rooms import DEPARTMENTS, ROOMS

BASE_DIR = Path(__file__).resolve().parent.parent
STATE_FOLDER = Path(environment.text("PORTAL_STATE", str(BASE_DIR / "var"))).resolve()

# Where it runs: on somebody's own machine, or in production, which has no defaults for secrets and servers
PRODUCTION = environment.one_of("PORTAL_ENV", ("development", "production"), "development") == "production"
if PRODUCTION:
    environment.require(
        {
            "SECRET_KEY": "a long random text, kept secret",
            "ALLOWED_HOSTS": "the portal's host names, with commas between",
            "DATABASE_URL": "postgresql://user:password@host:5432/name",
            "REDIS_URL": "redis://:password@host:6379/0",
            "PORTAL_ADDRESS": "https://portal.example, as people open it",
            **({} if environment.text("SMPP_URL") else {"SMS_GATEWAY_URL": "where SMS are posted to; or SMPP_URL"}),
            "EMAIL_HOST": "the mail server",
            "MAIL_FROM": "portal@portal.example, whom letters come from",
        }
    )
DEBUG = environment.flag("DEBUG")
if PRODUCTION and DEBUG:
    raise ImproperlyConfigured("DEBUG=1 shows the inside of the portal to everybody: in production leave it out.")
DEMO = environment.flag("DEMO", default=not PRODUCTION)  # the footer then says that people and their data are invented
SECRET_KEY = environment.text("SECRET_KEY") or environment.kept_secret(STATE_FOLDER / "secret-key")
SECRET_KEY_FALLBACKS = list(environment.words("SECRET_KEY_FALLBACKS"))
ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS", ["localhost", "127.0.0.1"])
CSRF_FAILURE_VIEW = "socialcode.drafts.views.csrf_failure"
CSRF_TRUSTED_ORIGINS = environment.words("CSRF_TRUSTED_ORIGINS")

# Where people find it: addresses in messages, letters and QR codes
PORTAL_ADDRESS = environment.text("PORTAL_ADDRESS", f"http://localhost:{environment.number('PORT', 8000)}").rstrip("/")

# Rooms
PROVISION_APPS = DEPARTMENTS
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "socialcode.look.files.UsedByPages",
    "django.forms",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_htmx",
    "csp",
    "axes",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    *ROOMS,
    *PROVISION_APPS,
]
MIDDLEWARE = [
    "socialcode.running.stack.with_room",
    "socialcode.operating.watched.watched",
    "csp.middleware.CSPMiddleware",  # before all that answer by themselves: redirects to HTTPS and files have it too
    "django.middleware.security.SecurityMiddleware",
    "socialcode.running.methods.known_methods",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "socialcode.look.language.chosen_language",  # before all that may fail: people read of it in their language
    "django.contrib.sessions.middleware.SessionMiddleware",
    "socialcode.no_store.no_store",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "socialcode.drafts.middleware.keeps_what_is_typed",
    "socialcode.accounts.sessions.session_rules",
    "axes.middleware.AxesMiddleware",
    "socialcode.refused_page.refused_page",
]
ROOT_URLCONF = "socialcode.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["socialcode.look.addresses"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"  # widgets may have templates of our own
CRISPY_TEMPLATE_PACK = "bootstrap5"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"

# PostgreSQL; a line to it that was cut is noticed on both ends within a minute: what its transaction held is free then
EMBEDDED_POSTGRES = None if environment.text("DATABASE_URL") else embedded.Postgres(STATE_FOLDER / "postgres")
DATABASE_URL = environment.text("DATABASE_URL") or embedded.use(EMBEDDED_POSTGRES)
DATABASE = environment.database(DATABASE_URL)
# With `manage.py serve` DATABASE_URL names the owner of the tables, who migrates; the role that serves owns none
SERVING_DATABASE_URL = environment.text("SERVING_DATABASE_URL") or (
    EMBEDDED_POSTGRES.url_of(embedded.SERVING_ROLE) if EMBEDDED_POSTGRES else ""
)
SERVING_ROLE = environment.database(SERVING_DATABASE_URL)["USER"] if SERVING_DATABASE_URL else ""
ITS_END = "-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3 -c tcp_user_timeout=30000"
OUR_END = {"connect_timeout": 5, "keepalives_idle": 30, "tcp_user_timeout": 30_000}
DATABASE["OPTIONS"] = {**OUR_END, "options": ITS_END, **DATABASE["OPTIONS"]}
STATEMENT_TIMEOUT = environment.number("STATEMENT_TIMEOUT", 30)  # seconds; of pages only: socialcode/door/statements.py
DATABASES = {"default": {**DATABASE, "CONN_MAX_AGE": 300, "CONN_HEALTH_CHECKS": True}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Counts of attempts: shared by all processes, and still right when Redis was emptied
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "portal_cache"}}

# Redis and Celery
REDIS_URL = environment.text("REDIS_URL") or embedded.use(embedded.Redis(STATE_FOLDER / "redis"))
CELERY_BROKER_URL = REDIS_URL.replace("unix://", "redis+socket://", 1)
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# Seconds; a page does not wait for a Redis that is lost or hangs. Workers wait for calls one second at a time
CELERY_BROKER_TRANSPORT_OPTIONS = {"socket_connect_timeout": 2, "socket_timeout": 5}
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_SERIALIZER = "json"
CELERY_TASK_IGNORE_RESULT = True  # what a task did is written in PostgreSQL
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
# Megabytes: a worker's process that holds more is replaced after its task; one of the web server gets no more. Celery
# ends a whole worker at a MemoryError and hands the task out again, so workers have no such bound
WORKER_MEMORY, PROCESS_MEMORY = environment.number("WORKER_MEMORY", 800), environment.number("PROCESS_MEMORY", 3000)
CELERY_WORKER_MAX_MEMORY_PER_CHILD = WORKER_MEMORY * 1024  # kilobytes
CELERY_TIMEZONE = "Asia/Almaty"
CELERY_BEAT_SCHEDULER = "socialcode.running.clock:Clock"
CELERY_BEAT_SCHEDULE_FILENAME = str(STATE_FOLDER / "celerybeat-schedule")
CELERY_BEAT_SCHEDULE, CELERY_TASK_QUEUES, CELERY_TASK_ROUTES = schedule.SCHEDULE, schedule.QUEUES, schedule.ROUTES

# Ways out: an SMS gateway and a mail server, or the built-in demo phones and mailboxes
SMS_GATEWAY_URL = environment.text("SMS_GATEWAY_URL")
SMS_GATEWAY_TOKEN = environment.text("SMS_GATEWAY_TOKEN")
SMS_CALLBACK_TOKEN = environment.text("SMS_CALLBACK_TOKEN")  # by which the gateway tells what comes back
SMS_CENTRE = sms_centre.read(environment.text("SMPP_URL"))
if SMS_CENTRE and SMS_GATEWAY_URL:
    raise ImproperlyConfigured("SMPP_URL and SMS_GATEWAY_URL are both set: SMS go one way, name it.")
NOTICE_GATEWAY = "smpp" if SMS_CENTRE else "http" if SMS_GATEWAY_URL else "inbox"
EMAIL_BACKEND = "socialcode.notices.gateways.mail.Backend"
EMAIL_HOST = environment.text("EMAIL_HOST", "localhost")
EMAIL_PORT = environment.number("EMAIL_PORT", 587 if PRODUCTION else 25)
EMAIL_HOST_USER = environment.text("EMAIL_USER")
EMAIL_HOST_PASSWORD = environment.text("EMAIL_PASSWORD")
EMAIL_USE_TLS = environment.flag("EMAIL_TLS", default=PRODUCTION)
EMAIL_TIMEOUT = 15  # seconds
DEFAULT_FROM_EMAIL = environment.text("MAIL_FROM", "portal@demo.example")
MAIL_DOMAIN = DEFAULT_FROM_EMAIL.rpartition("@")[2]

# People
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]  # nobody can lock a person out from elsewhere
AXES_USERNAME_FORM_FIELD = "username"
AXES_USERNAME_CALLABLE = "socialcode.accounts.throttling.who"
AXES_CLIENT_IP_CALLABLE = "socialcode.accounts.throttling.place"
WRONG_PASSWORDS_FROM_ONE_PLACE, WRONG_PASSWORDS_FOR_ONE_NAME = 20, 50  # within AXES_COOLOFF_TIME, by strangers' devices
AXES_LOCKOUT_TEMPLATE = "accounts/locked.html"
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = AXES_VERBOSE = False
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "socialcode.arrival.ArrivalAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # an administrator or a register names the address, nobody signs up
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 3 * 60  # seconds
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 3
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = 2  # times
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"numeric": True, "dashed": False, "length": 6}
MFA_ADAPTER = "socialcode.accounts.adapter.SecondFactorAdapter"
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Social Code"
MFA_TOTP_PERIOD = 30  # seconds
MFA_TOTP_TOLERANCE = 0  # periods: a code is good while the app shows it
MFA_ALLOW_UNVERIFIED_EMAIL = True  # see ACCOUNT_EMAIL_VERIFICATION
MFA_REAUTHENTICATION_REQUIRED = False  # the pages ask for a code of their own where it matters
STAFF_SESSION_SECONDS = environment.lifetime("STAFF", minutes=30, hours=10)
CITIZEN_SESSION_SECONDS = environment.lifetime("CITIZEN", minutes=60, hours=12)
# Codes that nobody used. For one IIN: from one place or on one known device, and by all strangers or all devices
CODES_AN_HOUR_FOR_ONE_IIN, CODES_AN_HOUR_BY_OTHERS, CODES_AN_HOUR_FROM_ONE_PLACE = 5, 20, 60

# Sign-in by a national identity provider, or any other that speaks OpenID Connect
OIDC_ISSUER = environment.text("OIDC_ISSUER")
OIDC_IIN_CLAIM = environment.text("OIDC_IIN_CLAIM", "iin")
SOCIALACCOUNT_ADAPTER = "socialcode.sign_in.openid.OpenIdAdapter"
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": environment.openid_apps()}}
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"socialcode.accounts.passwords.{name}"}
    for name in ("LongEnough", "NeverLeaked", "NotAWordOfThePortal", "NotOnesOwnName")
]

# Languages: each in its own words, never translated
LANGUAGE_CODE = "kk"
LANGUAGES = [("kk", "Қазақша"), ("ru", "Русский"), ("en", "English")]
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
FORMAT_MODULE_PATH = ["socialcode.formats"]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Asia/Almaty"
USE_TZ = True

# Files that do not change between releases
STATIC_URL = "/static/"
STATIC_ROOT = STATE_FOLDER / "static"
STATICFILES_DIRS = [BASE_DIR / "static", ("bootstrap/css", get_bootstrap_css_dir())]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "socialcode.look.files.Hashed"},
}

# Papers that people add: outside everything a web server shows
EVIDENCE_FOLDER = STATE_FOLDER / "evidence"
STATEMENT_FOLDER = STATE_FOLDER / "statements"  # of operators, until they are read
FILE_UPLOAD_HANDLERS = [
    "socialcode.documents.limit.UploadLimit",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "socialcode.documents.limit.OntoTheDisk",
]
PAPER_BOUNDS = papers.BOUNDS
CLAMD_URL = environment.text("CLAMD_URL")  # without it papers are marked as not checked for viruses
PAPERS_WITHOUT_SCANNER = environment.flag("PAPERS_WITHOUT_SCANNER")
PLAIN_CONNECTIONS = environment.words("PLAIN_CONNECTIONS")  # servers that production may reach without TLS

# Messages to banks and from them: the folders `out` and `in`
PAYMENTS_FOLDER = Path(environment.text("PAYMENTS_FOLDER", str(STATE_FOLDER / "payments")))

# The head of the chain of events, noted where the database's owner has no hand; the sink is another system
AUDIT_HEADS_FILE = Path(environment.text("AUDIT_HEADS_FILE", str(STATE_FOLDER / "audit-heads")))
AUDIT_KEY_FILE = Path(environment.text("AUDIT_KEY_FILE", str(STATE_FOLDER / "audit-key")))
AUDIT_SINK_URL, AUDIT_SINK_TOKEN = environment.text("AUDIT_SINK_URL"), environment.text("AUDIT_SINK_TOKEN")

# Safety in the browser
CONTENT_SECURITY_POLICY = browsers.content_policy(OIDC_ISSUER)
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME, LANGUAGE_COOKIE_NAME = browsers.cookie_names(
    "sessionid", "csrftoken", "django_language", over_https=PRODUCTION
)
THEME_COOKIE_NAME, DEVICE_COOKIE_NAME, MESSAGES_COOKIE_NAME = browsers.cookie_names(
    "theme", "known_device", "messages", over_https=PRODUCTION
)
MESSAGE_STORAGE = "socialcode.said.Said"
SESSION_ENGINE = "socialcode.accounts.stored_session"
SESSION_COOKIE_AGE = 12 * 60 * 60  # seconds; a shared computer forgets by the next morning
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = SECURE_SSL_REDIRECT = PRODUCTION
SECURE_REDIRECT_EXEMPT = [r"^(healthz|readyz|metrics)$"]  # asked from within, without TLS
SECURE_HSTS_SECONDS = environment.number("HSTS_SECONDS", 365 * 24 * 60 * 60) if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION
BEHIND_PROXY = environment.flag("BEHIND_PROXY")
if BEHIND_PROXY:  # only when the proxy sets these headers itself: anybody could send them
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1  # whose word about the visitor's address counts

LOG_FORMAT = environment.one_of("LOG_FORMAT", ("text", "json"), "json" if PRODUCTION else "text")
LOGGING = logs.configuration(environment.text("LOG_LEVEL", "INFO"), LOG_FORMAT)
# Who may watch over it: whoever has the token, or asks from these networks
METRICS_FOLDER = STATE_FOLDER / "metrics"
METRICS_TOKEN = environment.text("METRICS_TOKEN")
METRICS_FROM = environment.networks("METRICS_FROM", () if PRODUCTION else ("127.0.0.0/8", "::1"))
SENTRY_DSN = environment.text("SENTRY_DSN")  # whom errors are reported to
