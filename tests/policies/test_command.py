"""`python -m desktop.policies check` and `decide`, as somebody types them."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import desktop.policies
from desktop.policies.__main__ import main
from desktop.policies.check import check

FOLDER = Path(desktop.policies.__file__).parent
CASE = {
    "place": "370602",
    "day": "2026-11-21",
    "matter": "permit",
    "facts": {
        "hukou_division": "330106",
        "birth_date": "2000-01-01",
        "ground": "employment",
        "spans": [["2026-06-02", None]],
    },
}
CITY = """place = "weihai"
title = "威海"
document = "试"
division = "3710"
effective_from = 2024-01-01

[registration]
min_days = { value = 5, basis = "一" }
"""


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """A copy of the published packs, to be spoilt."""
    folder = tmp_path / "published"
    for path in (*FOLDER.glob("*/*.toml"), FOLDER / "PUBLISHED.sha256"):
        (folder / path.relative_to(FOLDER)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, folder / path.relative_to(FOLDER))
    return folder


def write(folder: Path, text: str, name: str = "weihai/2024-01-01.toml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_published_packs_are_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert capsys.readouterr().out.endswith("个规则包，没有问题。\n")


def test_a_citys_own_pack_is_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, CITY)
    assert main(["check", str(tmp_path)]) == 0
    count = len(list(FOLDER.glob("*/*.toml"))) + 1
    assert capsys.readouterr().out == f"{count}个规则包，没有问题。\n"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("min_days", "mindays", "weihai/2024-01-01.toml:8: registration.mindays: 没有这个键。"),
        ("2024-01-01\n", "2024-13-01\n", "weihai/2024-01-01.toml:5: 不是TOML"),
        ("2024-01-01\n", '"2024-01-01"\n', "weihai/2024-01-01.toml:5: effective_from: 应为日期"),
        ("2024-01-01\n", "2024-01-02\n", "weihai/2024-01-01.toml:5: effective_from: 文件名应为"),
        ("\n\n[", "\neffective_to = 2023-01-01\n\n[", ":6: effective_to: 失效日期早于生效日期。"),
        (', basis = "一"', "", "weihai/2024-01-01.toml:8: registration.min_days: 没有写明依据"),
        ("3710", "3799", "weihai/2024-01-01.toml:4: division: 没有这些区划代码：3799。"),
        ("\n\n[", '\nexcept = ["371099"]\n\n[', ":6: except: 没有这些区划代码：371099。"),
        (
            "min_days = { value = 5",
            'scope = { value = "counties", as_one = [["371002", "371099"]]',
            "weihai/2024-01-01.toml:8: registration.scope: 没有这些区划代码：371099。",
        ),
        (
            "[registration]\nmin_days = ",
            '[zones]\n371099 = { value = ["371002"], basis = "一" }\n[registration]\nmin_days = ',
            "weihai/2024-01-01.toml:8: zones.371099: 没有这些区划代码：371099。",
        ),
        (
            "[registration]\nmin_days = { value = 5",
            '[zones]\n371071 = { value = ["371099"]',
            "weihai/2024-01-01.toml:8: zones.371071: 没有这些区划代码：371099。",
        ),
        (
            "registration]\nmin_days",
            "staffing]\nfull_time_from",
            "weihai/2024-01-01.toml: staffing.residents_per_auxiliary: 2024-01-01与上层规则包合在一起",
        ),
        ('title = "威海"\n', "", "weihai/2024-01-01.toml: title: 缺少这一项。"),
    ],
)
def test_file_line_and_reason_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, told: str
) -> None:
    assert CITY.count(old) >= 1
    write(tmp_path, CITY.replace(old, new, 1))
    assert main(["check", str(tmp_path)]) == 1
    first, last = capsys.readouterr().out.splitlines()
    assert told in first
    assert last.endswith("个规则包，1处问题。")


def test_all_bad_files_are_told_and_the_good_one_is_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, CITY)
    write(tmp_path, CITY, "loose.toml")
    write(tmp_path, "place = ", "a/2024-01-01.toml")
    write(tmp_path, "", "b/2024-01-01.toml")
    (tmp_path / "b/2025-01-01.toml").write_bytes(b"\xff\xfe")
    overlap = CITY.replace("weihai", "jinan").replace("3710", "3701")
    write(tmp_path, overlap, "jinan/2024-01-01.toml")
    assert main(["check", str(tmp_path)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1].endswith("5处问题。")
    assert len(lines) == 6
    assert any(
        "jinan/2024-01-01.toml:5: effective_from: 2028-01-31以前已有规则包在施行" in line for line in lines
    )
    assert not any(line.startswith("weihai") for line in lines)


def test_an_edited_pack_is_told(published: Path) -> None:
    path = published / "shandong/2017-01-01.toml"
    path.write_text(path.read_text(encoding="utf-8") + "# 改\n", encoding="utf-8")
    [problem] = check(None, published).problems
    assert problem.file == "shandong/2017-01-01.toml"
    assert "已发布的规则包不能修改" in str(problem)


def test_a_pack_that_is_gone_or_not_listed_is_told(published: Path) -> None:
    (published / "zhengzhou/2013-11-01.toml").unlink()
    write(published, CITY)
    assert [(each.file, each.key) for each in check(None, published).problems] == [
        ("PUBLISHED.sha256", "zhengzhou/2013-11-01.toml"),
        ("weihai/2024-01-01.toml", "PUBLISHED.sha256"),
    ]


def test_a_street_that_there_is_not_is_told_with_its_line(published: Path) -> None:
    path = published / "jinan-hukou/2017-08-01.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"370112009"', '"370112999"'), encoding="utf-8")
    told = {(each.key, each.line is not None) for each in check(None, published).problems}
    assert told == {("PUBLISHED.sha256", False), ("历城区王舍人街道", True)}


def test_a_broken_list_is_told_by_line(published: Path) -> None:
    (published / "PUBLISHED.sha256").write_text("abc\n", encoding="utf-8")
    problems = check(None, published).problems
    assert (problems[0].file, problems[0].line) == ("PUBLISHED.sha256", 1)
    (published / "PUBLISHED.sha256").unlink()
    assert "读不出来" in str(check(None, published).problems[0])


def decided(capsys: pytest.CaptureFixture[str], tmp_path: Path, case: Any) -> Any:
    path = tmp_path / "case.json"
    path.write_text(json.dumps(case), encoding="utf-8")
    assert main(["decide", str(path)]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_answer_is_printed_with_every_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer = decided(capsys, tmp_path, CASE)
    assert (answer["outcome"], answer["words"]) == ("not_eligible", "不能申领")
    assert (answer["date"], answer["estimated"]) == ("2026-12-02", False)
    assert answer["policy"] == "national@2021-10-01+shandong@2017-01-01"
    [missing] = [each for each in answer["findings"] if not each["met"]]
    assert missing == {
        "code": "months_registered",
        "met": False,
        "fact": "登记于2026-06-02，满半年为2026-12-02。",
        "basis": "《山东省流动人口服务管理暂行办法》第九条",
        "change": "2026-12-02起可以申领。",
        "verified": False,
        "note": missing["note"],
    }
    assert [layer["place"] for layer in answer["layers"]] == ["national", "shandong"]


def test_a_list_of_cases_gives_a_list_of_answers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chinese = {
        **CASE,
        "matter": "申领居住证",
        "facts": {"常住户口": "330106", "出生": "2000-01-01", "条件": "合法稳定就业", "登记": "2026-06-02起"},
    }
    first, second = decided(capsys, tmp_path, [CASE, chinese])
    assert first == second
    assert decided(capsys, tmp_path, []) == []


def test_the_citys_own_packs_count_where_they_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "own"
    write(folder, CITY)
    write(folder, "place = ", "x/2024-01-01.toml")
    (tmp_path / "case.json").write_text(json.dumps({**CASE, "place": "371002"}), encoding="utf-8")
    assert main(["decide", str(tmp_path / "case.json"), "--folder", str(folder)]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["policy"].endswith("+weihai@2024-01-01")
    assert "x/2024-01-01.toml" in told.err, "the one that was refused is told"


def test_standard_input_is_read_and_chinese_is_kept() -> None:
    text = "\ufeff" + json.dumps(CASE)
    run = subprocess.run(
        [sys.executable, "-m", "desktop.policies", "decide", "-"],
        input=text.encode(),
        capture_output=True,
        check=True,
        env={"PYTHONIOENCODING": "ascii", "PATH": ""},
    )
    assert "不能申领" in run.stdout.decode("utf-8")
    assert run.stderr == b""


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "不是JSON"),
        (b"{", "不是JSON"),
        (b"[" * 100_000, "不是JSON"),
        (b"\xff\xfe{\x00}\x00", "不是UTF-8编码的文字"),
        (b"1", "一个案例应写成有place、day、matter、facts的对象"),
        (b"[1]", "第1个案例：一个案例应写成"),
        (b"{}", "缺少place"),
        (b'{"place": "370602", "day": "2026-11-21", "matter": "permit"}', "缺少facts"),
        ({"extra": 1}, "没有extra这一项"),
        ({"day": "2026-02-30"}, "日历上没有这一天"),
        ({"day": 20260602}, "应写成2026-06-02这样的日期"),
        ({"day": "0001-01-01"}, "年份应在1850与2199之间"),
        ({"day": "1900-01-01"}, "没有1900-01-01有效的全国规则包"),
        ({"place": "济南"}, "地点“济南”应为6至12位区划代码"),
        ({"place": "37"}, "应为6至12位区划代码"),
        ({"matter": "租房"}, "没有“租房”这个事项，可以是：居住登记（registration）"),
        ({"facts": []}, "facts应为对象"),
        ({"facts": {}}, "缺少“出生”（birth_date）"),
        ({"facts": {**CASE["facts"], "年龄": 3}}, "没有“年龄”这项事实，可以是：证件（id_kind）"),
        ({"facts": {**CASE["facts"], "条件": "study"}}, "“条件”写了两次"),
        ({"facts": {**CASE["facts"], "ground": "喜欢"}}, "可以是：合法稳定就业、合法稳定住所、连续就读"),
        ({"facts": {**CASE["facts"], "spans": [["2026-06-02"]]}}, "应写成2026-01-01至2026-05-01"),
        ({"facts": {**CASE["facts"], "has_permit": "maybe"}}, "应为是或否"),
        ({"facts": {**CASE["facts"], "birth_date": "2027-01-01"}}, "“判断日”2026-11-21早于“出生”2027-01-01"),
        ({"facts": {**CASE["facts"], "hukou_division": "33"}}, "应为6位区划代码"),
        (b'{"place": "370602", "place": "370602"}', "“place”写了两次"),
    ],
)
def test_bad_input_ends_with_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | dict[str, Any], told: str
) -> None:
    path = tmp_path / "case.json"
    raw = content if isinstance(content, bytes) else json.dumps({**CASE, **content}).encode()
    path.write_bytes(raw)
    assert main(["decide", str(path)]) == 2
    streams = capsys.readouterr()
    assert told in streams.err
    assert streams.err.count("\n") == 1
    assert streams.out == ""


def test_a_bad_case_of_a_list_is_told_by_its_number(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "case.json"
    path.write_text(json.dumps([CASE, {**CASE, "matter": "x"}]), encoding="utf-8")
    assert main(["decide", str(path)]) == 2
    assert capsys.readouterr().err.startswith("第2个案例：没有“x”这个事项")


@pytest.mark.parametrize("arguments", [["decide", "/nowhere.json"], ["decide", "/"], ["check", "/nowhere"]])
def test_a_file_that_is_not_there_is_told(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    streams = capsys.readouterr()
    assert streams.err.startswith(("读不了", "没有这个文件夹"))


def test_half_a_character_is_told_without_a_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "case.json"
    path.write_text(json.dumps({**CASE, "matter": "\ud83d"}), encoding="utf-8")
    told = io.BytesIO()
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(told, encoding="ascii"))
    assert main(["decide", str(path)]) == 2
    sys.stderr.flush()
    assert told.getvalue().decode("utf-8").startswith("没有“\\ud83d”这个事项")
