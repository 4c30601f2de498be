from django.apps import AppConfig


class PaymentsConfig(AppConfig):
    name = "socialcode.payments"
    label = "payments"
    verbose_name = "Payments"
