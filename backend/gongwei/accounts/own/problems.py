"""What may go wrong with one's own account."""

from gongwei.core.errors import ProblemType

OTP_ALREADY_SET = ProblemType(
    "otp_already_set", 409, "已启用两步验证", "Two-factor sign-in is on",
    "您的账号已启用两步验证。如更换手机，请系统管理员重置后再设置。",
    "Two-factor sign-in is already on. If you changed your phone, ask the system administrator "
    "to reset it.",
)  # fmt: skip
OTP_NOT_STARTED = ProblemType(
    "otp_not_started", 409, "尚未开始设置", "Not set up yet",
    "请先获取二维码，再输入验证器应用中的六位数字。",
    "Get the QR code first, then enter the six digits of your authenticator app.",
)  # fmt: skip
