from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "socialcode.documents"
    label = "documents"
    verbose_name = "Documents"
