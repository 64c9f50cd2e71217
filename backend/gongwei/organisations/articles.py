"""The rules that advice cites, in their own words; the English is for understanding only."""

from dataclasses import dataclass

Words = tuple[str, str]
"""Chinese, English."""

ORGANS: Words = (
    "《中国共产党党和国家机关基层组织工作条例》（2019年）",
    "Regulations on primary party organisations in party and state organs (2019)",
)
BRANCHES: Words = (
    "《中国共产党支部工作条例（试行）》（2018年）",
    "Regulations on the work of party branches (trial, 2018)",
)
ELECTIONS: Words = (
    "《中国共产党基层组织选举工作条例》（2020年）",
    "Regulations on elections of primary party organisations (2020)",
)


@dataclass(frozen=True)
class Article:
    """One place in a rule, quoted."""

    document: Words
    article: Words
    text: Words


COMMITTEE = Article(
    ORGANS,
    ("第五条", "Article 5"),
    (
        (
            "机关党员100人以上的，设立党的基层委员会。党员不足100人的，因工作需要，经上级党组织批准，也可以设立"
            "党的基层委员会。党的基层委员会由党员大会或者党员代表大会选举产生，每届任期一般为5年。"
        ),
        (
            "An organ with 100 or more members sets up a committee. With fewer, one may be set up "
            "where the "
            "work needs it and the party organisation above approves. Its term is usually 5 years."
        ),
    ),
)
GENERAL_BRANCH = Article(
    ORGANS,
    ("第六条", "Article 6"),
    (
        (
            "机关党员50人以上、100人以下的，设立党的总支部委员会。党员不足50人的，因工作需要，经上级党组织批准，"
            "也可以设立党的总支部委员会。党的总支部委员会由党员大会选举产生，每届任期一般为3年。"
        ),
        (
            "An organ with 50 to 100 members sets up a general branch. With fewer, one may be set "
            "up "
            "where the "
            "work needs it and the party organisation above approves. Its term is usually 3 years."
        ),
    ),
)
BRANCH = Article(
    ORGANS,
    ("第七条", "Article 7"),
    (
        (
            "机关正式党员3人以上的，成立党支部。正式党员7人以上的党支部，设立支部委员会；正式党员不足7人的党支部，"
            "设1名书记，必要时可以设1名副书记。党的支部委员会和不设支部委员会的支部书记、副书记，每届任期一般为3年。"
        ),
        (
            "Three or more full members form a branch. A branch of 7 or more full members has a "
            "branch "
            "committee; "
            "with fewer it has a secretary and, where needed, a deputy. The term is usually 3 "
            "years."
        ),
    ),
)
TERM = Article(
    ORGANS,
    ("第八条", "Article 8"),
    (
        "机关基层党组织应当严格执行任期制度，任期届满按期进行换届选举。书记、副书记选举产生后，报上级党组织批准。",
        (
            "Primary party organisations keep strictly to their terms and hold elections when a "
            "term "
            "ends. "
            "Secretaries and deputies, once elected, are reported to the level above for approval."
        ),
    ),
)
DEPUTY = Article(
    ORGANS,
    ("第八条", "Article 8"),
    (
        "党员人数和直属单位较多的机关党的基层委员会，设专职副书记。",
        "A committee with many members and subordinate units has a full-time deputy secretary.",
    ),
)
BRANCH_SIZE = Article(
    BRANCHES,
    ("第四条", "Article 4"),
    (
        "党支部党员人数一般不超过50人。",
        "A branch usually has no more than 50 members.",
    ),
)
VACANCY = Article(
    BRANCHES,
    ("第二十一条", "Article 21"),
    (
        "党支部书记、副书记、委员出现空缺，应当及时进行补选。确有必要时，上级党组织可以指派党支部书记或者副书记。",
        (
            "When the post of secretary, deputy or committee member is vacant, a by-election is "
            "held "
            "in good time. "
            "Where truly needed, the party organisation above may assign a secretary or deputy."
        ),
    ),
)
NOTICE = Article(
    BRANCHES,
    ("第六章", "Chapter 6"),
    (
        "上级党组织对任期届满的党支部，一般提前6个月以发函或者电话通知等形式，提醒做好换届准备。",
        (
            "The party organisation above usually reminds a branch six months before its term "
            "ends, by "
            "letter or "
            "telephone, to prepare the election."
        ),
    ),
)
DELAY = Article(
    ELECTIONS,
    ("第三条", "Article 3"),
    (
        "如需延期或者提前进行换届选举，应当报上级党组织批准。延长或者提前期限一般不超过1年。",
        (
            "An election that is to be late or early needs the approval of the party organisation "
            "above. It is "
            "usually at most one year late or early."
        ),
    ),
)
