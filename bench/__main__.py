"""``python -m bench [names]``: measure, print, keep. With no names, everything."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
import traceback

# As `app.py` has it, before anything loads numpy: benches that run the application in this process measure it as served.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from bench.report import machine, save, table

NAMES = ("start", "load", "interact", "overlaps", "crowd", "pages", "exports", "clients", "scale")


def main() -> int:
    """Run the benches; 1 when one of them broke. A target that isn't met is a result, not a failure."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", help=f"any of {', '.join(NAMES)}")
    names = parser.parse_args().names or NAMES
    if odd := set(names) - set(NAMES):
        parser.error(f"no bench is called {', '.join(sorted(odd))}; there are {', '.join(NAMES)}")
    return max([run(name) for name in names])


def run(name: str) -> int:
    """One bench: its table on the screen and in ``bench/results``."""
    bench = importlib.import_module(f"bench.{name}")
    where = machine()
    print(f"\n{name}: {bench.TITLE}", flush=True)
    try:
        rows = bench.run()
    except Exception:  # the other benches still have something to say
        traceback.print_exc()
        return 1
    print(table(rows), flush=True)
    save(name, bench.TITLE, rows, where)
    return 0


if __name__ == "__main__":
    sys.exit(main())
