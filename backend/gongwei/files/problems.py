"""Why a file is refused."""

from gongwei.core.errors import ProblemType

UNSUPPORTED_FILE = ProblemType(
    "unsupported_file", 415, "不支持的文件", "Unsupported file",
    "只接收 Excel、Word、PowerPoint、PDF、图片（PNG、JPEG、WebP、GIF）、CSV 和纯文本，"
    "且内容须完整可读。",
    "Only Excel, Word, PowerPoint, PDF, images (PNG, JPEG, WebP, GIF), CSV and plain text "
    "are taken, whole and readable.",
)  # fmt: skip
ACTIVE_CONTENT = ProblemType(
    "active_content", 422, "文件含有可执行内容", "The file holds active content",
    "文件中含有宏、脚本或网页代码。请另存为不含宏的文件后再上传。",
    "The file holds macros, scripts or web code. Save a copy without them and upload that.",
)  # fmt: skip
EMPTY_FILE = ProblemType(
    "empty_file", 422, "文件是空的", "The file is empty",
    "文件没有内容，请检查后重新选择。", "The file has no content. Check it and choose again.",
)  # fmt: skip
FILE_LOST = ProblemType(
    "file_lost", 404, "文件内容已丢失", "The file's content is missing",
    "登记还在，但文件内容已不在存储目录中，请联系系统管理员从备份恢复。",
    "The record is there but its content is not in the data directory. "
    "Ask the system administrator to restore it from a backup.",
)  # fmt: skip
