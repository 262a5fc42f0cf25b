"""The day's log as one statement: its columns, its Chinese labels, and cells made safe for spreadsheets.

Everything is done in SQL, so that an export is the driver's cursor poured into a file.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Integer,
    Select,
    String,
    and_,
    bindparam,
    case,
    func,
    literal,
    or_,
    select,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import aliased
from sqlalchemy.sql.functions import FunctionElement

from desktop.domain.errors import Sentence, sentence
from desktop.models.prepared import Prepared
from desktop.models.tables import JournalEntry, Person

HEADINGS = (
    "序号",
    "时间",
    "日期",
    "窗口",
    "经办人",
    "事项",
    "姓名",
    "证件号码",
    "受理号",
    "单据编号",
    "事由",
    "内容",
    "校验值",
)
"""The columns' headings; the log is a Chinese paper whatever the screen speaks. 序号 counts within a counter."""

ACTIONS: dict[str, Sentence] = {
    "look_up": sentence("log", "查询"),
    "view_person": sentence("log", "查看人员"),
    "view_paper": sentence("log", "查看单据"),
    "compare_paper": sentence("log", "比较单据与现在的登记"),
    "show_number": sentence("log", "显示完整证件号码"),
    "register_residence": sentence("log", "居住登记"),
    "tell_entitlements": sentence("log", "出具权益和便利告知单"),
    "tell_hukou_assessment": sentence("log", "出具落户条件测算告知书"),
    "permit_accepted": sentence("log", "受理居住证申领"),
    "permit_awaiting_materials": sentence("log", "一次性告知补材料"),
    "permit_refused": sentence("log", "不予受理居住证申领"),
    "view_permit": sentence("log", "查看居住证"),
    "endorse_permit": sentence("log", "居住证签注"),
    "restore_permit": sentence("log", "补办签注，恢复居住证使用功能"),
    "begin_day": sentence("log", "开始当日工作"),
    "suspend_permit": sentence("log", "中止居住证使用功能"),
    "change_permit_address": sentence("log", "变更居住证地址"),
    "declare_permit_lost": sentence("log", "居住证挂失"),
    "find_permit": sentence("log", "撤销居住证挂失"),
    "replacement_accepted": sentence("log", "受理居住证换领补领"),
    "cancel_permit": sentence("log", "注销居住证"),
    "withdraw_case": sentence("log", "办件随注销撤回"),
    "withdraw_application": sentence("log", "申请人撤回办件"),
    "leave_residence": sentence("log", "离开居住地注销"),
    "propose_correction": sentence("log", "提出登记内容更正"),
    "approve_correction": sentence("log", "更正登记内容"),
    "deny_correction": sentence("log", "不予更正登记内容"),
    "receive_blanks": sentence("log", "空白证入库"),
    "move_blanks": sentence("log", "空白证发窗口"),
    "take_back_blanks": sentence("log", "空白证收回"),
    "return_blanks": sentence("log", "空白证退回"),
    "spoil_blank": sentence("log", "空白证作废"),
    "reserve_blank": sentence("log", "预留空白证"),
    "print_card": sentence("log", "打印居住证"),
    "save_card": sentence("log", "居住证存为PDF"),
    "release_blank": sentence("log", "空白证退回窗口"),
    "produce_permit": sentence("log", "制作居住证"),
    "spoil_permit": sentence("log", "居住证作废重制"),
    "add_photo": sentence("log", "补充相片"),
    "view_case": sentence("log", "查看办件"),
    "grant_case": sentence("log", "审核通过"),
    "deny_case": sentence("log", "不予签发"),
    "send_back_case": sentence("log", "退回补正"),
    "submit_case_again": sentence("log", "重新提交"),
    "confirm_password": sentence("log", "批量审核前核验密码"),
    "hand_over_permit": sentence("log", "发放居住证"),
    "permit_replaced": sentence("log", "旧证换发新证"),
    "call_holder": sentence("log", "电话通知领取"),
    "show_phone": sentence("log", "显示完整电话号码"),
    "list_blanks": sentence("log", "出具证件空白结存表"),
    "list_production": sentence("log", "出具制证清单"),
    "set_counter_printer": sentence("log", "修改打印设置"),
    "print_test_page": sentence("log", "打印测试页"),
    "set_station_setting": sentence("log", "修改本所设置"),
    "set_connection": sentence("log", "设置服务器连接"),
    "move_begun": sentence("log", "开始把本机数据迁入派出所"),
    "move_done": sentence("log", "本机数据已迁入派出所"),
    "move_given_up": sentence("log", "没有迁入派出所"),
    "move_to_station": sentence("log", "窗口数据迁入"),
    "move_trail_head": sentence("log", "迁入窗口的留痕链首"),
    "move_same_person": sentence("log", "迁入时合并同一人"),
    "move_account": sentence("log", "迁入时建立账号（无密码）"),
    "list_uncollected": sentence("log", "出具未领居住证通知清单"),
    "tell_privacy": sentence("log", "出具个人信息处理告知书"),
    "tell_collection": sentence("log", "出具居住证领取凭证"),
    "list_staff": sentence("log", "出具人员配备测算表"),
    "prepare_paper": sentence("log", "生成单据"),
    "print_paper": sentence("log", "打印单据"),
    "cancel_print": sentence("log", "取消打印任务"),
    "view_conflict": sentence("log", "查看待核对的离线业务"),
    "apply_conflict": sentence("log", "补办离线业务"),
    "void_conflict": sentence("log", "作废离线单据"),
    "settle_paper": sentence("log", "确认打印结果"),
    "reprint_paper": sentence("log", "补打单据"),
    "save_paper": sentence("log", "单据存为文件"),
    "end_day": sentence("log", "日结"),
    "export_log": sentence("log", "导出台账"),
    "export_failed": sentence("log", "导出台账未完成"),
    "sign_in": sentence("log", "登录"),
    "sign_in_offline": sentence("log", "登录（服务器连不上）"),
    "sign_in_failed": sentence("log", "登录未成（密码不对）"),
    "second_factor_failed": sentence("log", "登录未成（第二要素不对）"),
    "register_factor": sentence("log", "登记第二要素"),
    "end_factor": sentence("log", "停用本人第二要素"),
    "revoke_factor": sentence("log", "停用他人第二要素"),
    "set_factor_rule": sentence("log", "修改第二要素规定"),
    "unlock_failed": sentence("log", "解锁未成（密码不对）"),
    "confirm_failed": sentence("log", "核验密码未成"),
    "right_refused": sentence("log", "无权限，未办理"),
    "change_own_password": sentence("log", "修改本人密码"),
    "add_staff": sentence("log", "添加人员"),
    "change_staff": sentence("log", "修改人员"),
    "give_role": sentence("log", "授予身份"),
    "take_right": sentence("log", "停用权限"),
    "give_back_right": sentence("log", "恢复权限"),
    "disable_staff": sentence("log", "停用人员"),
    "enable_staff": sentence("log", "启用人员"),
    "reset_password": sentence("log", "重置密码"),
    "set_password_rule": sentence("log", "修改密码规定"),
    "sign_out": sentence("log", "退出"),
    "taken_over": sentence("log", "换人退出"),
    "lock": sentence("log", "锁屏"),
    "unlock": sentence("log", "解锁"),
    "set_up": sentence("log", "设立派出所"),
    "make_seal_key": sentence("log", "生成核验密钥"),
    "retire_seal_key": sentence("log", "更换核验密钥"),
    "revoke_seal_key": sentence("log", "吊销核验密钥"),
    "export_seal_keys": sentence("log", "导出公钥文件"),
    "import_seal_keys": sentence("log", "导入公钥文件"),
    "export_ended_papers": sentence("log", "导出失效单据名单"),
    "import_ended_papers": sentence("log", "导入失效单据名单"),
    "verify_paper": sentence("log", "核验单据"),
    "check_trail": sentence("log", "核验留痕"),
    "check_trail_file": sentence("log", "核验留痕文件"),
    "archive_trail": sentence("log", "留痕归档"),
    "read_trail": sentence("log", "查阅留痕"),
    "clock_changed": sentence("log", "时钟变动"),
    "program_failed": sentence("log", "程序出错"),
    "tell_own_data": sentence("log", "出具本人信息查阅单"),
    "view_own_data": sentence("log", "查阅本人信息"),
    "copy_number": sentence("log", "复制完整号码到剪贴板"),
    "set_retention": sentence("log", "修改保存期限"),
    "preview_purge": sentence("log", "预览到期清除"),
    "prepare_purge": sentence("log", "编制清除单"),
    "ask_deletion": sentence("log", "本人申请删除个人信息"),
    "approve_purge": sentence("log", "批准清除"),
    "refuse_purge": sentence("log", "不批准清除"),
    "purge_person": sentence("log", "清除个人信息"),
    "purge_kept": sentence("log", "清除时保留"),
    "purge_done": sentence("log", "清除完成"),
    "data_moved": sentence("log", "数据来自另一台电脑"),
    "make_backup": sentence("log", "备份数据"),
    "backup_failed": sentence("log", "备份未成"),
    "try_backup": sentence("log", "恢复演练"),
    "list_drill": sentence("log", "出具恢复检验记录"),
    "restore_backup": sentence("log", "准备从备份恢复"),
    "restored_backup": sentence("log", "从备份恢复"),
    "give_up_restoring": sentence("log", "取消从备份恢复"),
    "set_backup_plan": sentence("log", "修改备份安排"),
    "set_station_secret": sentence("log", "设置开机口令"),
    "make_recovery_key": sentence("log", "生成恢复密钥"),
    "print_recovery_key": sentence("log", "打印恢复密钥"),
    "start_unasked": sentence("log", "允许免口令启动"),
    "start_asked": sentence("log", "停用免口令启动"),
    "add_key_token": sentence("log", "登记保管密钥的密钥盘"),
    "take_station_key": sentence("log", "用恢复密钥取得本所密钥"),
    "drop_key_token": sentence("log", "停用保管密钥的密钥盘"),
    "renew_keys": sentence("log", "更换数据库密钥"),
    "encrypted_anew": sentence("log", "数据库已重新加密"),
    "set_calendar_day": sentence("log", "修改工作日历"),
    "clear_calendar_day": sentence("log", "恢复工作日历"),
    "import_calendar_notice": sentence("log", "导入放假安排"),
}
"""What the trail's actions are called. One that is not here is shown by its own name."""

