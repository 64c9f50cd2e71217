"""Every refusal is a Problem of a declared type: a stable code, a status, and words in both
languages.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from gongwei.core.days import day_in_chinese, day_in_english

CATALOGUE: dict[str, "ProblemType"] = {}
"""All declared problem types by code; a code stands for one meaning in the whole program."""


@dataclass(frozen=True)
class FieldFault:
    """One fault of a payload: `pointer` is an RFC 6901 JSON pointer, `code` is stable."""

    pointer: str
    code: str
    zh: str
    en: str


@dataclass(frozen=True)
class ProblemType:
    """A kind of refusal. Calling it makes the exception; `{name}` in the texts is filled from its
    arguments: a day, a pair of words in Chinese and English, or what is the same in both.
    """

    code: str
    status: int
    title_zh: str
    title_en: str
    detail_zh: str
    detail_en: str

    def __post_init__(self) -> None:
        if self.code in CATALOGUE and CATALOGUE[self.code] != self:
            raise ValueError(f"problem code declared twice: {self.code}")
        CATALOGUE[self.code] = self

    def __call__(
        self,
        *,
        errors: tuple[FieldFault, ...] = (),
        members: dict[str, Any] | None = None,
        headers: dict[str, str] | None = None,
        **values: object,
    ) -> "Problem":
        return Problem(self, values, errors, members or {}, headers or {})


@dataclass
class Problem(Exception):
    """A refusal on its way to the caller as application/problem+json (RFC 9457).

    `kept`: the refusal itself is on record, so what its request wrote is committed (core/db.py).
    """

    type: ProblemType
    values: dict[str, object] = field(default_factory=dict)
    errors: tuple[FieldFault, ...] = ()
    members: dict[str, Any] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    kept: bool = False

    def __post_init__(self) -> None:
        super().__init__(self.type.code)

    @property
    def code(self) -> str:
        return self.type.code

    def detail(self, language: str) -> str:
        """The sentence for a person: what is wrong and what to do."""
        template = self.type.detail_en if language == "en" else self.type.detail_zh
        return template.format(
            **{name: _written(value, language) for name, value in self.values.items()}
        )

    def title(self, language: str) -> str:
        return self.type.title_en if language == "en" else self.type.title_zh


def _written(value: object, language: str) -> object:
    """A day as people write it, words (Chinese and English) in the reader's language."""
    is_english = language == "en"
    if isinstance(value, date):
        return day_in_english(value) if is_english else day_in_chinese(value)
    return value[is_english] if isinstance(value, tuple) else value


def _declare(
    code: str, status: int, titles: tuple[str, str], details: tuple[str, str]
) -> ProblemType:
    return ProblemType(code, status, *titles, *details)


NOT_FOUND = _declare(
    "not_found",
    404,
    ("没有找到", "Not found"),
    (
        "没有这条记录，或您无权知道它是否存在。",
        "There is no such record, or you may not know of it.",
    ),
)
NOT_ALLOWED = _declare(
    "not_allowed",
    403,
    ("没有权限", "Not allowed"),
    (
        "您当前的角色不能这样做。如需办理，请切换角色或联系安全管理员。",
        "Your present role may not do this. Switch roles or ask the security administrator.",
    ),
)
NOT_SIGNED_IN = _declare(
    "not_signed_in",
    401,
    ("请先登录", "Sign in first"),
    (
        "登录已失效或尚未登录，请登录后再试。",
        "You are not signed in, or the sign-in has ended. Sign in and try again.",
    ),
)
MALFORMED = _declare(
    "malformed",
    422,
    ("填写有误", "Please check the entries"),
    (
        "有 {count} 处内容不符合要求，请按提示修改。",
        "{count} entries do not fit; see each message.",
    ),
)
UNREADABLE = _declare(
    "unreadable",
    400,
    ("无法读取请求", "The request cannot be read"),
    (
        "请求内容不是有效的格式：{why_zh}。",
        "The request's content is not in a valid format: {why_en}.",
    ),
)
TOO_LARGE = _declare(
    "too_large",
    413,
    ("内容过大", "Too large"),
    ("内容超过允许的大小（{limit}）。", "The content is larger than allowed ({limit})."),
)
METHOD_NOT_ALLOWED = _declare(
    "method_not_allowed",
    405,
    ("不支持的操作", "Method not allowed"),
    ("此地址不支持该操作。", "This address does not take that method."),
)
WRONG_MEDIA_TYPE = _declare(
    "wrong_media_type",
    415,
    ("内容类型不符", "Unsupported media type"),
    ("请以 application/json 提交。", "Send application/json."),
)
INVALID_STATE = _declare(
    "invalid_state",
    409,
    ("当前状态不能这样做", "Not possible in this state"),
    ("“{state}”状态下不能执行“{action}”。", "“{action}” is not possible in the state “{state}”."),
)
REASON_REQUIRED = _declare(
    "reason_required",
    422,
    ("请说明理由", "A reason is needed"),
    ("此操作须写明理由。", "State the reason for this action."),
)
PRECONDITION_REQUIRED = _declare(
    "precondition_required",
    428,
    ("缺少版本", "Version missing"),
    (
        "修改时须在 If-Match 中注明所依据的版本（ETag）。",
        "Send If-Match with the ETag on which the change is based.",
    ),
)
STALE = _declare(
    "stale",
    412,
    ("他人已修改", "Changed by someone else"),
    (
        "这条记录在您打开之后已被他人修改，请查看最新内容后再改。",
        "The record was changed after you opened it. Look at the present content, then change it.",
    ),
)
IDEMPOTENCY_KEY_REUSED = _declare(
    "idempotency_key_reused",
    422,
    ("重复的请求编号", "Idempotency key reused"),
    (
        "这个 Idempotency-Key 已用于内容不同的请求，请换一个。",
        "This Idempotency-Key was used with other content. Use a new one.",
    ),
)
IDEMPOTENCY_IN_PROGRESS = _declare(
    "idempotency_in_progress",
    409,
    ("正在处理", "Still running"),
    (
        "同一编号的请求正在处理，请稍候再查。",
        "The first request with this key is still running; ask again shortly.",
    ),
)
INVALID_CURSOR = _declare(
    "invalid_cursor",
    422,
    ("翻页位置无效", "Invalid cursor"),
    (
        "翻页位置无效或与当前排序不符，请从第一页开始。",
        "The cursor is invalid or of another order; start from the first page.",
    ),
)
CONFLICT = _declare(
    "conflict",
    409,
    ("与现有记录冲突", "Conflicts with what is stored"),
    (
        "提交的内容与已有记录冲突，请刷新后重试。",
        "This conflicts with what is stored. Refresh and try again.",
    ),
)
UNAVAILABLE = _declare(
    "unavailable",
    503,
    ("暂时无法服务", "Temporarily unavailable"),
    (
        "系统暂时繁忙或数据库不可用，您的内容没有写入，请稍后重试。",
        "The system is busy or the database cannot be reached. Nothing was written; try again.",
    ),
)
INTERNAL = _declare(
    "internal",
    500,
    ("系统出错", "Something went wrong"),
    (
        "系统出错，内容没有写入。请把编号 {request_id} 告诉管理员。",
        "Something went wrong, nothing was written. Tell the administrator {request_id}.",
    ),
)
DELETE_REFUSED = _declare(
    "delete_refused",
    409,
    ("不能删除", "Cannot be deleted"),
    ("只有草稿可以删除；请改用“{action}”。", "Only drafts can be deleted; use “{action}” instead."),
)
