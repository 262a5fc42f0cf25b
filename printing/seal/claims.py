"""What a signed code says of a paper: a small CBOR map with numbers for keys, always written the same way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from printing.seal import cbor
from printing.seal.digests import CODE_BYTES, FIELD_BYTES, WHOLE_BYTES

KIND, NUMBER, STATION, ISSUED, VALID, NAME, WHOLE, FIELDS = range(1, 9)
"""The keys of the map."""

MOST_FIELDS = 8

_EPOCH = date(2000, 1, 1)
_NUMBER_BYTES = 10  # 24 digits
_MOST_NAME = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """Kind (two digits), paper number (24), station (9), the days, the masked name, and the digests.

    `valid_days` counts from the day of issue to the last day on which the paper is valid, that day left out.
    `code` checks the check code, `fields` are the short digests in the order of the kind's fields.
    """

    kind: str
    number: str
    station: str
    issued_on: date
    valid_days: int
    masked_name: str
    whole: bytes
    code: bytes
    fields: tuple[bytes, ...]

    @property
    def valid_until(self) -> date | None:
        """The last day on which the paper is valid; None where it states none."""
        return self.issued_on + timedelta(days=self.valid_days) if self.valid_days else None

    def written(self) -> bytes:
        """Give the map as CBOR in its one canonical form (RFC 8949, 4.2)."""
        return cbor.mapped(
            (
                cbor.number(int(self.kind)),
                cbor.octets(int(self.number).to_bytes(_NUMBER_BYTES, "big")),
                cbor.number(int(self.station)),
                cbor.number((self.issued_on - _EPOCH).days),
                cbor.number(self.valid_days),
                cbor.text(self.masked_name),
                cbor.octets(self.whole),
                cbor.octets(self.code + b"".join(self.fields)),
            ),
            KIND,
        )


def read(content: bytes) -> Claims:
    """Read a map; ValueError for anything that `Claims.written` never gives."""
    it = decoded(content)
    if not isinstance(it, dict) or set(it) != set(range(KIND, FIELDS + 1)):
        raise ValueError("not the map of a paper")
    numbers = (it[KIND], it[STATION], it[ISSUED], it[VALID])
    texts = (it[NUMBER], it[WHOLE], it[FIELDS])
    if not all(type(one) is int and one >= 0 for one in numbers):
        raise ValueError("a number is not a number")
    if not all(type(one) is bytes for one in texts) or type(it[NAME]) is not str:
        raise ValueError("a text is not a text")
    if len(it[NUMBER]) != _NUMBER_BYTES or len(it[WHOLE]) != WHOLE_BYTES or len(it[NAME]) > _MOST_NAME:
        raise ValueError("something is too long or too short")
    short = it[FIELDS][CODE_BYTES:]
    if len(it[FIELDS]) < CODE_BYTES or len(short) % FIELD_BYTES or len(short) > MOST_FIELDS * FIELD_BYTES:
        raise ValueError("the digests have no right length")
    if it[ISSUED] > 65_535 or it[VALID] > 65_535:
        raise ValueError("a day that no paper has")
    claims = Claims(
        kind=f"{it[KIND]:02d}",
        number=f"{int.from_bytes(it[NUMBER], 'big'):024d}",
        station=f"{it[STATION]:09d}",
        issued_on=_EPOCH + timedelta(days=it[ISSUED]),
        valid_days=it[VALID],
        masked_name=it[NAME],
        whole=it[WHOLE],
        code=it[FIELDS][:CODE_BYTES],
        fields=tuple(short[place : place + FIELD_BYTES] for place in range(0, len(short), FIELD_BYTES)),
    )
    if claims.written() != content or not _agree(claims):
        raise ValueError("not written as papers are")
    return claims


def decoded(content: bytes) -> Any:
    """Decode plain CBOR and nothing clever; ValueError for what is none."""
    import cbor2  # here for start-up time

    try:
        return cbor2.loads(
            content,
            max_depth=4,
            allow_indefinite=False,
            allow_duplicate_keys=False,
            semantic_decoders=_NO_TAGS,
        )
    except Exception as error:  # whatever a stranger's bytes make of the decoder
        raise ValueError("not CBOR") from error


def _refuse(*_: Any) -> Any:
    raise ValueError("a paper's code holds no tags")


_NO_TAGS = dict.fromkeys(
    (*range(6), *range(21, 40), 52, 54, 100, *range(256, 262), 1004, 43_000, 55_799), _refuse
)
"""The tags that the decoder would make something clever of."""


def _agree(claims: Claims) -> bool:
    """Tell whether kind and station are those that the paper's own number names."""
    number = claims.number
    return len(number) == 24 and number[:2] == claims.kind and number[2:11] == claims.station
