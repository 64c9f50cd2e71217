"""Why an objection cannot be filed or decided."""

from gongwei.core.errors import ProblemType

OWN_OBJECTION = ProblemType(
    "own_objection", 403, "须由另一人核查", "Another person must examine",
    "异议由您本人提出，须由另一人核查并答复。",
    "You filed this objection yourself; another person must examine and answer it.",
)  # fmt: skip
