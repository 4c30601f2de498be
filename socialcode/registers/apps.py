from django.apps import AppConfig


class RegistersConfig(AppConfig):
    name = "socialcode.registers"
    label = "registers"
    verbose_name = "Registers"

    def ready(self):
        from . import checks  # noqa: F401, PLC0415 - registers itself, and models are ready only now
