"""The addresses of rooms that keep a table of their own."""

from .addresses_of_moves import MOVES
from .addresses_of_payments import PAYMENTS
from .of_jobs.addresses import JOBS

OF_ROOMS = JOBS | MOVES | PAYMENTS
