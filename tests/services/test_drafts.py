from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from desktop.domain.errors import EnvironmentTrouble
from desktop.services.counter import STATION_FILE, Counter
from desktop.services.ports import Folders
from desktop.services.rows import Actor
from tests import servers

FORM = json.dumps({"name": "李𬍛", "focus": "phone", "cursor": 4}, ensure_ascii=False)


def test_a_draft_comes_back_as_it_was_left(station: Counter, clerk: Actor) -> None:
    station.drafts.save(clerk, "d", "registration", "李𬍛", FORM)
    [draft] = station.drafts.open(clerk)
    assert (draft.draft_id, draft.form, draft.subject, draft.payload) == ("d", "registration", "李𬍛", FORM)
    assert draft.saved_at.tzinfo is not None


def test_saving_again_keeps_only_the_newest_state(station: Counter, clerk: Actor, clock: Any) -> None:
    for cursor in range(5):
        clock.moment += timedelta(seconds=1)
        station.drafts.save(clerk, "d", "registration", f"{cursor}", json.dumps({"cursor": cursor}))
    [draft] = station.drafts.open(clerk)
    assert (draft.subject, json.loads(draft.payload)) == ("4", {"cursor": 4})
    assert draft.saved_at == clock.moment


def test_drafts_are_listed_newest_first(station: Counter, clerk: Actor, clock: Any) -> None:
    for name in ("a", "b", "c", "a"):
        clock.moment += timedelta(seconds=1)
        station.drafts.save(clerk, name, "registration", "", "{}")
    assert [draft.draft_id for draft in station.drafts.open(clerk)] == ["a", "c", "b"]


def test_a_clerk_finds_the_own_drafts_at_any_counter_and_nobody_elses(
    station: Counter, clerk: Actor, template: Any
) -> None:
    elsewhere = replace(clerk, counter_number=8)
    station.drafts.save(clerk, "mine", "registration", "", "{}")
    station.drafts.save(elsewhere, "elsewhere", "registration", "", "{}")
    station.drafts.save(template.other, "theirs", "registration", "", "{}")
    for counter, day in ((clerk, "day of 3"), (elsewhere, "day of 8")):
        station.drafts.save(counter, day, "end_day", "", "{}")  # each counter ends its own day
    assert {draft.draft_id for draft in station.drafts.open(clerk)} == {"mine", "elsewhere", "day of 3"}
    assert {draft.draft_id for draft in station.drafts.open(elsewhere)} == {"mine", "elsewhere", "day of 8"}


def test_a_finished_draft_is_gone_and_going_twice_is_fine(station: Counter, clerk: Actor) -> None:
    station.drafts.save(clerk, "d", "registration", "", "{}")
    station.drafts.discard("d")
    station.drafts.discard("d")
    assert station.drafts.open(clerk) == ()


def test_a_draft_is_there_after_the_program_was_opened_again(
    station: Counter, clerk: Actor, folders: Folders, clock: Any
) -> None:
    station.drafts.save(clerk, "d", "registration", "", FORM)
    station.close()
    again = servers.again(station, folders, clock)
    try:
        assert [draft.payload for draft in again.drafts.open(clerk)] == [FORM]
    finally:
        again.close()


@pytest.mark.parametrize("length", [0, 1, 200_000])
def test_a_form_of_any_length_is_kept_whole(station: Counter, clerk: Actor, length: int) -> None:
    payload = json.dumps({"remark": "长\U0002ceda'\"\\" * length}, ensure_ascii=False)
    station.drafts.save(clerk, "d", "registration", "名" * 500, payload)
    [draft] = station.drafts.open(clerk)
    assert draft.payload == payload
    assert draft.subject == "名" * 400


@pytest.mark.file_only
def test_what_is_being_typed_is_nowhere_readable_on_the_disk(
    station: Counter, clerk: Actor, folders: Folders
) -> None:
    station.drafts.save(clerk, "d", "registration", "", json.dumps({"name": "SECRET-NAME"}))
    station.office.database.link.checkpoint()
    files = [path for path in folders.data.rglob("*") if path.is_file()]
    assert folders.data / STATION_FILE in files
    assert not [path for path in files if b"SECRET-NAME" in path.read_bytes()]


def test_a_draft_that_could_not_be_saved_leaves_the_last_one(
    station: Counter, clerk: Actor, read_only: Callable[[Counter], Any]
) -> None:
    station.drafts.save(clerk, "d", "registration", "", FORM)
    with read_only(station), pytest.raises(EnvironmentTrouble, match="已填内容保留"):
        station.drafts.save(clerk, "d", "registration", "", "{}")
    assert [draft.payload for draft in station.drafts.open(clerk)] == [FORM]
