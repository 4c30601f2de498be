from django.apps import AppConfig


class FamilyMapConfig(AppConfig):
    name = "family_map"
    label = "family_map"
    verbose_name = "Family map"
    default_auto_field = "django.db.models.BigAutoField"
