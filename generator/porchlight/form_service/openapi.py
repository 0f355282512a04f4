# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the form service takes and answers, as OpenAPI: for those who write a form or a script of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from porchlight.form_service.parse import SID, TICKET
from porchlight.form_service.words import LANGUAGE_NAMES
from porchlight.model import poll_names, report_names
from porchlight.model.questionnaire import Questionnaire

Part = dict[str, Any]

FORM_TYPE = "application/x-www-form-urlencoded"

_REFUSALS = {
    "400": "The body is no UTF-8, or broke off.",
    "403": "The poll is closed (`closed`), or the form stands on a page that is not known (`foreign-page`).",
    "408": "The body took too long to arrive.",
    "413": "The body has too many bytes or fields.",
    "415": f"The body is no `{FORM_TYPE}`.",
    "422": "A field is not known, comes twice or holds something else than may be; or nothing is answered.",
    "429": "Too much came from one network. `Retry-After` says how many seconds to wait.",
    "503": "It could not be stored just now. `Retry-After` says how many seconds to wait.",
    "507": "There is no room left to store it.",
}


def openapi(questionnaires: Iterable[Questionnaire]) -> Part:
    """The description of every path, with the items and codes of each poll as it stands now."""
    paths: Part = {"/f/health": _health(), f"/f/{report_names.FORM}": _report()}
    paths[f"/f/{report_names.FORM}/thanks"] = {"get": _page("thanks-report", "Our words of thanks.")}
    for questionnaire in questionnaires:
        paths[f"/f/{questionnaire.id}"] = _poll(questionnaire)
        paths[f"/f/{questionnaire.id}/thanks"] = {"get": _page(f"thanks-{questionnaire.id}", "Our words of thanks.")}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Porchlight forms", "version": "1", "description": _DESCRIPTION},
        "paths": paths,
        "components": {"schemas": {"Stored": _STORED, "Refused": _REFUSED}},
    }


_DESCRIPTION = (
    "Answers to polls and reports of mistakes. A post is stored for good before it is answered. With "
    "`Accept: application/json` the answer is JSON, else a page. Nothing that tells who sent it is stored."
)

_STORED: Part = {
    "type": "object",
    "required": ["ok", "next"],
    "properties": {"ok": {"const": True}, "next": {"type": "string", "description": "where to go now"}},
    "additionalProperties": False,
}

_ERROR: Part = {
    "type": "object",
    "required": ["code", "field", "message"],
    "properties": {
        "code": {"type": "string"},
        "field": {"type": "string", "description": "which field it is about, or empty"},
        "message": {"type": "string", "description": "words for a person"},
    },
    "additionalProperties": False,
}

_REFUSED: Part = {
    "type": "object",
    "required": ["ok", "errors", "carry"],
    "properties": {
        "ok": {"const": False},
        "errors": {"type": "array", "minItems": 1, "items": _ERROR},
        "carry": {
            "type": "object",
            "description": "fields that the next try must send along",
            "additionalProperties": {"type": "string"},
        },
    },
    "additionalProperties": False,
}


def _poll(questionnaire: Questionnaire) -> Part:
    codes = [option.code for option in (*questionnaire.options, questionnaire.no_answer)]
    items = {
        item.id: {"type": "string", "enum": codes, "description": questionnaire.said(item.label, "en")}
        for item in questionnaire.items()
    }
    own = {
        poll_names.VERSION: _text("the version of the poll that was shown, a whole number"),
        poll_names.LANGUAGE: {**_text("the language it was read in"), "examples": list(questionnaire.languages)},
        **_COMMON,
    }
    body = _body({**items, **own}) | {"anyOf": [{"required": [item]} for item in items]}
    return {"get": _form(questionnaire), "post": _post(questionnaire.id, "Answer the poll.", body)}


