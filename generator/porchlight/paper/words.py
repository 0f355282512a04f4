# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a ballot says beside the words of its poll, in English and Spanish."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "lang": "en",
        "how": "Mark one circle on each line. You can skip any line. Do not write your name."
        " Changed your mind? Cross out the old mark.",
        "made_up": "Made up, to try things out: please do not hand this out.",
        "line": "Mark one on each line",
        "part": "Part {number} of {count}: {title}",
        "web": "Or answer on the web:",
        "square": "Square code that opens this poll on the web: {address}",
        "done": "Thank you. Fold this sheet and put it in the box. No box? Ask where to hand this in.",
        "done_many": "Thank you. Fold the {sheets} sheets together and put them in the box. No box? Ask where to hand"
        " them in.",
        "ask": "You can ask here: {contact}",
        "crisis": "In danger, or thinking of suicide? Call or text 988: free, day and night.",
        "page": "Page {number} of {count}.",
        "turn": "Please turn over.",
        "next": "Go on to the next sheet.",
        "office": "Office use: pile",
        "sheet": "sheet",
    },
    "es": {
        "lang": "es",
        "how": "Marque un círculo en cada línea. Puede saltarse cualquiera. No escriba su nombre."
        " ¿Cambió de idea? Tache la marca anterior.",
        "made_up": "Inventado, para hacer pruebas: por favor no lo reparta.",
        "line": "Marque una en cada línea",
        "part": "Parte {number} de {count}: {title}",
        "web": "O responda en la web:",
        "square": "Código cuadrado que abre esta encuesta en la web: {address}",
        "done": "Gracias. Doble esta hoja y póngala en la caja. ¿No hay caja? Pregunte dónde entregarla.",
        "done_many": "Gracias. Doble las {sheets} hojas juntas y póngalas en la caja. ¿No hay caja? Pregunte dónde"
        " entregarlas.",
        "ask": "Puede preguntar aquí: {contact}",
        "crisis": "¿Está en peligro o piensa en el suicidio? Llame al 988 y oprima 2, o envíe el texto AYUDA"
        " al mismo número: gratis, de día y de noche.",
        "page": "Página {number} de {count}.",
        "turn": "Dé vuelta a la hoja.",
        "next": "Siga en la hoja siguiente.",
        "office": "Uso interno: pila",
        "sheet": "hoja",
    },
}


def words_in(language: str) -> Mapping[str, str]:
    """The ballot's own words in a language, in English where they are not written in it."""
    return WORDS.get(language.partition("-")[0], WORDS["en"])
