"""Why somebody is not let in. None of them says whether an account exists."""

from gongwei.core.errors import ProblemType

INVALID_CREDENTIALS = ProblemType(
    "invalid_credentials", 401, "用户名或密码不正确", "Wrong user name or password",
    "用户名或密码不正确，请检查后再试。连续输错 10 次，账号将暂停登录 15 分钟。",
    "The user name or the password is wrong. After ten wrong guesses the account pauses "
    "for 15 minutes.",
)  # fmt: skip
OTP_REQUIRED = ProblemType(
    "otp_required", 401, "请输入动态验证码", "Enter the one-time code",
    "此账号启用了两步验证，请输入验证器应用中的六位数字。",
    "This account uses two-factor sign-in. Enter the six digits of your authenticator app.",
)  # fmt: skip
OTP_INVALID = ProblemType(
    "otp_invalid", 401, "动态验证码不正确", "Wrong one-time code",
    "验证码不正确、已过期或已用过，请等待下一个验证码后再试。",
    "The code is wrong, too old or already used. Wait for the next one and try again.",
)  # fmt: skip
TOO_MANY_ATTEMPTS = ProblemType(
    "too_many_attempts", 429, "尝试次数过多", "Too many attempts",
    "输错次数过多，请在 {minutes} 分钟后再试，或请系统管理员解锁。",
    "Too many wrong guesses. Try again in {minutes} minutes, or ask the system administrator.",
)  # fmt: skip
SESSION_ENDED = ProblemType(
    "session_ended", 401, "登录已结束", "The sign-in has ended",
    "登录已过期、已退出，或已在别处失效，请重新登录。",
    "The sign-in has expired or was ended. Sign in again.",
)  # fmt: skip
