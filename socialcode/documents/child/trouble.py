"""Why a paper may not be kept."""


class RefusedError(Exception):
    """`trouble` is a word of `socialcode.documents.models.Document.Trouble`."""

    def __init__(self, trouble: str):
        super().__init__(trouble)
        self.trouble = trouble
