"""The two builds of the front end at one origin: the desk at `/`, the phone at `/m/`; a fresh nonce
a page.
"""

from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse, Response
from starlette.staticfiles import StaticFiles

from gongwei.core.errors import NOT_FOUND
from gongwei.core.requests import WORKER_POLICY

NONCE_MARK = "__CSP_NONCE__"
NOT_PAGES = frozenset({"api", "assets", "m"})
"""First parts of paths that are never a page of the desk, so that a mistyped address is a 404."""
FOREVER = "public, max-age=31536000, immutable"


def install(app: FastAPI, static_dir: Path | None) -> None:
    """Serve `static_dir`/dashboard and `static_dir`/phone; without the folder, the API alone is
    served.
    """
    if static_dir is None:
        return
    _serve_api_pages(app, static_dir / "docs")
    _serve(app, "/m", static_dir / "phone")
    _serve(app, "", static_dir / "dashboard")


API_PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Gongwei API</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/docs/swagger-ui.css"></head>
<body><div id="api"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script nonce="{nonce}">
SwaggerUIBundle({{
  url: "/api/v1/openapi.json", dom_id: "#api", deepLinking: true, validatorUrl: null
}})
</script></body></html>"""


def _serve_api_pages(app: FastAPI, folder: Path) -> None:
    if not folder.is_dir():
        return

    async def api_page(request: Request) -> Response:
        return HTMLResponse(API_PAGE.format(nonce=request.state.csp_nonce))

    app.add_api_route("/docs", api_page, include_in_schema=False, name="api_page")
    app.mount("/docs", StaticFiles(directory=folder))


def _serve(app: FastAPI, prefix: str, folder: Path) -> None:
    document = (folder / "index.html").read_text(encoding="utf-8")
    known = {
        path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()
    }
    app.mount(f"{prefix}/assets", _Assets(directory=folder / "assets"))

    async def page(request: Request, path: str = "") -> Response:
        if path.split("/")[0] in NOT_PAGES:
            raise NOT_FOUND()
        found = known.get(path)
        if found is not None and path != "index.html" and not path.startswith("."):
            return _fenced(FileResponse(found, headers={"Cache-Control": "no-cache"}))
        html = document.replace(NONCE_MARK, request.state.csp_nonce)
        return HTMLResponse(html, headers={"Cache-Control": "no-cache"})

    async def below() -> Response:
        # The service worker's pages are those below the slash.
        return RedirectResponse(f"{prefix}/", 308)

    if prefix:
        app.add_api_route(prefix, below, include_in_schema=False, name=f"page{prefix}")
    app.add_api_route(prefix + "/{path:path}", page, include_in_schema=False, name=f"pages{prefix}")


class _Assets(StaticFiles):
    """Files whose names carry their content's hash, so they never change."""

    def file_response(self, *args: object, **kwargs: object) -> Response:
        response = super().file_response(*args, **kwargs)  # type: ignore[arg-type]
        response.headers["Cache-Control"] = FOREVER
        return _fenced(response)


def _fenced(response: Response) -> Response:
    """A script may be a worker: its own file's policy is the one that it works under."""
    if "javascript" in response.headers.get("content-type", ""):
        response.headers["Content-Security-Policy"] = WORKER_POLICY
    return response
