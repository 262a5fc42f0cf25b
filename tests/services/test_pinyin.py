"""Names are found by any reading, the surname's own first."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.pinyin import MOST, _all_readings, initials, readings

POLYPHONIC = [
    ("单雄信", "shanxiongxin", "sxx"),
    ("仇英", "qiuying", "qy"),
    ("解晓东", "xiexiaodong", "xxd"),
    ("查良镛", "zhaliangyong", "zly"),
    ("区寄", "ouji", "oj"),
    ("朴树", "piaoshu", "ps"),
    ("翟志刚", "zhaizhigang", "zzg"),
    ("曾国藩", "zengguofan", "zgf"),
    ("盖叫天", "gejiaotian", "gjt"),
    ("缪荃孙", "miaoquansun", "mqs"),
    ("员半千", "yunbanqian", "ybq"),
    ("折从阮", "shecongruan", "scr"),
    ("种师道", "chongshidao", "csd"),
    ("洗星海", "xianxinghai", "xxh"),
    ("覃琴", "qinqin", "qq"),
    ("尉迟恭", "yuchigong", "ycg"),
    ("万俟卨", "moqixie", "mqx"),
    ("尉健行", "weijianxing", "wjx"),
    ("繁钦", "poqin", "pq"),
    ("乐毅", "yueyi", "yy"),
    ("卜算子", "busuanzi", "bsz"),
    ("黑敬", "hejing", "hj"),
    ("任长霞", "renchangxia", "rcx"),
    ("华罗庚", "hualuogeng", "hlg"),
    ("宁浩", "ninghao", "nh"),
    ("应采儿", "yingcaier", "yce"),
    ("纪晓岚", "jixiaolan", "jxl"),
    ("乜国华", "nieguohua", "ngh"),
    ("召信臣", "shaoxinchen", "sxc"),
    ("盛宣怀", "shengxuanhuai", "sxh"),
    ("车万育", "chewanyu", "cwy"),
    ("牟其中", "muqizhong", "mqz"),
    ("祭遵", "zhaizun", "zz"),
    ("隗嚣", "kuixiao", "kx"),
    ("谌龙", "chenlong", "cl"),
    ("能元皓", "nai" + "yuanhao", "nyh"),
    ("柏杨", "boyang", "by"),
    ("贲友林", "benyoulin", "byl"),
    ("钭元", "touyuan", "ty"),
    ("长孙无忌", "zhangsunwuji", "zswj"),
    ("单于", "chanyu", "cy"),
    ("令狐冲", "linghuchong", "lhc"),
    ("澹台灭明", "tantaimieming", "ttmm"),
    ("亓官蓉", "qiguanrong", "qgr"),
    ("乐正绫", "yuezhengling", "yzl"),
]


@pytest.mark.parametrize(("name", "full", "letters"), POLYPHONIC)
def test_a_surname_is_read_as_a_surname(name: str, full: str, letters: str) -> None:
    assert full in readings(name)
    assert letters in initials(name)


def test_the_common_misreading_finds_the_person_too() -> None:
    assert {"shanxiongxin", "danxiongxin"} <= readings("单雄信")
    assert {"linghuchong"} <= readings("令狐冲")
    assert {"shanyu", "chanyu"} <= readings("单于")


def test_every_reading_of_a_given_name_is_indexed() -> None:
    assert {"zhangle", "zhangyue"} <= readings("张乐")
    assert {"wangchang", "wangzhang"} <= readings("王长")


def test_u_umlaut_is_v_and_lve_may_also_be_lue() -> None:
    assert "lvbu" in readings("吕布")
    assert {"lvlve", "lvlue"} <= readings("吕略")


def test_dots_and_spaces_are_left_out_and_a_long_minority_name_keeps_its_usual_reading() -> None:
    name = "买买提·阿不都热依木"
    assert "maimaitiabudureyimu" in readings(name) | readings(name.replace("·", " "))
    assert readings(name) == readings("买买提 阿不都热依木") == readings("买买提阿不都热依木")
    assert "mmtabdrym" in initials(name)


def test_latin_letters_are_kept_and_a_word_gives_one_initial() -> None:
    assert readings("María-José 李") == {"mariajoseli"}
    assert initials("María José 李") == {"mjl"}
    assert readings("ＡＮＮＡ") == {"anna"}


def test_rare_characters_are_read_where_a_reading_is_known_and_passed_over_where_not() -> None:
    assert readings("𬍛䶮") == {"liyan"}
    assert "wang" in readings("王\U0003134a")
    assert readings("\U0003134a") == frozenset()


@pytest.mark.parametrize("name", ["", " ", "··", "123", "、。"])
def test_a_name_with_nothing_to_read_gives_nothing(name: str) -> None:
    assert readings(name) == initials(name) == frozenset()


@given(st.text(max_size=80) | st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=80))
def test_no_name_is_refused_and_readings_are_few_and_plain(name: str) -> None:
    for found in (readings(name), initials(name)):
        assert len(found) <= MOST
        assert all(reading and set(reading) <= set("abcdefghijklmnopqrstuvwxyz") for reading in found)


def test_a_character_by_itself_has_the_readings_that_pypinyin_gives_it() -> None:
    import pypinyin
    from pypinyin.constants import PINYIN_DICT

    for character in [*map(chr, sorted(PINYIN_DICT)[::3]), "A", "é", "·", "1", "\U0003134a"]:
        given = pypinyin.pinyin(
            character, style=pypinyin.Style.NORMAL, heteronym=True, errors="ignore", v_to_u=False
        )
        assert [list(_all_readings(character))] == (given or [[]]), character


def test_pypinyin_is_not_loaded_before_the_first_name() -> None:
    code = "import sys, desktop.services.pinyin; sys.exit('pypinyin' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_dictionaries_read_in_slices_are_the_ones_read_whole() -> None:
    program = (
        "import json\n"
        "from importlib.util import find_spec\n"
        "from pathlib import Path\n"
        "from desktop.services import pinyin_dictionary\n"
        "pinyin_dictionary.load()\n"
        "from pypinyin.constants import PHRASES_DICT, PINYIN_DICT\n"
        "folder = Path(find_spec('pypinyin').submodule_search_locations[0])\n"
        "phrases = json.loads((folder / 'phrases_dict.json').read_text('utf-8'))\n"
        "characters = json.loads((folder / 'pinyin_dict.json').read_text('utf-8'))\n"
        "print(phrases == PHRASES_DICT, {int(code): read for code, read in characters.items()} == PINYIN_DICT)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "True"]
