from django.apps import AppConfig


class IndexationConfig(AppConfig):
    name = "socialcode.indexation"
    label = "indexation"
    verbose_name = "New amounts of payments granted"
