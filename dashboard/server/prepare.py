"""``python -m dashboard.server.prepare``: compress the library scripts once, so that a first visit is small and quick."""

from __future__ import annotations

from dashboard.server.static import PREPARED, is_current, prepare


def main() -> None:
    """Prepare the static copies unless they are current."""
    if is_current(PREPARED):
        return
    from dashboard.server.application import create_app

    print(f"{prepare(create_app())} static files prepared in {PREPARED}")


if __name__ == "__main__":
    main()
