from django.apps import AppConfig


class RegistersConfig(AppConfig):
    name = "socialcode.registers"
    label = "registers"
    verbose_name = "Registers"
