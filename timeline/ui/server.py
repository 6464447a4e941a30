"""The dashboard as a server: Streamlit's own, with a first HTML page that is ours.

`python -m timeline serve` runs this module. The framework's page says `lang="en"`, is white before
it is dark, and on a link like /timeline first asks for addresses that are not there; here the page
knows its language, its colours and its server from the first byte. `streamlit run app.py` works too.
"""

import sys
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import parse_qs

from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config
from streamlit.starlette import App

from timeline import look
from timeline.ui.address import LANGUAGES
from timeline.words import say

HOME = Path(__file__).resolve().parents[2]

_HEAD = f"""<style>html{{background:{look.LIGHT.page}}}
@media(prefers-color-scheme:dark){{html{{background:{look.DARK.page}}}}}
html.light{{background:{look.LIGHT.page}}}html.dark{{background:{look.DARK.page}}}</style>
<script>
window.__streamlit = {{ BACKEND_BASE_URL: location.origin + "/" }};
document.cookie = `biannian_width=${{innerWidth}};path=/;samesite=lax`;
try {{
  const chosen = localStorage.getItem("biannian_theme");
  if (chosen) {{
    localStorage.setItem(`stActiveTheme-${{location.pathname}}-v2`, JSON.stringify(chosen));
    document.documentElement.classList.add(chosen.toLowerCase());
  }}
}} catch {{}}
</script>
"""


def shell(html: str, lang: str) -> str:
    """The framework's first page, made ours."""
    spoken = "zh-Hans" if lang == "zh" else "en"
    html = html.replace('<html lang="en">', f'<html lang="{spoken}">', 1)
    html = html.replace("<title>Streamlit</title>", f"<title>{say('name', 'en')}</title>", 1)
    return html.replace('<script type="module"', _HEAD + '<script type="module"', 1)


def language(scope: Scope) -> str:
    """The language that the address asks for, else the one remembered."""
    asked = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("lang", [""])[0]
    cookies = SimpleCookie(dict(scope["headers"]).get(b"cookie", b"").decode("latin-1"))
    kept = cookies["biannian_lang"].value if "biannian_lang" in cookies else ""
    return next((lang for lang in (asked, kept) if lang in LANGUAGES), "zh")


class Shell:
    """ASGI middleware: rewrites the first page, and nothing else."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not _wants_page(scope):
            await self.app(scope, receive, send)
            return
        # Not compressed and not "unchanged": it must be read to be rewritten.
        dropped = (b"accept-encoding", b"if-none-match", b"if-modified-since")
        plain = {**scope, "headers": [h for h in scope["headers"] if h[0] not in dropped]}
        await self.app(plain, receive, _Rewriting(send, language(scope)))


def _wants_page(scope: Scope) -> bool:
    accepts = dict(scope["headers"]).get(b"accept", b"")
    return scope["method"] == "GET" and accepts.startswith(b"text/html")


class _Rewriting:
    """Holds a response until its body is whole, then sends it rewritten."""

    def __init__(self, send: Send, lang: str) -> None:
        self.send, self.lang = send, lang
        self.start: Message = {}
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.start = message
            return
        self.body += message.get("body", b"")
        if message.get("more_body"):
            return
        headers = [h for h in self.start["headers"] if h[0].lower() not in (b"content-length", b"etag")]
        if any(name.lower() == b"content-type" and value.startswith(b"text/html") for name, value in headers):
            self.body = shell(self.body.decode("utf-8"), self.lang).encode("utf-8")
        headers.append((b"content-length", str(len(self.body)).encode()))
        await self.send({**self.start, "headers": headers})
        await self.send({"type": "http.response.body", "body": self.body})


# Under a path of its own, the framework must find out by itself where its server is.
_rooted = not config.get_option("server.baseUrlPath")
app = App(str(HOME / "app.py"), middleware=[Middleware(Shell)] if _rooted else [])

if __name__ == "__main__":  # python -m timeline.ui.server [PORT]
    app.run(config={"server.port": int(sys.argv[1])} if sys.argv[1:] else None)
