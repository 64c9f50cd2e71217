"""A letter and a record, as the tests print them."""

from typing import Any

from gongwei.documents.description import (
    Facts,
    Heading,
    Letter,
    Paragraphs,
    Record,
    Remark,
    Signatures,
    Table,
    TableRow,
)


def letter(**values: Any) -> Letter:
    given: dict[str, Any] = {
        "issuer": "中共云屏区区直机关工作委员会",
        "number": "云机工函〔2026〕5号",
        "title": "关于督促整改的函",
        "addressee": "中共云屏区财政局党组",
        "body": "现将有关事项函告如下。\n一、存在的问题\n（一）记录不实\n请督促整改。",
        "signer": "中共云屏区区直机关工作委员会",
        "dated": "2026年8月5日",
        "copies_to": "区委组织部",
        "printed_by": "中共云屏区区直机关工作委员会办公室",
        "printed_on": "2026年8月5日印发",
    }
    return Letter(**given | values)


def record(**values: Any) -> Record:
    row = TableRow(("2026-01-05", "财政局"), (("说明", "属实"),))
    given: dict[str, Any] = {
        "title": "工作记录",
        "subtitle": "截至2026年",
        "running": "工作记录　李四",
        "blocks": (
            Facts((("姓名", "李四"), ("职务", "书记"), ("民族", "汉族")), (("现任", "书记"),)),
            Heading("任职"),
            Table(("时间", "党组织"), (1, 3), (row,)),
            Paragraphs("第一段。\n第二段。"),
            Remark("没有其他记录。"),
            Signatures(("谈话人：", "谈话对象：")),
        ),
    }
    return Record(**given | values)
