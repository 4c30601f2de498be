"""What registers say of any person, and the steps that departments derive their facts from."""

from . import contributions, person, work  # noqa: F401 - what is imported is known
