"""What registers say of children, their family, a disability and insurance, and of benefits granted here."""

from . import children, disability, granted, insurance  # noqa: F401 - what is imported is known
