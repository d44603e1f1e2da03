"""The machinery of `make mutants`: what it changes, which tests it asks, how it judges and scores."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.mutants.areas import AREAS, ROOT, Area, room_of
from bench.mutants.concerned import Record, Seen, statement_lines
from bench.mutants.fixed import Fixed, fixed
from bench.mutants.measure import by_file
from bench.mutants.places import Mutant, mutants_of, mutated
from bench.mutants.results import Result, difference, readable, save
from bench.mutants.sample import draw, equivalents, without
from bench.mutants.trial import KILLED, SURVIVED, TIMED_OUT, UNTESTED, Verdict, copy_tree, in_place, judge, run

CODE = '''"""Three or more is many: 3 > 2."""
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numbers import Number  # 1 + 1

__all__ = ["many" * 1]
Size = int | None
LIMIT = 3


@cache
def many(count: int | None, extra: "int | None" = None) -> bool | None:
    """Whether it is many: 3 + 1."""
    share: int | None = None
    return (
        count >= LIMIT
        and count < 90
    )
'''
TEST = """from toy.code import many

def test_three():
    assert many(3)

def test_two():
    assert not many(2)
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A tree with one module and its tests."""
    (tmp_path / "toy").mkdir()
    (tmp_path / "toy" / "code.py").write_text(CODE, "utf-8")
    (tmp_path / "test_code.py").write_text(TEST, "utf-8")
    return tmp_path


def found(tree: Path, operator: str) -> list[Mutant]:
    return [mutant for mutant in mutants_of("toy/code.py", tree) if mutant.operator == operator]


def record(tree: Path, lines: dict[int, list[str]]) -> Record:
    tests = sorted({test for names in lines.values() for test in names})
    return Record(tree, {"test_code.py": Seen(dict.fromkeys(tests, 0.01), {"toy/code.py": lines})})


def test_only_behaviour_is_mutated(tree: Path) -> None:
    lines = {mutant.start[0] for mutant in mutants_of("toy/code.py", tree)}
    # The constant, the default that is None stays; the two comparisons and what joins them.
    assert lines == {10, 18, 19}


def test_every_mutant_changes_the_text_and_can_be_made_again(tree: Path) -> None:
    mutants = mutants_of("toy/code.py", tree)
    texts = {mutated(mutant, CODE) for mutant in mutants}
    assert CODE not in texts
    assert len(texts) == len(mutants)
    assert mutants == mutants_of("toy/code.py", tree)


def test_a_mutant_of_another_text_is_refused(tree: Path) -> None:
    with pytest.raises(ValueError, match="no occurrence 0"):
        mutated(found(tree, "ReplaceAndWithOr")[0], "x = 1\n")


def test_a_cache_and_sameness_are_no_mutants(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("@lru_cache(maxsize=1)\ndef f(x):\n    return x == 1\n", "utf-8")
    names = {mutant.operator for mutant in mutants_of("a.py", tmp_path) if mutant.start[0] == 1}
    assert not names
    assert "ReplaceComparisonOperator_Eq_Is" not in {mutant.operator for mutant in mutants_of("a.py", tmp_path)}
    assert "ReplaceComparisonOperator_Eq_NotEq" in {mutant.operator for mutant in mutants_of("a.py", tmp_path)}


def test_only_lists_of_two_lengths_could_tell_strict_apart(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(
        "def f(x, y):\n    return list(zip(x, y, strict=True)), sorted(x, reverse=True)\n", "utf-8"
    )
    assert [mutant.start for mutant in mutants_of("a.py", tmp_path) if "TrueWithFalse" in mutant.operator] == [(2, 59)]


def test_a_seed_draws_the_same_sample_and_one_mutant_a_place() -> None:
    mutants = [Mutant("a.py", (line, 0), (line, 1), f"Op{k}", 0) for line in range(30) for k in range(11)]
    one = draw(mutants, 12, seed=5)
    assert one == draw(reversed(mutants), 12, seed=5)
    assert one != draw(mutants, 12, seed=6)
    assert len({mutant.place for mutant in one}) == len(one) == 12
    assert len(draw(mutants, 500, seed=5)) == 30


def test_a_statement_over_lines_is_one_and_an_if_is_its_head() -> None:
    assert statement_lines(CODE, 18) == range(17, 21)
    code = "@wrap\ndef f():\n    if (\n        a\n    ):\n        return 1\n    else:\n        return 2\n"
    assert statement_lines(code, 4) == range(3, 6)
    assert statement_lines(code, 6) == range(6, 7)
    assert statement_lines(code, 1) == range(1, 3)


def test_the_tests_of_a_line_are_asked_quickest_first(tree: Path) -> None:
    seconds = {"t::slow": 9.0, "t::quick": 0.1, "t::other": 1.0, "t::far": 0.01}
    lines = {"toy/code.py": {17: ["t::slow"], 19: ["t::quick"], 16: ["t::other"]}}
    seen = Record(tree, {"t": Seen(seconds, lines), "u": Seen({"u::none": 0.1}, {})})
    and_ = found(tree, "ReplaceAndWithOr")[0]
    assert seen.first(and_) == ["t::quick", "t::slow"]
    assert seen.then(and_, seen.first(and_)) == ["t::far", "t::other"]
    assert seen.seconds(["t::quick", "t::far"]) == pytest.approx(0.11)


def test_a_constant_concerns_all_that_touch_its_module(tree: Path) -> None:
    seen = record(tree, {17: ["test_code.py::test_three"], 16: ["test_code.py::test_two"]})
    constant = found(tree, "NumberReplacer")[0]
    assert constant.start[0] == 10
    assert seen.first(constant) == ["test_code.py::test_three", "test_code.py::test_two"]


def test_a_module_of_constants_concerns_those_that_import_it(tree: Path) -> None:
    (tree / "toy" / "limits.py").write_text("MOST = 3\n", "utf-8")
    (tree / "toy" / "code.py").write_text("from toy.limits import MOST\n\ndef f():\n    return MOST\n", "utf-8")
    mutant = mutants_of("toy/limits.py", tree)[0]
    assert record(tree, {4: ["test_code.py::test_two"]}).first(mutant) == ["test_code.py::test_two"]


def test_a_budget_holds_but_one_test_is_always_asked(tree: Path) -> None:
    seen = Record(tree, {"t": Seen({"t::a": 50.0, "t::b": 40.0}, {"toy/code.py": {17: ["t::a", "t::b"]}})}, budget=30)
    assert seen.first(found(tree, "ReplaceAndWithOr")[0]) == ["t::b"]


def test_lines_of_a_shared_fixture_concern_its_users_and_failing_tests_none() -> None:
    tests = {
        "t.py::a": {"seconds": 1.0, "passed": True, "fixtures": ["land"]},
        "t.py::b": {"seconds": 2.0, "passed": True, "fixtures": []},
        "u.py::c": {"seconds": 3.0, "passed": True, "fixtures": ["land"]},
        "u.py::d": {"seconds": 4.0, "passed": False, "fixtures": ["land"]},
    }
    seen = by_file(tests, {"m.py": {1: ["fixture land"], 2: ["t.py::b", "u.py::d"], 3: [""]}})
    assert seen["t.py"] == {
        "seconds": {"t.py::a": 1.0, "t.py::b": 2.0},
        "lines": {"m.py": {1: ["t.py::a"], 2: ["t.py::b"]}},
    }
    assert seen["u.py"] == {"seconds": {"u.py::c": 3.0}, "lines": {"m.py": {1: ["u.py::c"]}}}


def test_a_copy_is_sound_again_after_a_mutant(tree: Path) -> None:
    path = tree / "toy" / "code.py"

    def broken() -> None:
        with in_place(found(tree, "ReplaceAndWithOr")[0], tree):
            assert "or count < 90" in path.read_text("utf-8")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken()
    assert path.read_text("utf-8") == CODE


def test_a_mutant_is_noticed_survives_or_has_no_test(tree: Path) -> None:
    asked = record(tree, {17: ["test_code.py::test_three", "test_code.py::test_two"]})
    at_least = found(tree, "NumberReplacer")[0]
    below = found(tree, "NumberReplacer")[-1]
    assert judge(at_least, asked, tree).outcome == KILLED
    assert judge(below, asked, tree) == Verdict(below, SURVIVED, 2)
    assert judge(below, record(tree, {}), tree).outcome == UNTESTED


def test_time_out_is_noticed_and_a_lost_name_asks_the_whole_file(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(["test_code.py::test_gone"], tree, 1) == SURVIVED
    (tree / "test_code.py").write_text("import time\n\ndef test_long():\n    time.sleep(60)\n", "utf-8")
    assert run(["test_code.py::test_long"], tree, -9.9) == TIMED_OUT


def test_a_copy_has_the_code_and_links_the_rest(tmp_path: Path) -> None:
    copy = copy_tree(tmp_path / "copy")
    assert (copy / "layers" / "dates.py").read_bytes() == (ROOT / "layers" / "dates.py").read_bytes()
    assert not (copy / "layers").is_symlink()
    assert (copy / "data").resolve() == ROOT / "data"
    assert not (copy / ".git").exists()


def verdicts() -> list[Verdict]:
    at = [
        ("layers/dates.py", KILLED),
        ("layers/a/b/c.py", SURVIVED),
        ("layers/a/d.py", TIMED_OUT),
        ("layers/a/d.py", KILLED),
    ]
    return [Verdict(Mutant(module, (k, 0), (k, 1), "Op", 0), outcome, 1) for k, (module, outcome) in enumerate(at)]


def test_the_score_by_room() -> None:
    result = Result(AREAS["layers"], 7, verdicts(), {})
    assert {room: str(score) for room, score in result.rooms().items()} == {
        "layers": "1 of 1 (100%)",
        "layers/a": "2 of 2 (100%)",
        "layers/a/b": "0 of 1 (0%)",
        "layers/a/…": "2 of 3 (67%)",
    }
    assert str(result.score) == "3 of 4 (75%)"
    assert [verdict.mutant.module for verdict in result.survivors()] == ["layers/a/b/c.py"]


def test_survivors_are_written_with_what_was_changed(tree: Path) -> None:
    mutant = found(tree, "ReplaceAndWithOr")[0]
    result = Result(AREAS["layers"], 7, [Verdict(mutant, SURVIVED, 2)], {"commit": "abc"})
    page = save(result, tree, tree / "out").read_text("utf-8")
    assert "`toy/code.py:19` ReplaceAndWithOr: survived" in page
    assert "-        and count < 90\n+        or count < 90" in page
    assert "0 of 1 (0%) were noticed; the target of 95% is not met. Seed 7, at abc" in page
    assert '"where": "toy/code.py:19"' in (tree / "out" / "mutants-layers.json").read_text("utf-8")
    assert difference(mutant, CODE) == ["-        and count < 90", "+        or count < 90"]


def test_nothing_survived_is_said() -> None:
    result = Result(AREAS["layers"], 7, [verdicts()[0]], {})
    assert "Every one was noticed." in readable(result, {"machine": {}, "measured": "now", "survivors": []})


def test_an_exclusion_names_its_line_and_its_reason(tree: Path) -> None:
    listed = tree / "same.txt"
    listed.write_text("# why\ntoy/code.py | ReplaceAndWithOr | and count < 90 | never above\n", "utf-8")
    every = mutants_of("toy/code.py", tree)
    left = without(every, equivalents(listed), tree)
    assert set(every) - set(left) == set(found(tree, "ReplaceAndWithOr"))
    listed.write_text("toy/code.py | ReplaceAndWithOr | and count < 90\n", "utf-8")
    with pytest.raises(ValueError, match="a reason"):
        equivalents(listed)


def test_every_exclusion_is_of_a_mutant_that_exists() -> None:
    for module, operator, line in equivalents():
        assert Fixed(module, operator, line, "").mutant(ROOT)


def test_a_room_is_a_folder() -> None:
    assert room_of("dashboard/export/map/plan.py") == "dashboard/export/map"
    assert room_of("layers/dates.py") == "layers"


def test_an_area_is_asked_of_its_folders_or_of_the_files_named(tree: Path) -> None:
    (tree / "more").mkdir()
    (tree / "more" / "test_a.py").touch()
    (tree / "more" / "helper.py").touch()
    assert Area("toy", ("more", "test_code.py"), 0.9).test_files(tree) == ["more/test_a.py", "test_code.py"]
    assert Area("toy", (), 0.9).sources(tree) == ["toy/code.py"]


def test_a_fixed_mutant_whose_line_is_gone_says_so() -> None:
    with pytest.raises(LookupError, match="has no line 'x = 1'"):
        Fixed("layers/dates.py", "AddNot", "x = 1", "").mutant(ROOT)


@pytest.fixture(scope="session")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tree to mutate."""
    return copy_tree(tmp_path_factory.mktemp("mutants") / "copy")


@pytest.mark.parametrize("known", fixed(), ids=lambda known: f"{known.module}:{known.operator}")
def test_known_mutants_are_noticed(known: Fixed, copy: Path) -> None:
    with in_place(known.mutant(copy), copy):
        assert run([known.tests], copy, 20) == KILLED


def test_sound_code_is_not_taken_for_a_mutant(copy: Path) -> None:
    assert run(sorted({known.tests for known in fixed() if known.module.startswith("layers/")}), copy, 60) == SURVIVED
