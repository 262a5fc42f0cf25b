"""Papers to draw: an ordinary one, the longest and the rarest of every kind."""

from __future__ import annotations

from printing.documents import Document
from tests.printing.samples.house import HOUSE
from tests.printing.samples.longest import longest_papers
from tests.printing.samples.people import PEOPLE
from tests.printing.samples.rare import rarest_papers

NORMAL: dict[str, Document] = {**PEOPLE, **HOUSE}
PAPERS = {
    f"{size}-{kind}": document
    for size, papers in (("normal", NORMAL), ("longest", longest_papers()), ("rarest", rarest_papers()))
    for kind, document in papers.items()
}
