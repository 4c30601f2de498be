"""What the rules of families, disability, survivor and insurance payments may ask, a file for each part of life."""

from . import disability, families, loss, merits

FACTS = [*families.FACTS, *disability.FACTS, *loss.FACTS, *merits.FACTS]
