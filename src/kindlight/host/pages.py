"""The built client, read once into memory: what may be fetched, and nothing else."""

from html import escape
from importlib.resources import files
from importlib.resources.abc import Traversable
from string import Template

from msgspec import Struct

from kindlight.errors import ClientMissing

TYPES = {
    "html": "text/html; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "woff2": "font/woff2",
    "txt": "text/plain; charset=utf-8",
}
"""What each kind of file is served as; anything else in the folder is not served."""


class Page(Struct, frozen=True):
    """One file of the client."""

    body: bytes
    media_type: str


def pages(folder: Traversable | None = None) -> dict[str, Page]:
    """Every servable file of the built client by name; raises ClientMissing when it is not built."""
    folder = folder or files("kindlight") / "web"
    if not (folder / "index.html").is_file():
        raise ClientMissing
    found = ((file.name, TYPES.get(file.name.rsplit(".", 1)[-1]), file) for file in folder.iterdir())
    return {name: Page(file.read_bytes(), kind) for name, kind, file in found if kind and file.is_file()}


def with_nonce(page: Page, nonce: str) -> bytes:
    """The index page, its one script allowed to run."""
    return page.body.replace(b"{{nonce}}", nonce.encode())


def doorstep(address: str) -> bytes:
    """A page that leads on to the one-time address, so that the address never shows in a list of processes."""
    html = (
        '<!doctype html><meta charset="utf-8"><title>Kindlight</title>\n<meta http-equiv="refresh" content="0;url=$to">'
    )
    return Template(html).substitute(to=escape(address)).encode()
