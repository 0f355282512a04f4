# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the form service says about a report of a mistake, in English and Spanish."""

from __future__ import annotations

import re
from collections.abc import Mapping

from porchlight.form_service import words

_ENGLISH = {
    "what": "What do you know?",
    "what.called_right": "It is all right: I called",
    "what.visited_right": "It is all right: I was there",
    "what.number_wrong": "A phone number is wrong",
    "what.closed": "They have closed",
    "what.moved": "They have moved",
    "what.took_them_not": "They told me something else",
    "what.page_wrong": "This page says something wrong",
    "what.other": "Something else",
    "line": "Which line should be mended?",
    "no_line": "I don't know",
    "line.number": "Phone number {n}",
    "line.chosen": "The line that you chose",
    "value": "What it should say, if you know",
    "words": "Tell us more, if you like",
    "hint": "Please do not write names of people.",
    "private": "We keep what you send, the language and the day. Nothing says who you are.",
    "about": "About the page: {record}",
    "send": "Send",
    "send-again": "Send again",
    "confirm": "Yes, send it",
    "thanks": "What you told us is saved. We kept it with the language and the day. Nothing says who you are.",
    "not-saved-title": "It is not saved yet",
    "please-confirm": "A lot is coming in right now. Press the button, so that we know a person sent this.",
    "nothing-said": "Nothing is marked and nothing is written yet. Mark one of these or write a few words, then send.",
    "form-changed": "This form has changed since you opened it. Please look over what you wrote, then send it.",
    "answered-twice": "One field came twice. Please look over what you wrote, then send it.",
    "no-record": (
        "We can't tell which page this is about. Copy your words, open the page that is wrong, and send them there."
    ),
    "too-long": "Your words are longer than fits: 5,000 letters at most. Make them shorter, then send.",
    "unreadable": "What was sent arrived damaged. Please go back one page and send it again.",
    "too-large": "What was sent is too big for this form. Please go back one page and make your words shorter.",
    "too-slow": "It took too long to arrive. Please go back one page and send it again.",
    "foreign-page": "This came from a page that is not ours. If you meant to send it, press the button.",
    "too-many": "A lot came from your network. You did nothing wrong. Wait a moment, then press the button.",
    "busy": "We could not save it just now. Your words are still here. Wait a moment, then press the button.",
    "full": "We have no room to save it right now. Your words are still here. Please try again later.",
}

_SPANISH = {
    "what": "¿Qué sabe usted?",
    "what.called_right": "Todo está bien: llamé",
    "what.visited_right": "Todo está bien: estuve ahí",
    "what.number_wrong": "Un número de teléfono está mal",
    "what.closed": "Cerraron",
    "what.moved": "Se mudaron",
    "what.took_them_not": "Me dijeron otra cosa",
    "what.page_wrong": "Esta página dice algo que no es cierto",
    "what.other": "Otra cosa",
    "line": "¿Qué línea hay que corregir?",
    "no_line": "No lo sé",
    "line.number": "Número de teléfono {n}",
    "line.chosen": "La línea que eligió",
    "value": "Lo que debería decir, si lo sabe",
    "words": "Cuéntenos más, si quiere",
    "hint": "Por favor, no escriba nombres de personas.",
    "private": "Guardamos lo que envía, el idioma y el día. Nada dice quién es usted.",
    "about": "Sobre la página: {record}",
    "send": "Enviar",
    "send-again": "Enviar otra vez",
    "confirm": "Sí, enviar",
    "thanks": "Lo que nos dijo está guardado, con el idioma y el día. Nada dice quién es usted.",
    "not-saved-title": "Aún no está guardado",
    "please-confirm": "Están llegando muchos mensajes. Pulse el botón: así sabremos que este lo envió una persona.",
    "nothing-said": "No hay nada marcado ni escrito todavía. Marque una opción o escriba unas palabras y envíe.",
    "form-changed": "Este formulario cambió desde que usted lo abrió. Revise lo que escribió y envíelo.",
    "answered-twice": "Un dato llegó dos veces. Revise lo que escribió y envíelo.",
    "no-record": (
        "No sabemos de qué página se trata. Copie sus palabras, abra la página que tiene el error y envíelas desde ahí."
    ),
    "too-long": "Sus palabras no caben: el máximo es de 5,000 letras. Acórtelas y envíe.",
    "unreadable": "Lo que se envió llegó dañado. Vuelva a la página anterior y envíelo otra vez.",
    "too-large": "Lo que se envió es demasiado grande. Vuelva a la página anterior y acorte sus palabras.",
    "too-slow": "Tardó demasiado en llegar. Vuelva a la página anterior y envíelo otra vez.",
    "foreign-page": "Esto vino de una página que no es nuestra. Si quiso enviarlo, pulse el botón.",
    "too-many": "Llegaron muchos mensajes desde su red. Usted no hizo nada malo. Espere un momento y pulse el botón.",
    "busy": "No pudimos guardarlo en este momento. Sus palabras siguen aquí. Espere un momento y pulse el botón.",
    "full": "Ahora no tenemos espacio para guardarlo. Sus palabras siguen aquí. Vuelva a intentarlo más tarde.",
}

_WORDS: Mapping[str, Mapping[str, str]] = {"en": _ENGLISH, "es": _SPANISH}


def say(language: str, key: str) -> str:
    """The words for `key` where a report needs its own, else those of every form; English for other languages."""
    own = _WORDS.get(language, _ENGLISH)
    return own[key] if key in own else words.say(language, key)


def line_in_words(language: str, line: str) -> str:
    """The line of a record in words, where the page that it came from did not say its own."""
    number = re.fullmatch(r"phones\.([0-9]+)\.number", line)
    if number:
        return say(language, "line.number").format(n=number[1])
    return say(language, "line.chosen")
