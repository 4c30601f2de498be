from django.apps import AppConfig


class AwardsConfig(AppConfig):
    name = "socialcode.awards"
    label = "awards"
    verbose_name = "Awards"
