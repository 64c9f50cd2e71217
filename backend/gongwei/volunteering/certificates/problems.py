"""Why a certificate is refused, in words that say what to do."""

from gongwei.core.errors import ProblemType

NO_VERIFIED_HOURS = ProblemType(
    "no_verified_hours", 409, "这段时间没有已核实的时长", "No verified hours in this time",
    "{name} 在 {from_on}至{until_on}没有已核实的服务时长，不能开具证明。"
    "请先核实时长，或改选服务期间。",
    "{name} has no verified hours from {from_on} to {until_on}, so there is nothing to certify. "
    "Have the hours verified first, or choose other days.",
)  # fmt: skip
ALREADY_REQUESTED = ProblemType(
    "already_requested", 409, "已有一份证明正在公示", "A request is on notice already",
    "{name} 已有一份证明申请在公示，公示到{until}。请等它开具或撤销后再申请。",
    "A certificate of {name} is on notice until {until}. Wait until it is issued or revoked.",
)  # fmt: skip
NOTICE_RUNNING = ProblemType(
    "notice_running", 409, "公示还没有结束", "The notice is still running",
    "{name} 的证明从{since}公示到{until}，共 7 天。公示期满后的第二天起可以开具。",
    "The certificate of {name} is on notice from {since} to {until}, seven days. It can be issued "
    "from the day after.",
)  # fmt: skip
NOT_ISSUED = ProblemType(
    "certificate_not_issued", 409, "证明没有开具", "The certificate is not issued",
    "这份证明{state_zh}，不能打印。只有已开具的证明可以下载。",
    "This certificate is {state_en} and cannot be printed. Only issued ones can.",
)  # fmt: skip
TOO_MANY_CHECKS = ProblemType(
    "too_many_checks", 429, "查验过于频繁", "Too many checks",
    "多次查验了不存在的证明编码。请核对编码，{minutes} 分钟后再试。",
    "Codes of no certificate were checked too often. Compare the code and try again in {minutes} "
    "minutes.",
)  # fmt: skip
