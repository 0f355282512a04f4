# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Why a column is left out: what may tell who someone was never comes in."""

from __future__ import annotations

from porchlight.exchange.sheets.names import words

ASKED = "left out, as you asked"
NO_ITEM = "left out: not an item of this poll"
NO_ITEM_IS_FREE = "left out: it holds answers, but each item of this poll has its column"

_WHO: dict[str, frozenset[str]] = {
    "an email address": frozenset({"email", "mail", "correo", "replyto"}),
    "a name": frozenset({"name", "names", "nombre", "apellido", "surname", "username", "user", "submitted", "enviado"}),
    "a phone number": frozenset({"phone", "telephone", "mobile", "cell", "telefono", "celular"}),
    "a computer’s address or kind": frozenset(
        {"ip", "ipaddr", "agent", "browser", "device", "referrer", "referer", "refurl"}
    ),
    "a place": frozenset(
        {"location", "address", "city", "state", "zip", "county", "latitude", "longitude", "geolocation", "direccion"}
        | {"ciudad", "condado", "ubicacion", "gps"}
    ),
    "something about the person": frozenset(
        {"gender", "sex", "age", "birthday", "income", "education", "race", "ethnicity", "genero", "sexo", "edad"}
    ),
    "a time": frozenset(
        {"timestamp", "time", "date", "datestamp", "created", "started", "submitdate", "startdate", "enddate", "day"}
        | {"start", "end", "today", "temporal", "fecha", "hora", "duration", "interviewtime"}
    ),
    "words of a person’s own": frozenset(
        {"comment", "comments", "message", "note", "notes", "other", "comentario", "comentarios", "mensaje", "otro"}
    ),
    "a number that a service gave to someone": frozenset(
        {"id", "uuid", "respondentid", "token", "collectorid", "seed", "instanceid", "rootuuid", "network"}
    ),
}
"""Words in the head of a column, by what they tell."""


def why_left_out(head: str) -> str:
    """The reason for a column that names no item, in words for people."""
    told = who(head)
    return f"left out: {told}, which may say who it was" if told else NO_ITEM


def who(head: str) -> str:
    """What of a person a column holds by its head, or ""."""
    said = set(words(head))
    return next((what for what, marks in _WHO.items() if not marks.isdisjoint(said)), "")
