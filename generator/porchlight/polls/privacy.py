# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a person is told before answering about what becomes of the answers: made from the settings that are true."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from porchlight.model.hub import KEEP_MONTHS
from porchlight.model.questionnaire import Questionnaire

ROBOTS_KEPT_DAYS = 30
"""How long an answer that looks like a robot's is kept for a person to look at."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """How long answers are kept: `months` after the wave that they belong to has closed."""

    months: int = KEEP_MONTHS


USUAL = Keeping()


def privacy_note(
    keeping: Keeping, questionnaire: Questionnaire, language: str, service: str = "", host: str = ""
) -> tuple[str, ...]:
    """Sentences in a language, in English where we do not speak it. Another setting gives another sentence.

    `service` is the name of the form service that takes the answers, "" where it is our own; `host` the host that they
    go to, "" for the site's own. A name can be anyone's, so the host is always told.
    """
    words = _WORDS.get(language, _WORDS["en"])
    sentences = _with_others(words) if service else _with_us(words, host)
    named = f"{service} ({host})" if host else service
    after = _after(keeping, questionnaire, words, service)
    every = (*sentences, *after, *_told(questionnaire, words))
    return tuple(each.format(service=service, named=named, host=host) for each in every)


def privacy_in_short(
    keeping: Keeping, questionnaire: Questionnaire, language: str, service: str = "", host: str = ""
) -> tuple[str, str, str]:
    """The three sentences that stand above the button: what all must know. `privacy_note` is the whole."""
    words = _WORDS.get(language, _WORDS["en"])
    if service:
        named = f"{service} ({host})" if host else service
        return words["short-sent-to"].format(named=named), words["short-may-see"], words["short-paper"]
    kept = words["short-kept-at"].format(host=host) if host else words["short-kept"]
    return kept, _until(keeping, questionnaire, words, "short-"), words["short-counts"]


def _with_us(words: Mapping[str, str], host: str) -> Iterator[str]:
    if host:
        yield words["server"]
    yield from (words["kept"], words["network"], words["robots"].replace("{days}", str(ROBOTS_KEPT_DAYS)))


def _with_others(words: Mapping[str, str]) -> Iterator[str]:
    yield from (words["sent-to"], words["may-see"], words["taken-over"])


def _after(keeping: Keeping, questionnaire: Questionnaire, words: Mapping[str, str], service: str) -> Iterator[str]:
    """How long: a wave without a last day never closes, so no day can be promised."""
    if service:
        yield words["their-copy"]
    yield _until(keeping, questionnaire, words)


def _until(keeping: Keeping, questionnaire: Questionnaire, words: Mapping[str, str], length: str = "") -> str:
    if any(wave.closes is None for wave in questionnaire.waves):
        return words[f"{length}no-end"]
    if keeping.months == 1:
        return words[f"{length}month"]
    return words[f"{length}months"].replace("{months}", str(keeping.months))


def _told(questionnaire: Questionnaire, words: Mapping[str, str]) -> Iterator[str]:
    yield words["counts"]
    if questionnaire.breakdowns:
        yield words["by"].replace("{by}", words["and"].join(words[f"by.{by}"] for by in questionnaire.breakdowns))


_ENGLISH = {
    "kept": "We keep your answers, the language and the day. We keep no name, no address of your phone or computer, "
    "and no time of day.",
    "network": "To hold off floods, the memory of our server holds a scrambled mark of your network. After two hours "
    "nobody can tell whose mark it was. It is never written down.",
    "robots": "What looks like a robot’s is kept apart and deleted after {days} days.",
    "server": "Your answers go to {host}, the server that the people who keep this site chose.",
    "sent-to": "Your answers go to {named}. That is a service of others, not of this site.",
    "may-see": "It may see and keep the address of your phone or computer, and the time. Ask for paper if you do not "
    "want that.",
    "taken-over": "From there we take over your answers and nothing else.",
    "their-copy": "How long they stay there, {service} decides.",
    "months": "{months} months after the poll has closed we delete the answers that we hold. The counts stay.",
    "month": "One month after the poll has closed we delete the answers that we hold. The counts stay.",
    "no-end": "This poll has no last day. The answers stay until the people who keep this site delete them.",
    "short-kept": "We keep your answers, the language and the day, but not your name.",
    "short-kept-at": "We keep your answers, the language and the day at {host}, but not your name.",
    "short-months": "{months} months after the poll has closed we delete your answers.",
    "short-month": "One month after the poll has closed we delete your answers.",
    "short-no-end": "This poll has no last day, so we can’t say when we delete them.",
    "short-counts": "We show only counts of many people.",
    "short-sent-to": "Your answers go to {named}, which is not ours.",
    "short-may-see": "It may see and keep the address of your phone or computer, and the time.",
    "short-paper": "Ask for paper if you do not want that.",
    "counts": "Only counts of many people are shown, after a person has looked at them.",
    "by": "Counts may also be shown by {by}, where enough people answered.",
    "by.mode": "how people answered",
    "by.language": "language",
    "and": " and by ",
}

_SPANISH = {
    "kept": "Guardamos sus respuestas, el idioma y el día. No guardamos ningún nombre, ninguna dirección de su "
    "teléfono o computadora, ni la hora.",
    "network": "Para frenar los envíos masivos, la memoria de nuestro servidor tiene una huella revuelta de su red. "
    "Después de dos horas nadie puede saber de quién era. Nunca se escribe.",
    "robots": "Lo que parece de un robot se guarda aparte y se borra después de {days} días.",
    "server": "Sus respuestas van a {host}, el servidor que eligió quien cuida este sitio.",
    "sent-to": "Sus respuestas van a {named}. Es un servicio de otros, no de este sitio.",
    "may-see": "Puede ver y guardar la dirección de su teléfono o computadora, y la hora. Pida papel si no quiere eso.",
    "taken-over": "De ahí tomamos sus respuestas y nada más.",
    "their-copy": "Cuánto tiempo quedan allí lo decide {service}.",
    "months": "{months} meses después de cerrar la encuesta borramos las respuestas que tenemos. Los totales quedan.",
    "month": "Un mes después de cerrar la encuesta borramos las respuestas que tenemos. Los totales quedan.",
    "no-end": "Esta encuesta no tiene último día. Las respuestas quedan hasta que las borra quien cuida este sitio.",
    "short-kept": "Guardamos sus respuestas, el idioma y el día, pero no su nombre.",
    "short-kept-at": "Guardamos sus respuestas, el idioma y el día en {host}, pero no su nombre.",
    "short-months": "{months} meses después de cerrar la encuesta borramos sus respuestas.",
    "short-month": "Un mes después de cerrar la encuesta borramos sus respuestas.",
    "short-no-end": "Esta encuesta no tiene último día: no podemos decir cuándo las borramos.",
    "short-counts": "Solo mostramos totales de muchas personas.",
    "short-sent-to": "Sus respuestas van a {named}, que no es nuestro.",
    "short-may-see": "Puede ver y guardar la dirección de su teléfono o computadora, y la hora.",
    "short-paper": "Pida papel si no quiere eso.",
    "counts": "Solo se muestran totales de muchas personas, después de que una persona los revisó.",
    "by": "También se pueden mostrar los totales por {by}, donde respondió suficiente gente.",
    "by.mode": "la forma de responder",
    "by.language": "idioma",
    "and": " y por ",
}

_WORDS: Mapping[str, Mapping[str, str]] = {"en": _ENGLISH, "es": _SPANISH}
