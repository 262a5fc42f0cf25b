"""Write the checksum list and the coverage table again after the shipped fonts have changed."""

from __future__ import annotations

import hashlib
import lzma
import tempfile
from pathlib import Path

from printing.fonts.coverage import TABLE, characters_of, table
from printing.fonts.files import BODY, HEADING, NAMES, PACKED, RARE, UNPACKED


def main() -> None:
    """Unpack every font, and write what it is and what it can draw."""
    packed_lines, unpacked_lines, drawn = [], [], {}
    with tempfile.TemporaryDirectory() as folder:
        for name in NAMES:
            packed = (PACKED / f"{name}.ttf.xz").read_bytes()
            content = lzma.decompress(packed)
            packed_lines.append(f"{hashlib.sha256(packed).hexdigest()}  {name}.ttf.xz")
            unpacked_lines.append(f"{hashlib.sha256(content).hexdigest()} {len(content)} {name}.ttf")
            target = Path(folder) / f"{name}.ttf"
            target.write_bytes(content)
            drawn[name] = characters_of(target)
    rare = frozenset[int]().union(*(drawn[name] for name in RARE))
    TABLE.write_text(table((drawn[BODY] | rare) & (drawn[HEADING] | rare)), "ascii")
    (PACKED / "SHA256SUMS").write_text("\n".join([*packed_lines, ""]), "ascii")
    UNPACKED.write_text("\n".join([*unpacked_lines, ""]), "ascii")


if __name__ == "__main__":
    main()
