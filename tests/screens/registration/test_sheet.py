"""What the program fills in never replaces what the clerk typed."""

from __future__ import annotations

from desktop.ui.screens.registration.sheet import Sheet, applies


def test_only_empty_fields_and_its_own_are_filled() -> None:
    sheet = Sheet({"reported_by": "self"})
    sheet.values |= {"name": "张三"}
    assert sheet.put({"name": "李四", "phone": "1", "reported_by": "kin"}) == {
        "phone": "1",
        "reported_by": "kin",
    }
    assert sheet.values == {"name": "张三", "phone": "1", "reported_by": "kin"}
    assert sheet.put({"phone": "2"}) == {"phone": "2"}


def test_only_what_still_stands_as_filled_in_is_taken_back() -> None:
    sheet = Sheet({})
    sheet.put({"name": "李四", "phone": "1"})
    sheet.values["phone"] = "2"
    assert sheet.take_back(("name", "phone", "sex")) == {"name": ""}
    assert sheet.by_hand("phone")


def test_an_untouched_sheet_has_defaults_and_fillings_only() -> None:
    sheet = Sheet({"id_kind": "resident"})
    sheet.put({"name": "李四"})
    assert not sheet.touched()
    sheet.values["name"] = "李五"
    assert sheet.touched()


def test_a_landlord_applies_to_a_home_of_somebody_else() -> None:
    assert applies("landlord_name", {"lodging": "rented"})
    assert applies("landlord_phone", {"lodging": "relative"})
    assert not applies("landlord_name", {"lodging": "own"})
    assert not applies("reporter_name", {"reported_by": "self"})
    assert applies("reporter_name", {"reported_by": "landlord"})
