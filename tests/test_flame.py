# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The flame graph shows what was seen, each box as wide as its share, and nothing of the machine it was made on."""

from __future__ import annotations

from xml.etree import ElementTree

from tools.flame import SVG, WIDTH, drawn, stacks, step_of

MAIN = 'process 7:"python -m porchlight build --root /home/ann/hub"'
CHILD = f'{MAIN};process 9:"python -m porchlight build --root /home/ann/hub"'
WAY = "main (porchlight/cli.py);Pelican.run (pelican/__init__.py);_publish (porchlight/build.py)"

LINES = (
    f"{MAIN};{WAY};_sound (porchlight/build.py);read_hub (porchlight/reading/hub.py) 20",
    f"{MAIN};{WAY};site_files (porchlight/build.py);root (record.html) 30",
    f"{CHILD};{WAY};site_files (porchlight/build.py);root (record.html);escape (markupsafe/__init__.py) 40",
    f"{MAIN};_find_and_load (<frozen importlib._bootstrap>) 10",
)


def boxes(picture: str) -> dict[str, tuple[float, float]]:
    """Where each box begins and how wide it is, in shares of the picture, by its words."""
    groups = ElementTree.fromstring(picture).iter(f"{{{SVG}}}g")
    return {
        group[0].text or "": (float(group[1].attrib["x"]) / WIDTH, float(group[1].attrib["width"]) / WIDTH)
        for group in groups
    }


def test_all_processes_are_one_picture_from_the_build_on() -> None:
    found = stacks(LINES)
    assert found["site_files (build.py)", "root (templates/record.html)"] == 30
    assert found["site_files (build.py)", "root (templates/record.html)", "markupsafe"] == 40
    assert found["start and end of the program",] == 10


def test_a_box_is_as_wide_as_its_share_and_stands_within_what_called_it() -> None:
    found = boxes(drawn(stacks(LINES)))
    assert found["site_files (build.py): 70.0%"][1] == 0.7
    assert found["root (templates/record.html): 70.0%"] == found["site_files (build.py): 70.0%"]
    assert found["markupsafe: 40.0%"] == (found["root (templates/record.html): 70.0%"][0] + 0.3, 0.4)


def test_time_is_told_to_the_step_that_is_at_work() -> None:
    steps = {step_of(stack): count for stack, count in stacks(LINES[1:]).items()}
    assert steps == {"templates": 40, "all else": 10}
    assert step_of(
        ("site_files (build.py)", "root (templates/record.html)", "fold (reading/gazetteer/folding.py)")
    ) == ("read and check")
    assert "read and check 20%" in drawn(stacks(LINES))


def test_the_picture_names_no_folder_of_the_machine_and_runs_no_script() -> None:
    picture = drawn(stacks(LINES))
    assert [word for word in ("/home", "process", "script") if word in picture] == []


def test_what_is_too_narrow_to_be_seen_is_left_out() -> None:
    lines = [*LINES, f"{MAIN};{WAY};seldom (porchlight/views/x.py) 1"]
    big = [line.replace(" 20", " 20000") for line in lines]
    assert "seldom" in drawn(stacks(lines))
    assert "seldom" not in drawn(stacks(big))
