"""Why a day cannot be told, in words that say what to do."""

from gongwei.core.errors import ProblemType

YEAR_MISSING = ProblemType(
    "calendar_year_missing", 409, "缺少工作日历", "Working calendar missing",
    "系统没有 {year} 年的放假和调休安排，无法判断工作日。请系统管理员或工委工作人员打开"
    "“系统管理 → 工作日历”，按国务院办公厅的通知录入 {year} 年的安排"
    "（接口：PUT /api/v1/calendar/years/{year}）。",
    "The holidays and make-up days of {year} are not known, so working days cannot be told. Ask a "
    "system administrator or a committee officer to enter them from the State Council's notice "
    "under System → Working calendar (PUT /api/v1/calendar/years/{year}).",
)  # fmt: skip
