"""What is looked for on the page of a person's data: by the words that the page shows."""

from dataclasses import replace

from socialcode.people.models.person import searchable

from .sections import Entry, Section, Year


def matching(sections: list[Section], query: str) -> list[Section]:
    """Of each section what has every word of a query in it, and nothing of the others. A title stands for all of it.

    Letters of Kazakh and Russian are alike, and so are capitals and spaces inside a number.
    """
    words = searchable(query).split()
    kept = (_of_section(section, words) for section in sections)
    return [section for section in kept if section.entries or section.years or section.replaced]


def _of_section(section: Section, words: list[str]) -> Section:
    title = searchable(section.title)
    left = [word for word in words if word not in title]
    if not left:
        return section
    return replace(
        section,
        entries=_having(left, section.entries),
        years=[narrowed for year in section.years if (narrowed := _of_year(year, left))],
        replaced=_having(left, section.replaced),
    )


def _of_year(year: Year, words: list[str]) -> Year | None:
    """The months that have the words; all of a year that is named, and of one whose months are not shown here."""
    entries = _having(words, year.entries)
    return replace(year, entries=entries) if entries else year if _has(str(year.number), words) else None


def _having(words: list[str], entries: list[Entry]) -> list[Entry]:
    return [entry for entry in entries if _has(_words_of(entry), words)]


def _words_of(entry: Entry) -> str:
    said = (text for pair in entry.says for text in pair)
    members = (member.person.full_name for member in entry.members)
    return searchable(" ".join(map(str, (*said, entry.source, *members))))


def _has(text: str, words: list[str]) -> bool:
    tight = "".join(text.split())
    return all(word in text or word in tight for word in words)
