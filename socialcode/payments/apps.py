from django.apps import AppConfig


class PaymentsConfig(AppConfig):
    name = "socialcode.payments"
    label = "payments"
    verbose_name = "Payments"

    def ready(self):
        from socialcode.awards import overpaid  # noqa: PLC0415 - it has models, which are not there before

        from .paid import paid_for  # noqa: PLC0415

        overpaid.told_by(paid_for)
