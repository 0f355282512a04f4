# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the form service says, in English and Spanish."""

from __future__ import annotations

from collections.abc import Mapping

LANGUAGE_NAMES: Mapping[str, str] = {"en": "English", "es": "Español"}

_ENGLISH = {
    "crisis": "In danger, or thinking of suicide?",
    "crisis-call": "Call 988",
    "crisis-or": "or",
    "crisis-sms": "sms:988",
    "crisis-text": "text 988",
    "crisis-free": "Free, day and night.",
    "part": "Part {number} of {count}: {title}",
    "leave-empty": "Leave this empty",
    "made-up": "This is a made-up example. No place, person or number on these pages is real.",
    "privacy": "What happens to my answers, in full",
    "send": "Send my answers",
    "send-again": "Send my answers again",
    "confirm": "Yes, send my answers",
    "home": "Go to the home page",
    "open-form": "Open the form",
    "thanks-title": "Thank you",
    "thanks": "Your answers are saved. We kept the answers, the language and the day. Nothing says who you are.",
    "not-saved-title": "Your answers are not saved yet",
    "please-confirm-title": "One more step",
    "please-confirm": "Many answers are coming in right now. Press the button, so that we know a person sent these.",
    "no-poll-title": "There is no form here",
    "no-poll": "No form has this address. It may have ended, or the address may have a slip in it.",
    "closed": "This poll is closed.",
    "closed-on": "It closed on {day}.",
    "not-open-yet": "This poll is not open yet",
    "opens-on": "It opens on {day}.",
    "open-since": "This poll is open since {day}.",
    "invited": "Who is asked: {who}",
    "on-site": "This poll on our site: forms on paper, and what people answered",
    "open-until": "You can answer until {day}.",
    "not-saved": "Your answers are not saved: this poll is closed",
    "closed-what-now": "Your answers are below. Copy or print them. Did you open the form in time? Then ask the people "
    "who told you of this poll: they can still take your answers on paper.",
    "your-answers": "Your answers",
    "nothing-answered": "No line has an answer yet. Mark at least one line, then send.",
    "poll-changed": "This form has changed since you opened it. Please look over your answers, then send them.",
    "answered-twice": "One line came with two answers. Please look over your answers, then send them.",
    "unreadable": "What was sent arrived damaged. Please fill in the form again.",
    "too-large": "What was sent is too big for this form. Please fill in the form again.",
    "too-slow": "Your answers took too long to arrive. Please go back one page and send them again.",
    "not-a-form": "This address takes only what its own form sends. Please use the form.",
    "foreign-page": "This came from a page that is not ours. If you meant to send these answers, press the button.",
    "too-many": "Many answers came from your network. You did nothing wrong. Wait a moment, then press the button.",
    "busy": "We could not save your answers just now. They are still here. Wait a moment, then press the button.",
    "full": "We have no room to save your answers right now. They are still here. Please try again later.",
}

_SPANISH = {
    "crisis": "¿Está en peligro o piensa en el suicidio?",
    "crisis-call": "Llame al 988",
    "crisis-or": "y oprima 2, o",
    "crisis-sms": "sms:988?&body=AYUDA",
    "crisis-text": "envíe AYUDA por texto al 988",
    "crisis-free": "Gratis, de día y de noche.",
    "part": "Parte {number} de {count}: {title}",
    "leave-empty": "Deje esto vacío",
    "made-up": "Este es un ejemplo inventado. Ningún lugar, persona ni número de estas páginas es real.",
    "privacy": "Qué pasa con mis respuestas, en detalle",
    "send": "Enviar mis respuestas",
    "send-again": "Enviar mis respuestas otra vez",
    "confirm": "Sí, enviar mis respuestas",
    "home": "Ir a la página principal",
    "open-form": "Abrir el formulario",
    "thanks-title": "Gracias",
    "thanks": "Sus respuestas están guardadas. Guardamos las respuestas, el idioma y el día. Nada dice quién es usted.",
    "not-saved-title": "Sus respuestas aún no están guardadas",
    "please-confirm-title": "Un paso más",
    "please-confirm": "Están llegando muchas respuestas. Pulse el botón: así sabremos que las envió una persona.",
    "no-poll-title": "Aquí no hay ningún formulario",
    "no-poll": "Ningún formulario tiene esta dirección. Quizás ya terminó, o la dirección tiene un error.",
    "closed": "Esta encuesta está cerrada.",
    "closed-on": "Cerró el {day}.",
    "not-open-yet": "Esta encuesta todavía no está abierta",
    "opens-on": "Abre el {day}.",
    "open-since": "Esta encuesta está abierta desde el {day}.",
    "invited": "A quién se pregunta: {who}",
    "on-site": "Esta encuesta en nuestro sitio: hojas de papel y lo que la gente respondió",
    "open-until": "Puede responder hasta el {day}.",
    "not-saved": "Sus respuestas no están guardadas: esta encuesta está cerrada",
    "closed-what-now": "Sus respuestas están abajo. Cópielas o imprímalas. ¿Abrió el formulario a tiempo? Pregunte a "
    "quienes le hablaron de esta encuesta: todavía pueden recibir sus respuestas en papel.",
    "your-answers": "Sus respuestas",
    "nothing-answered": "Ninguna línea tiene respuesta todavía. Marque por lo menos una y envíe.",
    "poll-changed": "Este formulario cambió desde que usted lo abrió. Revise sus respuestas y envíelas.",
    "answered-twice": "Una línea llegó con dos respuestas. Revise sus respuestas y envíelas.",
    "unreadable": "Lo que se envió llegó dañado. Por favor, llene el formulario otra vez.",
    "too-large": "Lo que se envió es demasiado grande para este formulario. Por favor, llénelo otra vez.",
    "too-slow": "Sus respuestas tardaron demasiado en llegar. Vuelva a la página anterior y envíelas otra vez.",
    "not-a-form": "Esta dirección solo recibe lo que envía su propio formulario. Por favor, use el formulario.",
    "foreign-page": "Esto vino de una página que no es nuestra. Si quiso enviar estas respuestas, pulse el botón.",
    "too-many": "Llegaron muchas respuestas desde su red. Usted no hizo nada malo. Espere un momento y pulse el botón.",
    "busy": "No pudimos guardar sus respuestas en este momento. Siguen aquí. Espere un momento y pulse el botón.",
    "full": "Ahora no tenemos espacio para guardar sus respuestas. Siguen aquí. Vuelva a intentarlo más tarde.",
}

_WORDS: Mapping[str, Mapping[str, str]] = {"en": _ENGLISH, "es": _SPANISH}


def say(language: str, key: str) -> str:
    """The words for `key`, in English where we do not speak the language."""
    return _WORDS.get(language, _ENGLISH)[key]
