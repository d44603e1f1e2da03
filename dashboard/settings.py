"""What the environment may set."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NODE_MODULES = ROOT / "node_modules"
"""Where the packages of ``package.json`` are installed: the stylesheet and the typeface come from there."""
TYPEFACE = NODE_MODULES / "source-sans" / "TTF"
RELEASE = "1.1.0"
"""The release that this is, as `CHANGELOG.md` has it, or the next one while it is made."""
MOST_BYTES = 1_000_000
"""What the body of a request may hold."""
REDIS_SCHEMES = ("redis://", "rediss://")

HOST_NAME = re.compile(r"\.?[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")

ORIGIN = re.compile(r"https?://(\*\.)?[A-Za-z0-9]([A-Za-z0-9-]{0,62})(\.[A-Za-z0-9][A-Za-z0-9-]{0,62})*(:[0-9]{1,5})?")
"""A scheme and a host, which may stand for all below it, without a path: what goes into a header holds nothing else."""


class SettingError(ValueError):
    """The environment sets something that can't be used; the message is one sentence that says what."""


def whole_number(name: str, default: int, lowest: int, highest: int) -> int:
    """A whole number from the environment.

    Raises:
        SettingError: it is none, or out of range.
    """
    text = os.environ.get(name, str(default))
    # The length is looked at first, as Python refuses to read thousands of digits.
    if not text.isdecimal() or len(text) > 9 or not lowest <= int(text) <= highest:
        raise SettingError(f"{name} is {text[:40]!r}; it takes a whole number from {lowest} to {highest}.")
    return int(text)


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
            SettingError: PORT is not a whole number between 1 and 65535.
        """
        port = whole_number("PORT", cls.port, 1, 65535)
        return cls(os.environ.get("HOST", cls.host), port, os.environ.get("DEBUG", "") == "1")


@dataclass(frozen=True)
class HostSettings:
    """Under which names the product is served, and how many proxies stand before it.

    With ``trusted`` names a request under any other is refused; without, any name is served, but only a loopback one is
    printed into files. ``proxies`` is how many hops of ``X-Forwarded-*`` headers are believed.
    """

    trusted: tuple[str, ...] = ()
    proxies: int = 0

    @classmethod
    def from_environment(cls) -> HostSettings:
        """Read ``TRUSTED_HOSTS``, names separated by commas, and ``PROXIES``.

        Raises:
            SettingError: a name is none, or PROXIES is no number from 0 to 5.
        """
        names = tuple(name.strip() for name in os.environ.get("TRUSTED_HOSTS", "").split(",") if name.strip())
        for name in names:
            if not HOST_NAME.fullmatch(name):
                raise SettingError(
                    f"TRUSTED_HOSTS holds {name[:60]!r}; it takes names such as example.org or .example.org, separated by commas."
                )
        return cls(names, whole_number("PROXIES", 0, 0, 5))


@dataclass(frozen=True)
class FrameSettings:
    """Which other sites may show the map that is made for them (``embed=1``) in a frame of a page of theirs; none by default."""

    ancestors: tuple[str, ...] = ()

    @classmethod
    def from_environment(cls) -> FrameSettings:
        """Read ``FRAME_ANCESTORS``, origins separated by commas.

        Raises:
            SettingError: one of them is none.
        """
        origins = tuple(part.strip() for part in os.environ.get("FRAME_ANCESTORS", "").split(",") if part.strip())
        for origin in origins:
            if not ORIGIN.fullmatch(origin):
                raise SettingError(
                    f"FRAME_ANCESTORS holds {origin[:60]!r}; it takes origins such as https://example.org or "
                    "https://*.example.org, separated by commas."
                )
        return cls(origins)


@dataclass(frozen=True)
class RateSettings:
    """How many requests a client may make a minute, and how many exports; 0 is no limit.

    All of a council may stand behind one address, so the limit of pages is one for hundreds of readers.
    """

    requests: int = 6_000
    exports: int = 60
    redis_url: str = ""

    @classmethod
    def from_environment(cls) -> RateSettings:
        """Read ``RATE_REQUESTS``, ``RATE_EXPORTS`` and ``REDIS_URL``.

        Raises:
            SettingError: one of them can't be used.
        """
        return cls(
            whole_number("RATE_REQUESTS", cls.requests, 0, 1_000_000),
            whole_number("RATE_EXPORTS", cls.exports, 0, 1_000_000),
            os.environ.get("REDIS_URL", ""),
        )


@dataclass(frozen=True)
class ExportSettings:
    """How much exports may take of this machine.

    ``workers`` processes make files; each is replaced after ``tasks_per_worker`` of them.
    At most ``waiting`` orders are made at once, whichever process answers for them, and one may take
    ``seconds``. With ``redis_url`` the files are made by Celery workers on that Redis instead,
    where ``queue`` orders may wait.
    """

    workers: int = 1
    tasks_per_worker: int = 50
    waiting: int = 2
    queue: int = 8
    seconds: int = 60
    redis_url: str = ""

    @classmethod
    def from_environment(cls) -> ExportSettings:
        """Read ``EXPORT_WORKERS``, ``EXPORT_TASKS_PER_WORKER``, ``EXPORT_WAITING``, ``EXPORT_QUEUE``, ``EXPORT_SECONDS`` and ``REDIS_URL``.

        Raises:
            SettingError: one of them can't be used.
        """
        redis_url = os.environ.get("REDIS_URL", "")
        if redis_url and not redis_url.startswith(REDIS_SCHEMES):
            # The address may hold a password, so it is not repeated.
            raise SettingError("REDIS_URL takes an address that starts with redis:// or rediss://.")
        return cls(
            workers=whole_number("EXPORT_WORKERS", cls.workers, 1, 8),
            tasks_per_worker=whole_number("EXPORT_TASKS_PER_WORKER", cls.tasks_per_worker, 1, 10_000),
            waiting=whole_number("EXPORT_WAITING", cls.waiting, 1, 1_000),
            queue=whole_number("EXPORT_QUEUE", cls.queue, 0, 1_000),
            seconds=whole_number("EXPORT_SECONDS", cls.seconds, 1, 600),
            redis_url=redis_url,
        )
