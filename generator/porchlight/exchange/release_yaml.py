# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A release, and the poll as it was asked → the files in `data/results/` that hold them."""

from __future__ import annotations

from porchlight.exchange.yaml_out import record_yaml
from porchlight.model.questionnaire import Questionnaire
from porchlight.model.released import Release
from porchlight.model.seal import content_of
from porchlight.model.wording import as_written
from porchlight.reading.results import FOLDER

_ON_TOP = """\
# Counts of many answers, released by a person. This file never changes: its seal would no longer fit.
# Results: CC-BY-4.0, like the hub's other data.
"""

_ON_TOP_OF_WORDING = "# The poll as people answered it. This file never changes.\n"


def release_path(release: Release) -> str:
    """Where the release lies, below the hub's folder."""
    return f"{FOLDER}/{release.poll}/{release.wave}-{release.number}.yaml"


def release_yaml(release: Release) -> str:
    """The file's text; reading it gives the same release, with the same seal."""
    return _ON_TOP + record_yaml({**content_of(release), "seal": release.seal})


def wording_path(questionnaire: Questionnaire) -> str:
    """Where the poll as it was asked lies, below the hub's folder."""
    return f"{FOLDER}/{questionnaire.id}/wording-{questionnaire.version}.yaml"


def wording_yaml(questionnaire: Questionnaire) -> str:
    """The file's text; reading it gives the same words."""
    return _ON_TOP_OF_WORDING + record_yaml(as_written(questionnaire))
