"""The sample clerks of the practice station: made up, and shown with their passwords on purpose."""

from __future__ import annotations

from desktop.domain.codes import Role
from desktop.services.rows import PracticeClerk

PRACTICE_COUNTERS = (1, 2, 3)
PRACTICE_CLERKS = (
    PracticeClerk("演练 王芳", "wangfang", "yanlian-01", Role.AUXILIARY),
    PracticeClerk("演练 李强", "liqiang", "yanlian-02", Role.AUXILIARY),
    PracticeClerk("演练 陈刚", "chengang", "yanlian-03", Role.OFFICER),
    PracticeClerk("演练 周涛", "zhoutao", "yanlian-07", Role.SYSTEM_ADMINISTRATOR),
    PracticeClerk("演练 孙洁", "sunjie", "yanlian-08", Role.SECURITY_ADMINISTRATOR),
    PracticeClerk("演练 赵敏", "zhaomin", "yanlian-09", Role.AUDIT_ADMINISTRATOR),
)
