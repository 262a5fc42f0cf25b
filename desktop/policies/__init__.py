"""The law as data: every rule pack ever published, and the calendar of working days."""

from __future__ import annotations

from desktop.policies.book import PolicyBook
from desktop.policies.calendars import CalendarError, load_calendar
from desktop.policies.packs import PackError

__all__ = ["CalendarError", "PackError", "PolicyBook", "load_calendar"]