DANGEROUS = "=+-@\t\r\n＝＋－＠"
"""What a spreadsheet may take for the beginning of a formula (OWASP, CSV injection)."""
DIGITS = "0123456789"
LONG = 12
"""A number of so many digits loses its last ones in a spreadsheet unless something keeps it text."""
_STARS = "*" * 40

_known = aliased(Person)
_current = aliased(Person)
_row = func.coalesce(
    JournalEntry.person_row,
    select(_current.id).where(_current.current_id == JournalEntry.person_id).scalar_subquery(),
)


def statement(*, whole_numbers: bool, cells_too: bool) -> Prepared:
    """Return the statement for a span: 13 columns safe for CSV, before them the plain ones if `cells_too`.

    Its values are `first` and `last`, both days included. Of a person the name and number are those of the
    version that the entry speaks of, or the present ones where it speaks of none.
    """
    return _STATEMENTS[whole_numbers, cells_too]


COUNT = Prepared(
    select(func.count().label("rows"))
    .select_from(JournalEntry)
    .where(JournalEntry.on_date.between(bindparam("first"), bindparam("last")))
)


def _select(*, whole_numbers: bool, cells_too: bool) -> Select[Any]:
    number = _known.id_number
    shown_number = number if whole_numbers else masked(number)
    plain: list[Any] = [
        JournalEntry.sequence,
        JournalEntry.local_time,
        JournalEntry.on_date,
        JournalEntry.counter_number,
        JournalEntry.staff_name,
        case(
            {action: str(name) for action, name in ACTIONS.items()},
            value=JournalEntry.action,
            else_=JournalEntry.action,
        ),
        _known.name,
        shown_number,
        JournalEntry.case_number,
        JournalEntry.paper_number,
        JournalEntry.matter,
        JournalEntry.detail,
        JournalEntry.hash,
    ]
    safe = list(plain)
    for place in (4, 6, 10, 11):
        safe[place] = safe_text(plain[place])
    safe[7] = safe_number(number, shown_number)
    for place in (8, 9):
        safe[place] = safe_number(plain[place])
    shown = [*plain, *safe] if cells_too else safe
    return (
        select(*(column.label(f"c{place}") for place, column in enumerate(shown)))
        .select_from(JournalEntry)
        .outerjoin(_known, _known.id == _row)
        .where(JournalEntry.on_date.between(bindparam("first"), bindparam("last")))
        .order_by(JournalEntry.on_date, JournalEntry.id)
    )


