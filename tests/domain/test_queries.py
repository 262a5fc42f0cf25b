from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.queries import QueryKind, read_query


@pytest.mark.parametrize(
    ("typed", "kind", "text"),
    [
        ("370102199001011231", QueryKind.ID, "370102199001011231"),
        (" 11010519491231002x\n", QueryKind.ID, "11010519491231002X"),
        ("３７０１０２１９９００１０１１２３１", QueryKind.ID, "370102199001011231"),
        ("370102199001", QueryKind.ID, "370102199001"),
        ("370102", QueryKind.ID, "370102"),
        ("CAN110181010115", QueryKind.ID, "CAN110181010115"),
        ("E12345678", QueryKind.ID, "E12345678"),
        ("3701120072026112103015", QueryKind.CASE, "3701120072026112103015"),
        ("370112 007 20261121 03 015", QueryKind.CASE, "3701120072026112103015"),
        ("123701120072026112103015", QueryKind.PAPER, "123701120072026112103015"),
        ("13812345678", QueryKind.PHONE, "13812345678"),
        ("+86 138 1234 5678", QueryKind.PHONE, "13812345678"),
        ("身份证：371321199002140028 单雨桐", QueryKind.ID, "371321199002140028"),
        ("0531-88881234", QueryKind.PHONE, "0531-88881234"),
        ("01088881234", QueryKind.PHONE, "010-88881234"),
        ("+852 2123 4567", QueryKind.PHONE, "+85221234567"),
        ("张三", QueryKind.NAME, "张三"),
        ("张　三", QueryKind.NAME, "张三"),
        ("张三\t", QueryKind.NAME, "张三"),
        ("张\u200b三\u202c", QueryKind.NAME, "张三"),
        ("张\x00三", QueryKind.NAME, "张三"),
        ("JOHN\u2028SMITH", QueryKind.PINYIN, "john smith"),
        ("\u202d138\u200b1234\u20605678\u202c", QueryKind.PHONE, "13812345678"),
        ("\ufeff370102199001011231\x00", QueryKind.ID, "370102199001011231"),
        ("\x00", QueryKind.NOTHING, ""),
        ("𠮷", QueryKind.NAME, "𠮷"),
        ("阿卜杜拉•买买提", QueryKind.NAME, "阿卜杜拉·买买提"),
        ("zhangsan", QueryKind.PINYIN, "zhangsan"),
        ("Zhang  San", QueryKind.PINYIN, "zhang san"),
        ("zs", QueryKind.PINYIN, "zs"),
        ("lü", QueryKind.PINYIN, "lv"),
        ("xi'an", QueryKind.PINYIN, "xi'an"),
        ("", QueryKind.NOTHING, ""),
        ("   ", QueryKind.NOTHING, ""),
        ("12", QueryKind.NOTHING, "12"),
        ("?!", QueryKind.NOTHING, "?!"),
    ],
)
def test_one_box_tells_what_is_looked_for(typed: str, kind: QueryKind, text: str) -> None:
    query = read_query(typed)
    assert (query.kind, query.text) == (kind, text)


@given(st.text(max_size=40))
def test_reading_a_query_never_fails(typed: str) -> None:
    assert read_query(typed).kind in QueryKind
