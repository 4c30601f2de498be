from django.apps import AppConfig


class DetectionConfig(AppConfig):
    name = "socialcode.detection"
    label = "detection"
    verbose_name = "Detection"
