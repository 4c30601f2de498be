from django.apps import AppConfig


class MyDataConfig(AppConfig):
    name = "socialcode.my_data"
    label = "my_data"
    verbose_name = "My data"
