"""A Word file from its parts: the same parts always make the same bytes."""

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

if TYPE_CHECKING:
    from docx.opc.package import OpcPackage
    from docx.opc.part import Part

_TYPES = "application/vnd.openxmlformats-package."
_STAMP = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip can name: python-docx would put the clock's time on each part."""
PLACE = "body"
"""The comment that stands in a document where its body is to be written."""
_AT_ONCE = 1000
"""Elements: few enough that a minute book never stands in memory a second time."""


def packed(package: "OpcPackage", body: Sequence[str] = ()) -> bytes:
    """The bytes of the .docx file that `package` makes, without a time or a system's name in it.

    `body`: elements, each as XML, for the comment `PLACE` of the main document.
    """
    parts = list(package.iter_parts())
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        _add(archive, "[Content_Types].xml", [_content_types(parts)])
        _add(archive, "_rels/.rels", [package.rels.xml])
        for part in parts:
            is_main = part is package.main_document_part
            content = _with_body(part.blob, body) if is_main else [part.blob]
            _add(archive, part.partname.membername, content)
            if len(part.rels):
                _add(archive, part.partname.rels_uri.membername, [part.rels.xml])
    return stream.getvalue()


def _with_body(document: bytes, body: Sequence[str]) -> Iterator[bytes | str]:
    before, _, behind = document.partition(f"<!--{PLACE}-->".encode())
    yield before
    for at in range(0, len(body), _AT_ONCE):
        yield "".join(body[at : at + _AT_ONCE])
    yield behind


def _add(archive: zipfile.ZipFile, name: str, content: Iterable[bytes | str]) -> None:
    entry = zipfile.ZipInfo(name, _STAMP)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0
    with archive.open(entry, "w") as part:
        for each in content:
            part.write(each.encode() if isinstance(each, str) else each)


def _content_types(parts: list["Part"]) -> str:
    overrides = "".join(
        f"<Override PartName={quoteattr(part.partname)} "
        f"ContentType={quoteattr(part.content_type)}/>"
        for part in parts
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{_TYPES}relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
