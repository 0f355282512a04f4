# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What travels with the program: in a wheel inside the package, in a checkout beside it."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_CHECKOUT = _PACKAGE.parent.parent
_PACKED = _PACKAGE / "starter"


def checkout() -> Path | None:
    """The folder of Porchlight that this program runs from; None where it was installed from a wheel."""
    return None if _PACKED.is_dir() else _CHECKOUT


def shipped_root() -> Path:
    """The folder whose `data/` holds the package file, schemas and vocabularies that come with the program."""
    return _PACKED if _PACKED.is_dir() else _CHECKOUT


def catalog_languages() -> tuple[str, ...]:
    """The languages in which the pages' own words are written."""
    theme = _PACKAGE / "theme" if (_PACKAGE / "theme").is_dir() else _CHECKOUT / "theme"
    return tuple(sorted(path.stem for path in (theme / "catalog").glob("*.yaml")))


def changelog() -> str:
    """What changed from version to version."""
    packed = Path(__file__).resolve().parents[1] / "CHANGELOG.md"
    return (packed if packed.is_file() else _CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8")


def starter_parts() -> tuple[tuple[Path, Path], ...]:
    """What a new hub is copied from, folders and files, each with where it goes: all in one folder in a wheel."""
    if _PACKED.is_dir():
        return ((_PACKED, Path()),)
    beside = (Path("data", "polls"), Path(".github", "workflows"), Path(".gitlab-ci.yml"))
    return ((_CHECKOUT / "starter", Path()), *((_CHECKOUT / place, place) for place in beside))
