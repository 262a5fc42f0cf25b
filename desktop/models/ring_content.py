"""What is sealed under a station key, and how it is written."""

from __future__ import annotations

import json
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Content:
    """What is sealed under the station key, keys by their short names; `made` once there was a database."""

    keys: dict[str, bytes] = field(repr=False)
    current: str
    coming: str
    box: bytes = field(repr=False)
    stations: dict[str, bytes] = field(repr=False)
    made: bool = False


def written(content: Content) -> bytes:
    """Return what is sealed under a station key."""
    return json.dumps(
        {
            "keys": {name: key.hex() for name, key in content.keys.items()},
            "current": content.current,
            "coming": content.coming,
            "box": content.box.hex(),
            "stations": {name: key.hex() for name, key in content.stations.items()},
            "made": content.made,
        }
    ).encode()


def read_content(kept: bytes) -> Content:
    """Read what was sealed under a station key."""
    told = json.loads(kept)
    return Content(
        {str(name): bytes.fromhex(key) for name, key in told["keys"].items()},
        str(told["current"]),
        str(told["coming"]),
        bytes.fromhex(told["box"]),
        {str(name): bytes.fromhex(key) for name, key in told["stations"].items()},
        bool(told.get("made", False)),
    )
