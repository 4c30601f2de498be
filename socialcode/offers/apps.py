from django.apps import AppConfig


class OffersConfig(AppConfig):
    name = "socialcode.offers"
    label = "offers"
    verbose_name = "Offers"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Have what people write read as answers to offers."""
        from . import replies  # noqa: F401, PLC0415 - registers itself with what comes in
