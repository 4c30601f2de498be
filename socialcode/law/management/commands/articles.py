"""The map from the Code to the code: each point of each article with the files of the rules that carry it."""

import json
from dataclasses import asdict
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from socialcode.engine.citation import Citation
from socialcode.engine.registry import registry
from socialcode.law.coverage.answers import Answer, Cited
from socialcode.law.coverage.code import State, chapters


class Command(BaseCommand):
    help = "Print what the portal does with every article and point of the Code, and in which file."

    def add_arguments(self, parser):
        parser.add_argument("article", nargs="*", help="numbers of articles, such as 84 195-1; all without any")
        parser.add_argument("--open", action="store_true", help="only what is not done yet, or only in part")
        parser.add_argument(
            "--pairs", action="store_true", help="what the articles say of two payments beside one another instead"
        )
        parser.add_argument("--json", action="store_true", help="for programs")

    def handle(self, *args, **options):
        listed = {number for chapter in chapters().values() for number in chapter.articles}
        if unlisted := [number for number in options["article"] if number not in listed]:
            raise CommandError(f"No chapter that is covered has an article {', '.join(unlisted)}.")
        if options["pairs"]:
            self._print_pairs(options["article"], options["json"])
            return
        rows = list(_rows(options["article"]))
        if options["open"]:
            rows = [row for row in rows if State(row["state"]).lacks_something]
        if options["json"]:
            self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1))
            return
        article = ""
        for row in rows:
            if row["article"] != article:
                article = row["article"]
                self.stdout.write(f"{article} {row['title']}")
            said = " · ".join(
                filter(None, (*_by_file(row["rules"]), *row["values"], *row["grounds"], *row["pairs"], row["because"]))
            )
            self.stdout.write(f"  {row['place']:<12} {row['state']:<6} {said}")

    def _print_pairs(self, articles: list[str], as_json: bool) -> None:
        """The table of pairs: a pair that is not in it is paid together."""
        found = [pair for pair in registry.pairs if not articles or pair.articles & set(articles)]
        if as_json:
            self.stdout.write(json.dumps([asdict(pair) for pair in found], ensure_ascii=False, indent=1))
            return
        for pair in found:
            self.stdout.write(f"{pair.effect:<10} {pair.provision:<25} {pair.other:<25} {pair.article}")


def _by_file(rules: list[str]) -> list[str]:
    """`file.py: one, another` for each file."""
    parted = [rule.rpartition(":") for rule in rules]
    return [f"{file}: {', '.join(rule for _f, _c, rule in found)}" for file, found in groupby(parted, itemgetter(0))]


def _rows(wanted):
    cited = Cited(registry)
    for chapter in chapters().values():
        for article in chapter.articles.values():
            if not wanted or article.number in wanted:
                for answer in cited.answers(article):
                    yield from (_row(chapter, article, one) for one in (answer, *answer.items))


def _row(chapter, article, answer: Answer) -> dict:
    return {
        "chapter": chapter.number,
        "article": article.number,
        "place": str(Citation(article.number, answer.point, answer.item)),
        "title": article.english,
        "state": answer.state.value,
        "rules": [*dict.fromkeys(f"{_path(provision.file)}:{rule.name}" for provision, rule in answer.rules)],
        "grounds": [
            *dict.fromkeys(f"{_path(provision.file)}: {ground.sentence}" for provision, ground in answer.grounds)
        ],
        "values": [parameter.name for parameter in answer.values],
        "pairs": [f"{pair.provision}: {pair.effect} {pair.other}" for _provision, pair in answer.pairs],
        "because": answer.reason.explanation if answer.reason else "",
    }


def _path(file: str) -> str:
    return Path(file).relative_to(settings.BASE_DIR).as_posix()