class position(FunctionElement[int]):  # noqa: N801 - named as in SQL
    """The place of one text in another, counted from 1; 0 where it is not, 1 for an empty one."""

    inherit_cache = True
    type = Integer()


@compiles(position)
def _standard(element: Any, compiler: Any, **options: Any) -> str:
    within, wanted = (compiler.process(clause, **options) for clause in element.clauses)
    return f"position({wanted} IN {within})"


@compiles(position, "sqlite")
def _sqlite(element: Any, compiler: Any, **options: Any) -> str:
    within, wanted = (compiler.process(clause, **options) for clause in element.clauses)
    return f"instr({within}, {wanted})"


class quickly_between(FunctionElement[bool]):  # noqa: N801 - named as in SQL
    """A quick look where texts are compared byte by byte; other engines take the long way round."""

    inherit_cache = True
    type = Boolean()


@compiles(quickly_between)
def _unknown(element: Any, compiler: Any, **options: Any) -> str:
    return "1 = 0"


@compiles(quickly_between, "sqlite")
def _by_bytes(element: Any, compiler: Any, **options: Any) -> str:
    text, least, most = (compiler.process(clause, **options) for clause in element.clauses)
    return f"({text} BETWEEN {least} AND {most})"


def _part(text: Any, start: Any, count: Any) -> ColumnElement[str]:
    return func.substr(text, start, count, type_=String())


