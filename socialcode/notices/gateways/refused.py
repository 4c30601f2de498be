"""What every gateway says of a message that did not go."""


class NotDeliveredError(Exception):
    """A message did not go. `is_final` where another try would be refused again."""

    def __init__(self, reason: str, *, is_final: bool = False):
        super().__init__(reason)
        self.is_final = is_final
