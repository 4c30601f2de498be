"""The most that one request may bring. Checked before anything of it is read: a larger one never reaches the disk."""

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

MOST_BYTES = 110 * 1024 * 1024  # ten files of the largest size, and the form around them


class UploadLimit(FileUploadHandler):
    """Stands first among the upload handlers and passes on whatever is small enough."""

    def handle_raw_input(self, _input_data, _meta, content_length, _boundary, encoding=None):
        if content_length > MOST_BYTES:
            raise RequestDataTooBig(f"{content_length} bytes in one request")

    def receive_data_chunk(self, raw_data, _start):
        return raw_data

    def file_complete(self, _file_size):
        return None
