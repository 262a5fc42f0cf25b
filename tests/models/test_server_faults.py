"""What a server says when it lets nobody in, in English and in Chinese, and what an administrator is told of it."""

from __future__ import annotations

import psycopg
import pytest

from desktop.models.server_faults import refusal

SAID = "connection failed: connection to server at “10.1.2.3”, port 5432 failed: "


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            'FATAL:  password authentication failed for user "counter_program"',
            "不接受用户“counter_program”的密码",
        ),
        ('致命错误:  用户 "counter_program" Password 认证失败', "不接受用户“counter_program”的密码"),
        ('FATAL:  role "counter_program" does not exist', "没有用户“counter_program”"),
        ('致命错误:  角色 "counter_program" 不存在', "没有用户“counter_program”"),
        ('FATAL:  database "residence" does not exist', "没有数据库“residence”"),
        ('致命错误:  数据库 "residence" 不存在', "没有数据库“residence”"),
        ('FATAL:  permission denied for database "residence"', "不能使用数据库“residence”"),
        (
            '致命错误:  访问数据库"residence"的权限不够\nDETAIL:  用户没有CONNECT权限.',
            "不能使用数据库“residence”",
        ),
        ('FATAL:  role "counter_program" is not permitted to log in', "用户“counter_program”不能使用"),
        ('致命错误:  不允许角色"counter_program" 进行登录', "用户“counter_program”不能使用"),
        ('FATAL:  no pg_hba.conf entry for host "10.1.2.9", user "counter_program"', "pg_hba.conf"),
        ('致命错误:  没有用于主机 "10.1.2.9", 用户 "counter_program" 的 pg_hba.conf 记录', "pg_hba.conf"),
        ("FATAL:  sorry, too many clients already", "连接数已满"),
        ("致命错误:  对不起, 已经有太多的客户", "连接数已满"),
        ("致命错误:  已保留的连接位置为执行非复制请求的超级用户预留", "连接数已满"),
        ('FATAL:  too many connections for role "counter_program"', "连接数已满"),
        ('致命错误:  由角色"counter_program"发起的连接太多了', "连接数已满"),
    ],
)
def test_a_server_that_refuses_is_not_said_to_be_away(words: str, told: str) -> None:
    """As PostgreSQL 15 says it with lc_messages en and zh_CN."""
    found = refusal(psycopg.OperationalError(SAID + words), "counter_program", "residence")
    assert found is not None
    assert told in str(found)


@pytest.mark.parametrize(
    "words",
    [
        "Connection refused",
        "server closed the connection unexpectedly",
        "FATAL:  the database system is starting up",
        "致命错误:  数据库系统启动中",
        "致命错误:  数据库系统停止中",
    ],
)
def test_a_server_that_is_not_there_refuses_nobody(words: str) -> None:
    assert refusal(psycopg.OperationalError(SAID + words), "counter_program", "residence") is None
