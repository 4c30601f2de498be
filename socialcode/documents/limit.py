"""The most that one request may bring. Checked before anything of it is read: a larger one never reaches the disk."""

import logging
from contextlib import contextmanager

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler, SkipFile, TemporaryFileUploadHandler

MOST_BYTES = 110 * 1024 * 1024  # ten files of the largest size, and the form around them

log = logging.getLogger(__name__)


class UploadLimit(FileUploadHandler):
    """Stands first among the upload handlers and passes on whatever is small enough."""

    def handle_raw_input(self, _input_data, _meta, content_length, _boundary, encoding=None):
        if content_length > MOST_BYTES:
            raise RequestDataTooBig(f"{content_length} bytes in one request")

    def receive_data_chunk(self, raw_data, _start):
        return raw_data

    def file_complete(self, _file_size):
        return None


class OntoTheDisk(TemporaryFileUploadHandler):
    """Keeps large files on the disk while they arrive. Where the disk takes none, the file is left out and noted.

    Without that a full disk would be an error of the server before any page could say a sentence about it.
    """

    def new_file(self, *given, **named):
        with _left_out_if_full(self.request):
            super().new_file(*given, **named)

    def receive_data_chunk(self, raw_data, start):
        with _left_out_if_full(self.request):
            super().receive_data_chunk(raw_data, start)

    def file_complete(self, file_size):
        with _left_out_if_full(self.request):
            return super().file_complete(file_size)


@contextmanager
def _left_out_if_full(request):
    try:
        yield
    except OSError as error:
        log.exception("The disk takes no file that arrives")
        request.files_left_out = True
        raise SkipFile from error


def were_left_out(request) -> bool:
    """Whether files of this request found no room on the disk."""
    request.FILES  # noqa: B018 - what was sent is read at this moment, if it was not before
    return getattr(request, "files_left_out", False)
