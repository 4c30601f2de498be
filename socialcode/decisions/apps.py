from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    name = "socialcode.decisions"
    label = "decisions"
    verbose_name = "Assessments and decisions"
