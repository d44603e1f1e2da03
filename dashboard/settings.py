"""What the environment may set."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Settings:
    """Where to listen, and whether to reload while developing."""

    host: str = "127.0.0.1"
    port: int = 8050
    debug: bool = False

    @classmethod
    def from_environment(cls) -> Settings:
        """Read ``HOST``, ``PORT`` and ``DEBUG``.

        Raises:
            ValueError: PORT is not a whole number between 1 and 65535.
        """
        text = os.environ.get("PORT", "8050")
        if not text.isdecimal() or not 1 <= int(text) <= 65535:
            raise ValueError(f"PORT is {text!r}; it takes a whole number from 1 to 65535.")
        return cls(os.environ.get("HOST", "127.0.0.1"), int(text), os.environ.get("DEBUG", "") == "1")