def _report() -> Part:
    fields = {
        report_names.RECORD: {
            **_text("the record, like `housing/maple-house`"),
            "pattern": f"^{report_names.RECORD_FORM}$",
        },
        report_names.WHAT: {"type": "string", "enum": list(report_names.CHOICES)},
        report_names.WORDS: {**_text("what is wrong"), "maxLength": report_names.MOST_WORDS},
        report_names.LINE: _text("the line that is wrong, like `phones.1.number`; what can be no line is left out"),
        report_names.VALUE: {**_text("what should stand there"), "maxLength": report_names.MOST_WORDS},
        report_names.RECORD_NAME: _text("what people call the record, said again where the report is handed back"),
        report_names.LABELS: _text("lines to choose from there, `name=label` each on a line of its own"),
        report_names.LANGUAGE: {**_text("the language it was read in"), "examples": list(LANGUAGE_NAMES)},
        **_COMMON,
    }
    said = [
        {"required": [report_names.WHAT]},
        _said(report_names.LINE, f"^{report_names.LINE_FORM}$"),
        _said(report_names.WORDS),
        _said(report_names.VALUE),
    ]
    body = _body(fields) | {"required": [report_names.RECORD], "anyOf": said}
    return {"post": _post(report_names.FORM, "Tell of a mistake on a page.", body)}


def _said(name: str, pattern: str = r"\S") -> Part:
    """The field is there and says something."""
    return {"required": [name], "properties": {name: {"pattern": pattern}}}


def _text(description: str) -> Part:
    return {"type": "string", "description": description}


_COMMON: Mapping[str, Part] = {
    poll_names.NEXT: _text("where to go afterwards: a path, or an address on a site that the operator named"),
    poll_names.TRAP: _text("stays empty: what fills it in is taken for a robot and not counted"),
    SID: _text("16 to 64 letters, digits, “-” or “_”, by chance: sent again with the same one, it is counted once"),
    TICKET: _text("given along with a request to confirm"),
}


def _body(properties: Part) -> Part:
    # Whatever begins with an underscore is an instruction to some form service, and passed over.
    return {
        "type": "object",
        "properties": properties,
        "patternProperties": {"^_": {"type": "string"}},
        "additionalProperties": False,
    }


def _post(name: str, summary: str, body: Part) -> Part:
    return {
        "operationId": f"send-{name}",
        "summary": summary,
        "requestBody": {"required": True, "content": {FORM_TYPE: {"schema": body}}},
        "responses": {
            "200": {
                "description": "JSON: it is stored, or must be confirmed. A page: it must be confirmed.",
                "content": _content({"anyOf": [_ref("Stored"), _ref("Refused")]}),
            },
            "303": {"description": "It is stored.", "headers": {"Location": {"schema": {"type": "string"}}}},
            **{code: {"description": words, "content": _content(_ref("Refused"))} for code, words in _REFUSALS.items()},
        },
    }


def _form(questionnaire: Questionnaire) -> Part:
    language = {"name": "lang", "in": "query", "schema": {"type": "string", "examples": list(questionnaire.languages)}}
    page = _page(f"form-{questionnaire.id}", "The form, or when the poll is open.")
    return page | {"parameters": [language]}


def _page(name: str, summary: str) -> Part:
    return {"operationId": name, "summary": summary, "responses": {"200": {"description": "A page.", "content": _HTML}}}


def _health() -> Part:
    content = {"application/json": {"schema": {"type": "object", "properties": {"ok": {"type": "boolean"}}}}}
    words = {"200": "Answers can be stored.", "503": "Answers can't be stored just now."}
    responses = {code: {"description": description, "content": content} for code, description in words.items()}
    return {"get": {"operationId": "health", "summary": "How the service is.", "responses": responses}}


_HTML: Part = {"text/html": {"schema": {"type": "string"}}}


def _content(schema: Part) -> Part:
    return {"application/json": {"schema": schema}, **_HTML}


def _ref(name: str) -> Part:
    return {"$ref": f"#/components/schemas/{name}"}
