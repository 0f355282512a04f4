# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the search page knows besides the index: words of danger, words that mean another, and how words are written."""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from functools import lru_cache
from pathlib import Path

from porchlight.model import paths
from porchlight.model.hub import Hub
from porchlight.model.search_words import TypedWords
from porchlight.site.theme import catalog
from porchlight.views.pages import Found

MOST_BYTES = 11_300
"""What words.json may weigh as it travels, gzipped: where a hub is large, its rarest words are left out."""

MANY = 10
"""A word of more records tells little beside one of fewer."""

SHORTEST = 3
"""Shorter words are never set right: too many others are near."""

SPARED = """
daughter son sons brother sister mother father husband wife uncle aunt cousin nephew niece grandma grandpa stepdad
stepmom himself herself myself themselves yourself girlfriend boyfriend hijo hija hijos hermano hermana marido esposa
esposo mujer hombre hombres abuelo abuela primo tío tía sobrino sobrina suegra padrastro madrastra novio novia ella
ellos nosotros usted talking walking stocking sleeping smoking speaking bleeding breeding heating hiding hunting
racing rating rated bearing loving doing holding binding clearing earning cooked responded stepped stopped tried
scored sacred rope pump modest mode battle battery butter better bitter breath breach boat beat note notes lane mess
shell sold solid stalk stock slot slit slip quest guest chest passion position violation violate violated technical
generous dangerous detained detainee retained attained odds ends elder older order wrist waist victim shelf shout
great quite quiet gold cold movie move value election started starting staring ball bill century center central weight
height eight addition beyond bond band wedding welding estate state seat demand employee employees healthy health
wealth mental legal illegal legally warning taxes meat coal heading hearing charged career careers nervous layer
lawyer prayer monitor hunger cost cast coat bank bend hire higher rental sealed convicted companion promotion
execution refugee refugees immigration immigrant citizen deported transport rain tree threw faster protect provision
provisions dinner camera cancel regard cleaned cortaron cortó corta cortan cortar mató matan mata quieren quiere
querer encontrar trata tratar tratan trato sucede sucedió sucedido golpe golpes controles molesta molesto molestan
posición pasión acoso acusa acusan causado responden reacción despierto violaciones violan violé toma tomo pega paga
pagan pegan pegar dolor dolores dólar dosis color calor claro señor señora deseo pudo pueda pude piel pila deja deje
esto estos cosa cosas caso casos causa nota notas bien buen mejor peor mayor genero lunes azul vender caza cano
valencia corazones parientes franco canto sello esta estas star stars tiempo nombre tarde libro puesto peso paso acto
pase boca cara banco costa venta ventas salio seguro segura cama ciento siento perdido perdida permiso prisión presión
registro registrado recibo trabaja trabajado necesita necesito camión cocina cocinar anoche banca baile pelo techo
juega tiro vote bote votar entrar entro llegar lugar sala salas tren monte meses manzana hambre soldado hogares correa
correo barato seca seco fuente fuentes derecha derechos junto cuatro cuarto juicio fecha dicha
"""
"""Words that are right and near others that lead somewhere: whoever types “talking” does not mean “stalking”."""


def small_words(hub: Hub, theme: Path) -> frozenset[str]:
    """Words that tell nothing (“a”, “where”), of all languages of the hub: a search never asks the index for them."""
    return frozenset(
        word for each in hub.settings.languages for word in plain(catalog(theme, each)("search.skip")).split()
    )


def search_words_files(hub: Hub, language: str, small: Set[str], found: Sequence[Found]) -> dict[str, bytes]:
    """The two files beside the index of one language, by name.

    `words.json` is fetched with the index; `cards.json`, the results that words put first, only when such words come.
    """
    cards = _cards(hub, language, found)
    used = _used(found)
    seen = _words_of(text for each in found for _, text in each.meta)
    danger = _groups(hub.search_words.danger, language, list(cards), small)
    needs = _groups(hub.search_words.words, language, list(cards), small)
    typed = dict.fromkeys(word for text, _, _ in (*danger, *needs) for word in re.findall(r"\w+", text))
    words: dict[str, object] = {
        "skip": " ".join(sorted(small)),
        "spared": folded((_places(hub) | set(stems(SPARED).split())).difference(used, typed)),
        "danger": danger,
        "words": needs,
        "heard": "".join("01"[word not in seen] for word in typed),
    }
    shown = [{"url": each.url, **dict(each.meta)} for each in cards.values()]
    known = {word: times for word, times in used.items() if word not in small and word not in typed}
    return {"words.json": _fitting(words, known), "cards.json": _json(shown)}


