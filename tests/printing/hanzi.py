"""The hanzi that a name may be written with, block by block: GB 18030-2022 level 3, and Extension I."""

from __future__ import annotations

LEVEL_3 = {
    "URO": range(0x4E00, 0x9FEF + 1),
    "A": range(0x3400, 0x4DB5 + 1),
    "B": range(0x20000, 0x2A6D6 + 1),
    "C": range(0x2A700, 0x2B734 + 1),
    "D": range(0x2B740, 0x2B81D + 1),
    "E": range(0x2B820, 0x2CEA1 + 1),
    "F": range(0x2CEB0, 0x2EBE0 + 1),
    "compatibility": tuple(map(ord, "﨎﨏﨑﨓﨔﨟﨡﨣﨤﨧﨨﨩")),
}
EXTENSION_I = range(0x2EBF0, 0x2EE5D + 1)
BLOCKS = {**LEVEL_3, "I": EXTENSION_I}
ALL = "".join(chr(code) for block in BLOCKS.values() for code in block)


def sample(step: int = 97) -> str:
    """The first, the last and every `step`th of each block."""
    return "".join(chr(code) for block in BLOCKS.values() for code in (*block[::step], block[-1]))
