# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The check of what was touched says of it what the whole check says, and reads little else."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from porchlight.checking.changed import Looked, check_changed, check_saved
from porchlight.checking.glance import Glance, glances
from porchlight.checking.run import check_hub
from porchlight.checking.twins import AT_MOST, twins_of
from porchlight.model.short_codes import code_of
from tests.checking.hubs import TODAY, small_hub
from tests.conftest import ROOT

HOUSES, GROUPS = "data/housing", "data/organizations"
HOUSE = """\
id: {id}
name: {id} house
summary: A made-up home for a test, with nobody in it.
kind: recovery_residence
organization: {group}
sources: [{{url: https://www.example.org/, kind: own, read_on: 2026-11-20}}]
"""
GROUP = """\
id: {id}
name: {id} group
summary: A made-up group for a test, with nobody in it.
kind: rco
sources: [{{url: https://www.example.org/, kind: own, read_on: 2026-11-20}}]
"""
ARTICLE = "---\ntitle: Homes\ndescription: Some homes.\n---\nOne is [here]({link}).\n"

Edit = Callable[[Path], None]


def put(file: str, text: str) -> Edit:
    def edit(root: Path) -> None:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(text, encoding="utf-8")

    return edit


def take(file: str) -> Edit:
    return lambda root: (root / file).unlink(missing_ok=True)


def house(name: str, group: str = "one", more: str = "", file: str = "") -> Edit:
    return put(f"{HOUSES}/{file or name}.yaml", HOUSE.format(id=name, group=group) + more)


def group(name: str) -> Edit:
    return put(f"{GROUPS}/{name}.yaml", GROUP.format(id=name))


def article(link: str, name: str = "homes") -> Edit:
    return put(f"content/en/{name}.md", ARTICLE.format(link=link))


FIRST: tuple[Edit, ...] = (
    group("one"),
    group("two"),
    house("elm"),
    house("oak", "two"),
    house("pine", more="formerly: [fir]\n"),
    house("desk", more="gives: [state_id]\nneeds: [birth_certificate]\n"),
    house("counter", more="gives: [birth_certificate]\nneeds: [state_id]\n"),
    house("window", more="gives: [state_id]\n"),
    put(
        f"{HOUSES}/both.yaml",
        "".join(
            f"- {text}"
            for text in (
                HOUSE.format(id="ash", group="two").replace("\n", "\n  ").rstrip(" "),
                HOUSE.format(id="yew", group="one").replace("\n", "\n  ").rstrip(" "),
            )
        ),
    ),
    article("record:housing/elm"),
)