def _starts(text: Any, characters: str) -> ColumnElement[bool]:
    """Tell whether a text begins with one of these; an empty text is found at 1, where the blank stands."""
    return position(literal(" " + characters), _part(text, 1, 1)) > 1


def safe_text(text: Any) -> ColumnElement[Any]:
    """Return a text that no spreadsheet takes for a formula, nor for a number whose end it may drop."""
    letters = quickly_between(text, literal("A"), literal("\uff00"))  # no sign, nothing of full width
    return case(
        (or_(letters, text == ""), text),
        (_starts(text, DANGEROUS), literal("'") + text),
        (and_(func.length(text) >= LONG, _starts(text, DIGITS)), literal("\t") + text),
        else_=text,
    )


def safe_number(number: Any, shown: Any = None) -> ColumnElement[Any]:
    """Return a number, or what is `shown` of it, kept whole by a leading tab; passports such as 1E234567 too."""
    shown = number if shown is None else shown
    digits = quickly_between(number, literal("0"), literal(":"))
    return case(
        (number == "", shown),
        (digits, literal("\t") + shown),
        (_starts(number, DANGEROUS), literal("'") + shown),
        (or_(func.length(number) >= LONG, _starts(number, DIGITS)), literal("\t") + shown),
        else_=shown,
    )


def masked(number: Any) -> ColumnElement[Any]:
    """Return a number with its middle hidden, as `domain.masking.mask_id` hides it."""
    length = func.length(number)

    def hidden(head: int, tail: int) -> ColumnElement[Any]:
        stars = _part(literal(_STARS), 1, length - head - tail)
        return _part(number, 1, head) + stars + _part(number, length - tail + 1, tail)

    return case(
        (length >= 18, hidden(6, 4)),
        (length >= 12, hidden(3, 3)),
        (length >= 6, hidden(2, 2)),
        (length >= 2, hidden(0, 1)),
        else_=_part(literal(_STARS), 1, length),
    )


_STATEMENTS = {
    (whole, cells): Prepared(_select(whole_numbers=whole, cells_too=cells))
    for whole in (False, True)
    for cells in (False, True)
}