def folded(words: Iterable[str]) -> str:
    """The words in order, each as how many letters it shares with the one before (9 at most), and its rest.

    `unfold` in theme/js/search_words.js reads them.
    """
    parts, before = [], ""
    for word in sorted(words):
        same = next(n for n in range(min(9, len(before)), -1, -1) if word.startswith(before[:n]))
        parts.append(f"{same}{word[same:]}")
        before = word
    return "".join(parts)


def _cards(hub: Hub, language: str, found: Sequence[Found]) -> dict[str, Found]:
    """What search knows of each record that words put first, by key; one that is not shown today is left out."""
    by_url, first = {each.url: each for each in found}, hub.settings.languages[0]
    groups = (*hub.search_words.danger, *hub.search_words.words)
    urls = {
        key: paths.in_language(paths.record_path(*key.split("/", 1)), language, first)
        for group in groups
        for key in group.first
        if "/" in key
    }
    return {key: by_url[url] for key, url in urls.items() if url in by_url}


def _groups(
    groups: Iterable[TypedWords], language: str, keys: Sequence[str], small: Set[str]
) -> list[tuple[str, list[int], str]]:
    """Each group as what is typed, the numbers of its cards, and the words to search by besides."""
    return [
        (
            "|".join(filter(None, dict.fromkeys(stems(text) for texts in group.typed.values() for text in texts))),
            [keys.index(key) for key in group.first if key in keys],
            " ".join(word for word in group.means.get(language, "").split() if plain(word) not in small),
        )
        for group in groups
    ]


def _used(found: Iterable[Found]) -> dict[str, int]:
    """The words of the index and in how many records each stands, the most used first."""
    counted = Counter(word for each in found for word in _words_of([each.content]))
    by_use = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return {word: times for word, times in by_use if _can_be_mistaken(word)}


def _words_of(texts: Iterable[str]) -> set[str]:
    """The words of the texts as they are looked for. Records share most of theirs, which are put so once."""
    return {word for part in {part for text in texts for part in text.split()} for word in _stems(part)}


@lru_cache(maxsize=1 << 16)
def _stems(part: str) -> tuple[str, ...]:
    return tuple(stems(part).split())


def _places(hub: Hub) -> set[str]:
    """The words for all states and regions that a record could name: they are no slips where none does."""
    fields = (schema.field_for("where") for schema in hub.package.schemas)
    names = {field.vocabulary for field in fields if field and field.vocabulary}
    labels = (labels for name in names for labels in hub.package.vocabularies[name].labels.values())
    words = " ".join(stems(label) for each in labels for label in each.values()).split()
    return {word for word in words if _can_be_mistaken(word)}


def _can_be_mistaken(word: str) -> bool:
    return len(word) >= SHORTEST and word.isalpha()


def _fitting(words: dict[str, object], known: dict[str, int]) -> bytes:
    """The file with as many known words as may travel.

    `whole` tells whether that is all of them, `often` which of them stand in many records.
    """
    most = len(known)
    while True:
        told = sorted([*known][:most])
        often = "".join("01"[known[word] > MANY] for word in told)
        content = _json({**words, "known": folded(told), "often": often, "whole": most == len(known)})
        if len(gzip.compress(content, 9)) <= MOST_BYTES or not most:
            return content
        most = most * 9 // 10


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def plain(text: str) -> str:
    """Small letters and digits without accents, one space between words: `plain` in theme/js/search_words.js."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", " ", re.sub(r"['’&]", "", bare)).strip()


def stem(word: str) -> str:
    """One form for one and many: `stem` in theme/js/search_words.js."""
    return word.removesuffix("s") if len(word) > SHORTEST else word


def stems(text: str) -> str:
    """The text as it is looked for."""
    return " ".join(map(stem, plain(text).split()))
