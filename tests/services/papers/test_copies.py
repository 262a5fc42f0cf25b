"""Originals and reprints: asked for twice they are one, and what became of each is kept."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from desktop.domain.codes import CopyOutcome
from desktop.domain.errors import BadInput, NotPossible
from desktop.services.counter import Counter
from desktop.services.paper_rows import CopyRow
from desktop.services.rows import Actor
from tests.services.papers.reading import actions, barcodes, words


def test_a_second_original_is_not_printed(station: Counter, clerk: Actor, paper: int, copy: CopyRow) -> None:
    station.papers.settle(clerk, copy.copy_id, CopyOutcome.PRINTED)
    with pytest.raises(NotPossible, match="补打"):
        station.papers.prepare(clerk, "another", paper)


def test_a_reprint_carries_its_number_and_reason(
    station: Counter, clerk: Actor, paper: int, copy: CopyRow
) -> None:
    assert "补打" not in words(station.papers.pdf(copy.copy_id))
    station.papers.settle(clerk, copy.copy_id, CopyOutcome.PRINTED)
    for number, reason in ((1, "本人遗失"), (2, "卡纸撕破")):
        again = station.papers.again(clerk, f"again-{number}", paper, f"  {reason} ")
        assert (again.number, again.reason) == (number, reason)
        pdf = station.papers.pdf(again.copy_id)
        assert f"补打第{number}次2026年11月20日原因：{reason}" in words(pdf)
        assert barcodes(station, pdf, 203) == [station.papers.paper(paper).paper_number]
        station.papers.settle(clerk, again.copy_id, CopyOutcome.PRINTED)
    assert [one.number for one in station.papers.paper(paper).copies] == [0, 1, 2]


@pytest.mark.parametrize("reason", ["", "  ", "丢", "丢" * 61])
def test_a_reprint_needs_a_reason(
    station: Counter, clerk: Actor, paper: int, copy: CopyRow, reason: str
) -> None:
    station.papers.settle(clerk, copy.copy_id, CopyOutcome.PRINTED)
    with pytest.raises(BadInput) as caught:
        station.papers.again(clerk, "again", paper, reason)
    assert caught.value.field == "reason"
    assert len(station.papers.paper(paper).copies) == 1


def test_a_reprint_asked_for_twice_is_one(station: Counter, clerk: Actor, paper: int, copy: CopyRow) -> None:
    station.papers.settle(clerk, copy.copy_id, CopyOutcome.PRINTED)
    first = station.papers.again(clerk, "again", paper, "本人遗失")
    settled = station.papers.settle(clerk, first.copy_id, CopyOutcome.PRINTED)
    assert station.papers.again(clerk, "again", paper, "本人遗失") == settled
    assert len(station.papers.paper(paper).copies) == 2


def test_an_original_asked_for_twice_is_one_though_it_was_settled_meanwhile(
    station: Counter, clerk: Actor, paper: int, copy: CopyRow
) -> None:
    settled = station.papers.settle(clerk, copy.copy_id, CopyOutcome.PRINTED)
    assert station.papers.prepare(clerk, "request-0", paper) == settled


def test_reprints_asked_for_at_the_same_moment_are_numbered_one_after_another(
    station: Counter, clerk: Actor, paper: int, copy: CopyRow
) -> None:
    station.papers.settle(clerk, copy.copy_id, CopyOutcome.PRINTED)
    together = threading.Barrier(3)

    def reprint(place: int) -> int:
        together.wait()
        again = station.papers.again(clerk, f"again-{place}", paper, "本人遗失")
        station.papers.settle(clerk, again.copy_id, CopyOutcome.PRINTED)
        return again.number

    with ThreadPoolExecutor(3) as workers:
        numbers = set(workers.map(reprint, range(3)))
    copies = station.papers.paper(paper).copies
    assert [one.number for one in copies] == list(range(len(copies)))
    assert numbers == set(range(1, len(copies)))


def test_what_became_of_a_copy_is_kept_with_its_reason(station: Counter, clerk: Actor, copy: CopyRow) -> None:
    settled = station.papers.settle(clerk, copy.copy_id, CopyOutcome.SPOILED, "  卡纸  撕破 ")
    assert (settled.outcome, settled.outcome_reason) == (CopyOutcome.SPOILED, "卡纸 撕破")
    assert settled.sha256 == copy.sha256


@pytest.mark.parametrize("reason", ["", " ", "坏", "坏" * 61])
def test_a_spoiled_sheet_needs_a_reason(
    station: Counter, clerk: Actor, paper: int, copy: CopyRow, reason: str
) -> None:
    with pytest.raises(BadInput) as caught:
        station.papers.settle(clerk, copy.copy_id, CopyOutcome.SPOILED, reason)
    assert caught.value.field == "reason"
    assert station.papers.paper(paper).copies == (copy,)


def test_saying_the_same_outcome_twice_is_fine(station: Counter, clerk: Actor, copy: CopyRow) -> None:
    first = station.papers.settle(clerk, copy.copy_id, CopyOutcome.PRINTED)
    assert station.papers.settle(clerk, copy.copy_id, CopyOutcome.PRINTED) == first


def test_every_step_of_a_paper_is_in_the_trail(
    station: Counter, clerk: Actor, paper: int, copy: CopyRow, tmp_path: Path
) -> None:
    station.papers.save(clerk, copy.copy_id, tmp_path / "a.pdf")
    again = station.papers.again(clerk, "again", paper, "本人遗失")
    station.papers.settle(clerk, again.copy_id, CopyOutcome.SPOILED, "卡纸撕破")
    assert actions(station, "prepare_paper", "save_paper", "reprint_paper", "settle_paper") == [
        ("prepare_paper", ""),
        ("save_paper", "原件 a.pdf"),
        ("reprint_paper", "本人遗失"),
        ("settle_paper", "补打第1次 作废 卡纸撕破"),
    ]
