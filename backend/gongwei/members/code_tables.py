"""The national code tables that a member's record uses; the codes are what is stored."""

import unicodedata
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Code:
    """One line of a national code table, with the ways in which offices write it."""

    code: str
    name: str
    name_en: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class CodeTable:
    """A national code table. `standard` is the number under which it was published."""

    standard: str
    codes: tuple[Code, ...]
    _by_text: dict[str, str] = field(init=False, repr=False, compare=False)
    _by_code: dict[str, Code] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_text: dict[str, str] = {}
        for entry in self.codes:
            for text in (entry.code, entry.name, entry.name_en, *entry.aliases):
                by_text.setdefault(_key(text), entry.code)
        object.__setattr__(self, "_by_text", by_text)
        object.__setattr__(self, "_by_code", {entry.code: entry for entry in self.codes})

    def match(self, text: str) -> str | None:
        """The code that a cell's text means, or None when the table does not know it.

        Accepts the code, either name and the aliases; width, case and blanks do not matter.
        """
        return self._by_text.get(_key(text))

    def __getitem__(self, code: str) -> Code:
        """The entry of a stored code. Raises KeyError when there is none."""
        return self._by_code[code]

    def __contains__(self, code: object) -> bool:
        return code in self._by_code


def _key(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


SEX = CodeTable(
    "GB/T 2261.1-2003",
    (
        Code("0", "未知的性别", "Unknown", ("未知",)),
        Code("1", "男性", "Male", ("男", "M")),
        Code("2", "女性", "Female", ("女", "F")),
        Code("9", "未说明的性别", "Not stated", ("未说明",)),
    ),
)

EDUCATION = CodeTable(
    "GB/T 4658-2006",
    (
        Code(
            "10",
            "研究生",
            "Postgraduate",
            ("研究生教育", "博士", "博士研究生", "硕士", "硕士研究生", "研究生班", "在职研究生"),
        ),
        Code(
            "20",
            "大学本科",
            "Bachelor's degree course",
            ("大学本科教育", "大学", "本科", "大本", "学士", "大学普通班", "在职大学"),
        ),
        Code(
            "30",
            "大学专科",
            "Junior college",
            ("大学专科教育", "大专", "专科", "高职", "高等职业学校", "在职大专"),
        ),
        Code("40", "中等专科", "Secondary specialised school", ("中专", "中等专业学校", "中师")),
        Code("50", "技工学校", "Technical school", ("技工", "技校", "中技", "职高", "职业高中")),
        Code("60", "高中", "Senior secondary school", ("普通高中", "普通高级中学")),
        Code("70", "初中", "Junior secondary school", ("初级中学", "普通初中")),
        Code("80", "小学", "Primary school", ("小学教育",)),
        Code("90", "其他", "Other", ("其它", "文盲", "半文盲", "文盲或半文盲")),
    ),
)

UNIVERSITY_EDUCATION = frozenset({"10", "20"})
"""The education codes counted as holding a degree: postgraduate and bachelor's courses."""

_ETHNIC_GROUPS = (
    "汉 Han,蒙古 Mongol,回 Hui,藏 Zang,维吾尔 Uygur,苗 Miao,彝 Yi,壮 Zhuang,布依 Buyei,"
    "朝鲜 Chosen,满 Man,侗 Dong,瑶 Yao,白 Bai,土家 Tujia,哈尼 Hani,哈萨克 Kazak,傣 Dai,黎 Li,"
    "傈僳 Lisu,佤 Va,畲 She,高山 Gaoshan,拉祜 Lahu,水 Sui,东乡 Dongxiang,纳西 Naxi,"
    "景颇 Jingpo,柯尔克孜 Kirgiz,土 Tu,达斡尔 Daur,仫佬 Mulao,羌 Qiang,布朗 Blang,撒拉 Salar,"
    "毛南 Maonan,仡佬 Gelao,锡伯 Xibe,阿昌 Achang,普米 Pumi,塔吉克 Tajik,怒 Nu,"
    "乌孜别克 Uzbek,俄罗斯 Russ,鄂温克 Ewenki,德昂 Deang,保安 Bonan,裕固 Yugur,京 Gin,"
    "塔塔尔 Tatar,独龙 Derung,鄂伦春 Oroqen,赫哲 Hezhen,门巴 Monba,珞巴 Lhoba,基诺 Jino"
)

NATIONALITY = CodeTable(
    "GB/T 3304-1991",
    (
        *(
            Code(f"{number:02}", f"{name}族", name_en, (name,))
            for number, (name, name_en) in enumerate(
                (group.split(" ") for group in _ETHNIC_GROUPS.split(",")), start=1
            )
        ),
        Code("97", "其他", "Other", ("其它", "未识别民族")),
        Code("98", "外国血统中国籍人士", "Naturalised Chinese", ("入籍", "外国血统")),
    ),
)