EDITS: dict[str, Edit] = {
    "another name": put(f"{HOUSES}/elm.yaml", HOUSE.format(id="elm", group="one").replace("elm house", "Elm")),
    "a word for beds": house("elm", more="beds: twelve\n"),
    "a group that is nowhere": house("elm", group="thre"),
    "a group with a problem": put(f"{GROUPS}/one.yaml", GROUP.format(id="one").replace("rco", "club")),
    "no more group": take(f"{GROUPS}/two.yaml"),
    "no more house": take(f"{HOUSES}/elm.yaml"),
    "an id of a file's other": house("oak", "two", file="birch"),
    "an id in a list": house("yew", file="yew"),
    "a former id that is one": house("elm", more="formerly: [oak]\n"),
    "a former id of two": house("elm", more="formerly: [fir]\n"),
    "an id that was former": house("fir"),
    "another id in the list": put(
        f"{HOUSES}/both.yaml", "- " + HOUSE.format(id="elm", group="two").replace("\n", "\n  ")
    ),
    "a short code of another": house("elm", more=f"short_code: {code_of('housing/oak')}\n"),
    "an id behind an escape": put(f"{HOUSES}/maple.yaml", HOUSE.format(id='"el\\x6d"', group="one")),
    "not yet YAML": put(f"{HOUSES}/oak.yaml", "id: oak\n\tname: x\n"),
    "an article to nothing": article("record:housing/elmm"),
    "an article to a list": article("page:housing/by/kind/recovery-residence", "lists"),
    "an article in a house's place": article("record:housing/oak", "housing/elm"),
    "a notice of a kind": article("page:homes", "more"),
    "no more way in": take(f"{HOUSES}/window.yaml"),
    "a need of its own": house("window", more="gives: [state_id]\nneeds: [state_id]\n"),
    "a way in less": house("window", more="gives: [state_id]\nneeds: [birth_certificate]\n"),
    "nothing": take(f"{HOUSES}/none.yaml"),
}


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small sound hub in which records point at each other."""
    root = small_hub(tmp_path_factory.mktemp("county"))
    for edit in FIRST:
        edit(root)
    assert not check_hub(root, TODAY).stopping
    return root


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def changed(county: Path, into: Path, edits: Sequence[Edit]) -> tuple[Path, Looked]:
    """The hub with these edits, and the check of what they touched."""
    root = Path(shutil.copytree(county, into / "hub"))
    before = files(root)
    for edit in edits:
        edit(root)
    after = files(root)
    touched = {file: before.get(file, b"") for file in {*before, *after} if before.get(file) != after.get(file)}
    return root, check_changed(root, TODAY, touched)


def twin(name: str, called: str, phone: str) -> Edit:
    text = HOUSE.format(id=name, group="two").replace(f"{name} house", called)
    return put(f"{HOUSES}/{name}.yaml", f"{text}phones: [{{number: {phone}, kind: voice, check: not_dialed}}]\n")


TWINS = (twin("maple", "Maple House", "614-555-0142"), twin("zelkova", "The Maple House, Inc.", "(614) 555-0142"))


@pytest.mark.parametrize("touched", ["maple", "zelkova"])
def test_what_looks_like_a_touched_record_is_told_wherever_it_stands(
    county: Path, tmp_path: Path, touched: str
) -> None:
    """A twin is read although nothing points at it, and told although the change is not in its file."""
    root = Path(shutil.copytree(county, tmp_path / "hub"))
    for edit in TWINS:
        edit(root)
    looked = check_changed(root, TODAY, {f"{HOUSES}/{touched}.yaml": b""})
    told = [problem for problem in looked.checked.care if problem.code == "looks-alike"]
    assert not looked.whole
    assert [problem.place.file for problem in told] == [f"{HOUSES}/zelkova.yaml"]
    assert "housing/maple" in told[0].message


def test_of_many_records_only_the_nearest_are_read_to_find_a_twin() -> None:
    many = [Glance(f"{n}.yaml", "housing", f"id: h{n}\nname: House number {n}\n".encode()) for n in range(500)]
    own = Glance("own.yaml", "housing", b"id: own\nname: The Maple House\n")
    nearest = Glance("maple.yaml", "housing", b"id: maple\nname: Maple House\n")
    found = list(twins_of([*many, nearest, own], [own]))
    assert found[0] == nearest
    assert len(found) <= AT_MOST


@settings(max_examples=15, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(st.sampled_from(sorted(EDITS)), min_size=1, max_size=3, unique=True))
def test_it_says_what_the_whole_check_says_of_what_was_touched(county: Path, names: list[str]) -> None:
    with TemporaryDirectory() as folder:
        root, looked = changed(county, Path(folder), [EDITS[name] for name in names])
        whole = check_hub(root, TODAY)
    assert looked.scope
    assert looked.checked.problems == whole.told_of(looked.scope.tells).problems
    assert {problem.place.file for problem in whole.stopping} <= looked.scope.touched | looked.scope.pointing
    assert looked.checked.stopping == whole.stopping, "the hub was sound before, so each problem is of this change"


SAVED = st.sampled_from(sorted(name for name in EDITS if not name.startswith(("an article", "a notice"))))


@settings(max_examples=15, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=SAVED, again=st.lists(st.sampled_from(("", "beds: 12\n", "beds: no\n")), max_size=2))
def test_saved_after_a_build_a_file_is_told_of_as_without_what_that_build_read(
    county: Path, name: str, again: list[str]
) -> None:
    with TemporaryDirectory() as folder:
        root = Path(shutil.copytree(county, Path(folder) / "hub"))
        known, before = check_hub(root, TODAY).hub, files(root)
        near = {glance.file: glance for glance in glances(root, known.package)}
        EDITS[name](root)
        touched = {file: text for file, text in before.items() if (root / file) not in root.rglob("*")}
        touched |= {file: before[file] for file, text in files(root).items() if before.get(file, text) != text}
        if len(touched) != 1 or len(files(root)) > len(before):
            return  # serve makes the whole build where more was saved than one file that was there
        (file,) = touched
        for more in ("", *again):
            if (root / file).is_file():
                with (root / file).open("a", encoding="utf-8") as out:
                    out.write(more)
            if file in near:
                saved = check_saved(root, TODAY, touched, known, near)
                assert saved.checked.stopping == check_changed(root, TODAY, touched).checked.stopping
                assert saved.checked.stopping == check_hub(root, TODAY).stopping


@pytest.mark.parametrize("edit", ["another name", "a word for beds"])
def test_one_saved_file_asks_for_as_many_others_in_a_hub_of_twice_the_size(
    county: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edit: str
) -> None:
    opened = list[str]()
    open_it: Callable[..., object] = Path.open

    def opens(path: Path, *how: object, **more: object) -> object:
        opened.append(str(path))
        return open_it(path, *how, **more)

    counts = []
    for size in (10, 60, 120):  # the first reads what is read once in a process
        root = Path(shutil.copytree(county, tmp_path / str(size)))
        for number in range(size):
            house(f"house-{number}")(root)
        known = check_hub(root, TODAY).hub
        near = {glance.file: glance for glance in glances(root, known.package)}
        before = {f"{HOUSES}/elm.yaml": (root / HOUSES / "elm.yaml").read_bytes()}
        EDITS[edit](root)
        with monkeypatch.context() as counting:
            counting.setattr(Path, "open", opens)
            opened.clear()
            looked = check_saved(root, TODAY, before, known, near)
            counts.append((len(opened), sum(1 for _ in looked.checked.hub.all_records())))
        assert not looked.whole
    assert counts[1] == counts[2]


def test_it_reads_what_was_touched_what_points_at_it_and_what_that_needs(county: Path, tmp_path: Path) -> None:
    _, looked = changed(county, tmp_path, [EDITS["another name"]])
    assert looked.scope
    assert not looked.whole
    assert looked.scope.touched == {f"{HOUSES}/elm.yaml"}
    assert looked.scope.pointing == {"content/en/homes.md"}
    assert f"{GROUPS}/one.yaml" in looked.scope.beside


@pytest.mark.parametrize(
    "file",
    ["data/hub.yaml", "data/vocabularies.yaml", "data/schemas/housing.yaml", "data/a.csv", "data/places/elm.yaml"],
)
def test_what_concerns_every_record_is_checked_with_every_record(county: Path, tmp_path: Path, file: str) -> None:
    """A place too: its code is one that any record may name."""
    root = Path(shutil.copytree(county, tmp_path / "hub"))
    (root / file).parent.mkdir(exist_ok=True)
    with (root / file).open("a", encoding="utf-8") as out:
        out.write("\n")
    looked = check_changed(root, TODAY, {file: b""})
    assert looked.whole
    assert looked.scope is None
    assert looked.checked == check_hub(root, TODAY)


def test_of_a_record_that_the_search_names_beside_very_many_others_nothing_is_told() -> None:
    """The words of the search name more records than a file may have problems, and most of them are not read."""
    file = "data/services/call-211.yaml"
    looked = check_changed(ROOT, date.today(), {file: (ROOT / file).read_bytes()})
    assert [str(problem) for problem in looked.checked.stopping] == []
