"""The addresses of rooms that keep a table of their own."""

from .addresses_of_offers import OFFERS
from .addresses_of_payments import PAYMENTS
from .groups import NOBODY, Address
from .measures.addresses import MEASURES
from .of_advising.addresses import ADVISING
from .of_jobs.addresses import JOBS
from .of_moves.addresses import MOVES
from .of_work.addresses import WORK

GATEWAYS = {"notices:gateway": Address(NOBODY, method="post")}  # programs with a token, no person
OF_ROOMS = GATEWAYS | JOBS | MEASURES | MOVES | OFFERS | PAYMENTS | WORK | ADVISING
