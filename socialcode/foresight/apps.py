from django.apps import AppConfig


class ForesightConfig(AppConfig):
    name = "socialcode.foresight"
    label = "foresight"
    verbose_name = "What a change of the law would change"
