"""What a packet is made of: parts with a title, each of words, pairs, tables and steps, all of them text."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Table:
    """`widths` are the parts that each column has of the page's width."""

    head: list[str]
    rows: list[list[str]]
    widths: list[int]


@dataclass(frozen=True)
class Step:
    """One step of the computation: its sentence, what went in, and what came out."""

    sentence: str
    article: str
    figures: list[tuple[str, str]]
    result: str


@dataclass(frozen=True)
class Part:
    """One part of the document: its title, then sentences, pairs of label and value, a table and steps, as it has."""

    title: str
    words: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    table: Table | None = None
    steps: tuple[Step, ...] = ()

    def as_data(self) -> dict:
        """For the typesetter."""
        return asdict(self)
