"""How posts are called."""

from gongwei.secretaries.models import Post

POSTS: dict[Post, tuple[str, str]] = {
    Post.SECRETARY: ("书记", "secretary"),
    Post.DEPUTY_SECRETARY: ("副书记", "deputy secretary"),
    Post.FULL_TIME_DEPUTY_SECRETARY: ("专职副书记", "full-time deputy secretary"),
}
TIMES: dict[bool, tuple[str, str]] = {True: ("专职", "full-time"), False: ("兼职", "part-time")}


def post_in_words(post: Post, language: str) -> str:
    return POSTS[post][language == "en"]


def time_in_words(full_time: bool, language: str) -> str:
    return TIMES[full_time][language == "en"]
