# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The operator’s pages: plain HTML that stands alone, without script, in English, every text escaped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from html import escape

from porchlight.form_service.operator.bands import band
from porchlight.form_service.operator.desk import Purged
from porchlight.form_service.style import STYLE
from porchlight.model.questionnaire import Questionnaire, Wave
from porchlight.polls.response import Response

SEAL = "seal"
MOST_SHOWN = 50
"""Answers that were set aside, on one page."""


def door_page(told: str) -> str:
    """Asks for the token."""
    token = '<p><label>Token <input name="token" type="password" autocomplete="off" required></label></p>'
    form = f'<form method="post" action="/enter">\n{token}\n{_button("Come in")}\n</form>'
    return _document("Who is there?", (), _told([told]) + "<p>The terminal shows a token. Paste it here.</p>" + form)


def counts_page(links: Sequence[str], counts: Iterable[tuple[Questionnaire, Counter[str]]]) -> str:
    """How many answers each wave has, in bands."""
    return _document("Answers so far", links, "\n".join(_counts(poll, waves) for poll, waves in counts))


def aside_page(
    links: Sequence[str], seal: str, aside: Sequence[tuple[Questionnaire, Response]], told: Sequence[str]
) -> str:
    """What was set aside, each with the two things that can be done about it."""
    words = "A field that people do not see was filled in. Most likely a robot did it. A password manager can, too."
    shown = "\n".join(_aside(poll, response, seal) for poll, response in aside[:MOST_SHOWN])
    rest = len(aside) - MOST_SHOWN
    more = f"<p>{rest:,} more come after these.</p>" if rest > 0 else ""
    body = f"<p>{words} It is deleted after 30 days.</p>\n{shown}{more}" if aside else "<p>Nothing is set aside.</p>"
    return _document("Set aside", links, _told(told) + body)


def keying_page(
    links: Sequence[str], seal: str, polls: Iterable[Questionnaire], told: Sequence[str], typed: str
) -> str:
    """Takes pasted lines, one for each sheet."""
    form = _form(
        "/key-in",
        seal,
        _waves(polls),
        "<fieldset>\n<legend>Who are you?</legend>\n"
        + '<p><label><input type="radio" name="hand" value="1" required> The first to key these sheets</label></p>\n'
        + '<p><label><input type="radio" name="hand" value="2"> The second to key these sheets</label></p>\n'
        + "</fieldset>",
        # The line break after the tag is the one that browsers leave out.
        f'<p><label>One line for each sheet<br>\n<textarea name="lines" rows="20" cols="60" required>\n{escape(typed)}'
        "</textarea></label></p>",
        _button("Key in"),
    )
    words = "<p>Two people key each sheet. Sheets on which both read the same are counted.</p>"
    return _document("Key in paper", links, _told(told) + words + form)


def release_page(links: Sequence[str], seal: str, polls: Iterable[Questionnaire], told: Sequence[str]) -> str:
    """Makes a release of one wave."""
    words = "<p>This writes counts into the hub’s folder. Small groups are left out. Look before you publish.</p>"
    form = _form("/release", seal, _waves(polls), _button("Make the counts"))
    return _document("Release results", links, _told(told) + words + form)


def export_page(links: Sequence[str], seal: str, polls: Iterable[Questionnaire]) -> str:
    """Hands out the stored answers of one poll."""
    words = (
        "<p>The file has one line for each person’s answers. Whoever sees it may guess who wrote a line. "
        "Keep it out of the hub’s folder, send it to nobody, and delete it when you are done.</p>"
    )
    form = _form("/export", seal, _polls(polls), _button("Save the file"))
    return _document("Save the answers", links, words + form)


def purge_page(
    links: Sequence[str], seal: str, polls: Iterable[Questionnaire], told: Sequence[str], purges: Sequence[Purged]
) -> str:
    """Deletes answers from before a day, and shows what was deleted before."""
    day = '<p><label>From before this day <input name="before" type="date" required></label></p>'
    form = _form("/purge", seal, _polls(polls), day, _button("Go on"))
    lines = "\n".join(f"<li>{escape(each.day)}: {each.count:,} {escape(each.what)}</li>" for each in reversed(purges))
    log = f"<h2>Deleted so far</h2>\n<ul>\n{lines}\n</ul>" if purges else ""
    return _document("Delete old answers", links, _told(told) + form + log)


