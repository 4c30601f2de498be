"""The addresses of files that pages bring along, such as icons: a page names some forty of them, the same each time."""

from django.contrib.staticfiles.storage import StaticFilesStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage


class KeptAddresses:
    """Each address is worked out once; until the files are collected anew."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self._addresses = {}

    def url(self, name, *args, **options):
        """The address of a file by its name in the tree; with further arguments as the storage beneath answers."""
        if args or options:
            return super().url(name, *args, **options)
        if name not in self._addresses:
            self._addresses[name] = super().url(name)
        return self._addresses[name]


class Hashed(KeptAddresses, CompressedManifestStaticFilesStorage):
    """Files as `collectstatic` leaves them: what they hold is in their name, so that browsers keep them for ever."""

    def post_process(self, *args, **options):
        yield from super().post_process(*args, **options)
        self._addresses.clear()


class AsTheyLie(KeptAddresses, StaticFilesStorage):
    """Files as they lie in the tree, for tests and benchmarks, before which nobody collects them."""
