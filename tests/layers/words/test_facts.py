"""Facts as short phrases, on the toy county."""

from __future__ import annotations

import pytest

from layers.words.facts import students


@pytest.mark.parametrize(
    ("institution", "said"),
    [
        ("university-10000001", "900 students (2017/18)"),
        ("university-10000002", "70 students (2018/19)"),
        ("university-10000003", "students not known"),
        ("trust-RAA", "acute trust"),
    ],
)
def test_students_of_a_university_and_the_kind_of_a_trust(land, institution, said):
    assert students(land.institutions[institution]) == said
