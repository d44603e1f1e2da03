"""The typeface inside an SVG: only the letters it uses, so that it reads the same where the typeface is not installed."""

from __future__ import annotations

import base64
import io
import re

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from dashboard.export.drawing.typeface import FAMILY, font_path

WEIGHTS = {False: 400, True: 600}
_TEXT = re.compile(r"<text[^>]*>(.*?)</text>", re.DOTALL)
_ROOT = re.compile(r"<svg[^>]*>")


def with_typeface(svg: str) -> str:
    """The SVG with the typeface's two weights written into a style element after its opening tag."""
    letters = "".join(_TEXT.findall(svg))
    faces = "".join(_face(bold, letters) for bold in WEIGHTS)
    return _ROOT.sub(lambda found: f'{found.group()}\n <style type="text/css">{faces}</style>', svg, count=1)


def _face(bold: bool, letters: str) -> str:
    content = base64.b64encode(_subset(bold, letters)).decode("ascii")
    return (
        f"@font-face{{font-family:'{FAMILY}';font-weight:{WEIGHTS[bold]};"
        f"src:url(data:font/woff2;base64,{content}) format('woff2')}}"
    )


def _subset(bold: bool, letters: str) -> bytes:
    # Kerning and the like are left out: Matplotlib's own placing of the words does not count on them.
    options = Options(flavor="woff2", layout_features=[], hinting=False, notdef_outline=True)
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "kern"]
    font = TTFont(str(font_path(bold)), lazy=True, recalcTimestamp=False)
    cutter = Subsetter(options)
    cutter.populate(text=letters)
    cutter.subset(font)
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()
