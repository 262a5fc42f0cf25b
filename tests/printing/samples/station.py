"""The station that the samples come from."""

from __future__ import annotations

from datetime import date

CASE = "3701020012026112101001"
STATION = {
    "case_number": CASE,
    "station_name": "济南市公安局历下区分局解放路派出所",
    "station_phone": "0531-81234567",
    "station_address": "济南市历下区解放路89号",
    "clerk": "张晓梅",
    "counter_number": 1,
    "issued_on": date(2026, 11, 21),
    "practice": False,
}
