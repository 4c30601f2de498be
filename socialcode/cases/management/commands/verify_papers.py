"""Prove that every paper is there as it was sent."""

import hashlib

from django.core.management.base import BaseCommand, CommandError

from socialcode.cases.models import Evidence
from socialcode.documents import vault
from socialcode.documents.models import Document

PIECE = 1024 * 1024  # bytes read at a time


class Command(BaseCommand):
    help = "Compare every paper and its pictures with what is known of them. Exits with an error that names each."

    def handle(self, *args, **options):
        kept = Evidence.objects.present().exclude(document__scan=Document.Scan.INFECTED).select_related("document")
        count, found = 0, []
        for paper in kept.order_by("pk").iterator():
            count += 1
            if trouble := self.trouble_of(paper):
                found.append(f"the paper {paper.document.key} of claim {paper.claim_id} {trouble}")
        if found:
            raise CommandError("\n".join(found))
        self.stdout.write(f"{count} papers, each as it was sent.")

    def trouble_of(self, paper) -> str:
        """What is wrong with a paper, in a few words; empty for nothing."""
        digest = hashlib.sha256()
        try:
            with vault.opened(paper.document.key) as file:
                while piece := file.read(PIECE):
                    digest.update(piece)
            for number in range(1, len(paper.document.pictures) + 1):
                vault.opened(paper.document.key, number).close()
        except vault.MissingError:
            return "is missing, or a picture of it"
        return "" if digest.hexdigest() == paper.sha256 else "is not as it was sent"