def sure_page(links: Sequence[str], seal: str, poll: Questionnaire, before: str, count: int) -> str:
    """Asks once more before answers are deleted."""
    question = f"Answers to “{poll.said(poll.title, 'en')}” from before {before}: {band(count)}. They can’t come back."
    hidden = _hidden({"poll": poll.id, "before": before, "sure": "yes"})
    form = _form("/purge", seal, hidden, _button("Yes, delete them"))
    return _document("Delete these answers?", links, f"<p>{escape(question)}</p>{form}")


def plain_page(title: str, told: str) -> str:
    """A few words and the way back."""
    return _document(title, (), f'<p>{escape(told)}</p><p><a href="/">Back to the first page</a></p>')


def _document(title: str, links: Sequence[str], body: str) -> str:
    nav = " · ".join(f'<a href="{escape(path)}">{escape(words)}</a>' for path, words in map(_link, links))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="robots" content="noindex">\n'
        f"<title>{escape(title)}</title>\n{STYLE}\n</head>\n<body>\n"
        + (f"<nav>{nav}</nav>\n" if nav else "")
        + f"<main>\n<h1>{escape(title)}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _link(words: str) -> tuple[str, str]:
    return LINKS[words], words


LINKS: Mapping[str, str] = {
    "Answers so far": "/",
    "Set aside": "/quarantine",
    "Key in paper": "/key-in",
    "Release results": "/release",
    "Save the answers": "/export",
    "Delete old answers": "/purge",
    "Leave": "/leave",
}
"""The pages, by what they are called."""


def _counts(poll: Questionnaire, counts: Counter[str]) -> str:
    lines = "\n".join(
        f'<tr><th scope="row">{escape(wave.id)}</th><td>{escape(_days(wave))}</td><td>{band(counts[wave.id])}</td></tr>'
        for wave in poll.waves
    )
    head = '<tr><th scope="col">Wave</th><th scope="col">Open</th><th scope="col">Answers</th></tr>'
    return f"<table>\n<caption>{escape(poll.said(poll.title, 'en'))}</caption>\n{head}\n{lines}\n</table>"


def _days(wave: Wave) -> str:
    if wave.opens is None and wave.closes is None:
        return "at all times"
    return f"{wave.opens or 'from the start'} – {wave.closes or 'no last day'}"


def _aside(poll: Questionnaire, response: Response, seal: str) -> str:
    lines = "\n".join(
        f"<dt>{escape(poll.said(item.label, 'en'))}</dt>\n<dd>{escape(_said(poll, response.answers[item.id]))}</dd>"
        for item in poll.items()
        if item.id in response.answers
    )
    buttons = "".join(f'<button name="who" value="{who}">{words}</button> ' for who, words in _WHO)
    form = _form("/quarantine", seal, _hidden({"poll": poll.id, "sid": response.sid or ""}), f"<p>{buttons}</p>")
    head = f"{poll.said(poll.title, 'en')}, {response.day}, {response.language}"
    return f"<section>\n<h2>{escape(head)}</h2>\n<dl>\n{lines}\n</dl>\n{form}\n</section>"


_WHO = (("person", "A person: count it"), ("robot", "A robot: delete it"))


def _said(poll: Questionnaire, code: str) -> str:
    options = (*poll.options, poll.no_answer)
    return next((poll.said(option.label, "en") for option in options if option.code == code), code)


def _form(action: str, seal: str, *fields: str) -> str:
    return (
        f'<form method="post" action="{escape(action)}">\n{_hidden({SEAL: seal})}\n' + "\n".join(fields) + "\n</form>\n"
    )


def _hidden(fields: Mapping[str, str]) -> str:
    return "\n".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">' for name, value in fields.items()
    )


def _button(words: str) -> str:
    return f'<p><button type="submit">{escape(words)}</button></p>'


def _told(lines: Iterable[str]) -> str:
    told = "\n".join(f"<li>{escape(line)}</li>" for line in lines if line)
    return f'<ul role="status">\n{told}\n</ul>\n' if told else ""


def _polls(polls: Iterable[Questionnaire]) -> str:
    return _select("Poll", "poll", [(poll.id, poll.said(poll.title, "en")) for poll in polls])


def _waves(polls: Iterable[Questionnaire]) -> str:
    choices = [(poll, wave.id) for poll in polls for wave in poll.waves]
    named = [(f"{poll.id} {wave}", f"{poll.said(poll.title, 'en')}: {wave}") for poll, wave in choices]
    return _select("Poll and wave", "wave", named)


def _select(label: str, name: str, choices: Sequence[tuple[str, str]]) -> str:
    options = "".join(f'<option value="{escape(value)}">{escape(words)}</option>' for value, words in choices)
    return f'<p><label>{label} <select name="{name}">{options}</select></label></p>'
