"""The addresses of files that pages bring along, such as icons: a page names some forty of them, the same each time."""

from django.contrib.staticfiles.apps import StaticFilesConfig
from django.contrib.staticfiles.storage import StaticFilesStorage
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage


class UsedByPages(StaticFilesConfig):
    """`collectstatic` leaves out what packages bring along and no page names: to compress it took half a minute."""

    ignore_patterns = (*StaticFilesConfig.ignore_patterns, "bootstrap[.-][!m]*", "htmx-2.js", "*-4.*")


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

    def create_compressor(self, **options):
        """Of what only those read who look into a page with their browser's tools, nothing is compressed."""
        return Compressor(**options | {"extensions": (*Compressor.SKIP_COMPRESS_EXTENSIONS, "map")})


class AsTheyLie(KeptAddresses, StaticFilesStorage):
    """Files as they lie in the tree, for tests and benchmarks, before which nobody collects them."""
