"""What a person does on the pages, in the words that the pages show."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyotp
from playwright.sync_api import Locator, Page, expect

AXE = Path(__file__).resolve().parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def sign_in(page: Page, username: str, password: str) -> None:
    """Type name and password on the sign-in page."""
    page.goto("/sign-in")
    page.get_by_label("用户名").fill(username)
    page.get_by_label("密码").fill(password)
    page.get_by_label("密码").press("Enter")


def set_own_password(page: Page, old: str, new: str) -> None:
    """Change the password that an administrator gave, which the first sign-in asks for."""
    page.get_by_label("现在的密码").fill(old)
    page.get_by_label("新密码", exact=True).fill(new)
    page.get_by_label("再输一次新密码").fill(new)
    page.get_by_role("button", name="修改密码").click()


def set_up_second_factor(page: Page) -> None:
    """Take the key that the page shows into an authenticator, and enter its first code."""
    page.get_by_role("button", name="生成密钥").click()
    secret = page.locator(".setup-secret code").inner_text().replace(" ", "")
    page.get_by_label("动态验证码").fill(pyotp.TOTP(secret).now())
    page.get_by_role("button", name="完成设置").click()


def import_workbook(page: Page, kind: str, file: Path, outcome: str) -> None:
    """Bring in one workbook from the menu to the last page of the wizard."""
    page.get_by_role("navigation").get_by_role("link", name="导入").click()
    page.get_by_role("button", name="新建导入").first.click()
    page.locator(".imports-kind", has=page.locator(f"text='{kind}'")).click()
    page.get_by_role("button", name="工作簿文件").set_input_files(file)
    page.get_by_role("button", name="上传并识别列").click()
    page.get_by_role("button", name="检查", exact=True).click()
    page.get_by_role("button", name="写入", exact=True).click(timeout=120_000)
    confirm = page.get_by_role("dialog")
    confirm.get_by_role("button", name="写入", exact=True).click()
    expect(page.get_by_text(outcome, exact=True)).to_be_visible(timeout=120_000)


def enter_as(page: Page, role: str) -> None:
    """Sign in to the demonstration with one click on a role."""
    page.goto("/sign-in")
    page.locator(".demo-account", has_text=role).first.click()
    page.wait_for_url(lambda address: "/sign-in" not in address)
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def axe_violations(page: Page, context: str = "document") -> list[str]:
    """What axe finds against WCAG 2.2 AA, as `rule: first place`."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = page.evaluate(
        f"async (tags) => (await axe.run({context}, {{runOnly: tags}})).violations"
        ".map(({id, nodes}) => ({id, target: nodes.map((n) => n.target.join(' ')).slice(0, 3)}))",
        AXE_TAGS,
    )
    return [f"{one['id']}: {one['target']}" for one in found]


def texts(found: Locator) -> Iterable[str]:
    """The texts of elements, blanks folded."""
    return [re.sub(r"\s+", " ", text).strip() for text in found.all_inner_texts()]
