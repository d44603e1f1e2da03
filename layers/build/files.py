"""Static files named by their content, compressed once, listed in a manifest."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import brotli

from layers.geography.built import MANIFEST
from layers.package import content_hash


def as_bytes(value: Any) -> bytes:
    """Compact, stable JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode("utf-8")


def feature_collection(ids: Sequence[str], geometries: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """A GeoJSON FeatureCollection whose features have an ``id`` and nothing else."""
    features = [
        {"type": "Feature", "id": identifier, "properties": {}, "geometry": geometry}
        for identifier, geometry in zip(ids, geometries, strict=True)
    ]
    return {"type": "FeatureCollection", "features": features}


class StaticFolder:
    """Collects files and writes them with ``.br`` and ``.gz`` siblings and a manifest of name to file name."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content: dict[str, bytes] = {}
        self.manifest: dict[str, str] = {}

    def add(self, name: str, value: Any) -> None:
        """Take ``value`` as JSON under a logical ``name``; equal content shares one file."""
        data = as_bytes(value)
        digest = hashlib.sha256(data).hexdigest()[:12]
        same = next((file for file in self.content if f".{digest}." in file), None)
        file = same or f"{name}.{digest}.json"
        self.content[file] = data
        self.manifest[name] = file

    def _content(self, file: str) -> dict[str, object]:
        data = (self.folder / file).read_bytes()
        return {"bytes": len(data), "hash": content_hash(data)}

    def write(self) -> None:
        """Write everything and remove what an earlier build left."""
        self.folder.mkdir(parents=True, exist_ok=True)
        keep = {MANIFEST}
        for file, data in self.content.items():
            keep.update((file, f"{file}.br", f"{file}.gz"))
            whole = all((self.folder / f"{file}{suffix}").exists() for suffix in ("", ".br", ".gz"))
            if not whole or (self.folder / file).read_bytes() != data:
                (self.folder / file).write_bytes(data)
                (self.folder / f"{file}.br").write_bytes(brotli.compress(data, quality=11))
                (self.folder / f"{file}.gz").write_bytes(gzip.compress(data, compresslevel=9, mtime=0))
        listed = sorted(keep - {MANIFEST})
        manifest = {
            "names": dict(sorted(self.manifest.items())),
            "files": {file: self._content(file) for file in listed},
        }
        (self.folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", "utf-8")
        for path in self.folder.iterdir():
            if path.name not in keep:
                path.unlink()
