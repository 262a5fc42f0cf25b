"""What an application's draft keeps beside the fields: ground, materials and the prepared photo."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop.services.application_rows import ResumedApplication


@dataclass(slots=True)
class State:
    """Everything the clerk has said so far. `photo` is the prepared JPEG, up to some 30 kB."""

    person_id: int | None
    resumes: int | None
    ground: str = ""
    materials: dict[str, str] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)

    def packed(self, photo: bytes | None, source: str) -> dict[str, Any]:
        """Give it as plain data that JSON can hold, photo and all."""
        written = base64.b64encode(photo).decode("ascii") if photo else ""
        return {**asdict(self), "photo": written, "photo_source": source}

    def resume(self, left: ResumedApplication) -> None:
        """Take over an application as it was left."""
        self.ground, self.materials = left.ground, dict(left.materials)
        self.values = {**left.agent, "remark": left.remark, "with_agent": "yes" if left.agent else ""}

    def take_up(self, kept: Mapping[str, Any]) -> tuple[bytes, str]:
        """Take over what `packed` gave; gives the photo, b"" for none, and where it came from."""
        self.ground = str(kept.get("ground", ""))
        self.materials = {str(code): str(state) for code, state in dict(kept.get("materials", {})).items()}
        self.values = {str(name): str(value) for name, value in dict(kept.get("values", {})).items()}
        try:
            photo = base64.b64decode(str(kept.get("photo", "")), validate=True)
        except (binascii.Error, ValueError):
            photo = b""
        return photo, str(kept.get("photo_source", ""))
