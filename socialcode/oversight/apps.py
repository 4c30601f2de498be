from django.apps import AppConfig


class OversightConfig(AppConfig):
    name = "socialcode.oversight"
    label = "oversight"
    verbose_name = "Checks of decisions"
