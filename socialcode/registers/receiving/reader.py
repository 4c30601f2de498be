"""Reads one file in a process of its own, with bounded memory, and hands it on a batch of rows at a time.

A file comes from elsewhere: what cannot be read ends this process, never the one that brings rows in. It is started by
`files.py`, never imported. Its output is a line of JSON about the file, then batches as Arrow, each after its length.
"""

import codecs
import csv
import json
import re
import resource
import struct
import sys
from pathlib import Path

import polars as pl

MOST_MEMORY = 6 * 2**30  # bytes of addresses, of which threads of Polars reserve a part without using it
ROWS_IN_BATCH = 100_000
MOST_ROWS = 300_000_000
MOST_COLUMNS = 200
LONGEST_HEADER = 2**16
LONGEST_CELL = 2000  # bytes; the rest of a longer one is not handed on, for it is refused anyway
BLOCK = 2**22
DELIMITERS = ",;\t|"
TEXT_OF = {pl.Boolean, pl.String, pl.Date, pl.Datetime, pl.Null, pl.Categorical, pl.Enum}
REFUSED = 3  # the exit code


class UnreadableError(Exception):
    """Why a file is not read: a word that `words.py` knows, and what it speaks of."""

    def __init__(self, why: str, **about):
        self.why, self.about = why, about
        super().__init__(why)


def main(path: Path, first_row: int) -> None:
    """Write what a file says of itself as a line of JSON, then its rows in batches; or why it is not read."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    out = sys.stdout.buffer
    try:
        rows, about = _parquet(path) if _is_parquet(path) else _csv(path)
        out.write(json.dumps(about).encode() + b"\n")
        _hand_on(rows, first_row, about["rows"], out)
    except UnreadableError as error:
        json.dump({"why": error.why, **error.about}, sys.stderr)
        sys.exit(REFUSED)
    except pl.exceptions.PolarsError as error:
        json.dump({"why": "broken", "said": str(error).splitlines()[0][:200]}, sys.stderr)
        sys.exit(REFUSED)


def _is_parquet(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"PAR1" or path.suffix.lower() in {".parquet", ".pq"}


def _parquet(path: Path) -> tuple[pl.LazyFrame, dict]:
    rows = pl.scan_parquet(path, glob=False)
    kinds = rows.collect_schema()
    _refuse_names(list(kinds))
    for name, kind in kinds.items():
        if not (kind.is_numeric() or kind.base_type() in TEXT_OF):
            raise UnreadableError("kind_of_column", column=name, said=str(kind)[:60])
    count = rows.select(pl.len()).collect().item()
    if count > MOST_ROWS:
        raise UnreadableError("too_many_rows", most=MOST_ROWS)
    return rows.rename({name: _tidy(name) for name in kinds}), {
        "columns": [_tidy(name) for name in kinds],
        "rows": count,
    }


def _csv(path: Path) -> tuple[pl.LazyFrame, dict]:
    lines = _lines_of_text(path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        header = file.readline(LONGEST_HEADER)
    delimiter = max(DELIMITERS, key=header.count)
    names = next(csv.reader([header], delimiter=delimiter), [])
    _refuse_names(names)
    tidy = [_tidy(name) for name in names]
    rows = pl.scan_csv(
        path,
        separator=delimiter,
        has_header=False,
        skip_rows=1,
        schema=dict.fromkeys(tidy, pl.String),
        extra_columns="ignore",  # of a line with too many; what is shifted by it does not fit its columns
        missing_columns="insert",
        glob=False,
    )
    return rows, {"columns": tidy, "rows": max(lines - 1, 0)}


def _lines_of_text(path: Path) -> int:
    """How many lines have something in them. What is no UTF-8 or has bytes no text has is refused with the place."""
    decoder, lines, place, ends = codecs.getincrementaldecoder("utf-8")(), 0, 0, b"\n"
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            if b"\0" in block:
                raise UnreadableError("no_text", line=lines + block[: block.index(b"\0")].count(b"\n") + 1)
            try:
                decoder.decode(block)
            except UnicodeDecodeError as error:
                raise UnreadableError("not_utf8", line=lines + block[: error.start].count(b"\n") + 1) from None
            lines += block.count(b"\n") - block.count(b"\n\n") - block.count(b"\n\r\n")
            place += len(block)
            ends = block[-1:]
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        raise UnreadableError("not_utf8", line=lines + 1) from None
    if not place:
        raise UnreadableError("empty_file")
    return lines + (ends != b"\n")


def _tidy(name: str) -> str:
    return name.strip().lower()


def _refuse_names(names: list[str]) -> None:
    tidy = [_tidy(name) for name in names]
    if not tidy or not any(re.fullmatch(r"\w+", name) for name in tidy):
        raise UnreadableError("no_header")
    if len(tidy) > MOST_COLUMNS:
        raise UnreadableError("too_many_columns", most=MOST_COLUMNS)
    twice = {name for name in tidy if tidy.count(name) > 1}
    if twice:
        raise UnreadableError("column_twice", column=min(twice)[:60])


def _hand_on(rows: pl.LazyFrame, first_row: int, count: int, out) -> None:
    texts = [pl.col(name) for name, kind in rows.collect_schema().items() if kind == pl.String]
    is_long = [text.str.len_bytes() > LONGEST_CELL for text in texts]
    rows = rows.with_columns(
        pl.when(long).then(text.str.head(LONGEST_CELL)).otherwise(text).name.keep()
        for text, long in zip(texts, is_long, strict=True)
    )
    given = first_row
    for batch in rows.slice(first_row).collect_batches(
        chunk_size=ROWS_IN_BATCH, maintain_order=True, engine="streaming"
    ):
        data = batch.serialize()
        out.write(struct.pack(">Q", len(data)))
        out.write(data)
        out.flush()
        given += batch.height
    if given < count:  # a value of several lines: no register has one
        raise UnreadableError("open_quote", rows=given, lines=count)
    out.write(struct.pack(">Q", 0))
    out.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
