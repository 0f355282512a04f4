# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How a language tells that people speak of themselves, and that words are a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Cues:
    """Small words of one language, in small letters.

    own      what people begin with when they speak of themselves, as phrases
    linking  what may stand between that and the word
    articles behind one of them, one more word may stand there: “I am a proud …”
    after    “As an …, I know”: who comes behind the word
    begins   what such a sentence begins with
    joining  what may stand inside a name in small letters
    names    what tells that a row of words with large letters is a name, even in a headline
    """

    own: tuple[str, ...]
    linking: tuple[str, ...]
    articles: tuple[str, ...]
    after: tuple[str, ...]
    begins: tuple[str, ...]
    joining: tuple[str, ...]
    names: tuple[str, ...]

    def plain(self) -> dict[str, str]:
        """The same as texts with commas, as they travel."""
        return {name: ",".join(words) for name, words in asdict(self).items()}


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


CUES: Mapping[str, Cues] = {
    "en": Cues(
        own=(
            *_listed("i we i'm i've i'd we're we've we'd im myself herself himself themselves themself ourselves"),
            *("identify", "identifies", "identified", "says she is", "says he is", "says she was", "says he was"),
            *("said she was", "said he was", "say they are", "said they were"),
        ),
        linking=_listed(
            "am are was were is be been being have had has 've not never no longer also still just once now then only "
            "always ever really finally both all as a an the recovering recovered grateful former proud real almost "
            "already too and sober clean long-term over for more than used to"
        ),
        articles=("a", "an"),
        after=("i", "we", "i'm", "i've", "my", "our"),
        begins=("as",),
        joining=_listed("of the for and on in to with"),
        names=_listed(
            "anonymous institute administration act center centre department foundation program association council "
            "project court coalition network services service agency bureau office commission initiative society "
            "alliance academy hospital university college exclusion registry report journal study survey conference "
            "week day month award fund inc"
        ),
    ),
    "es": Cues(
        own=(
            *_listed("soy fui estoy estuve somos fuimos estamos estuvimos yo nosotros nosotras llevo llevamos"),
            *("sí mismo", "sí misma", "sí mismos", "sí mismas", "mí mismo", "mí misma", "me considero", "me llamo"),
            *("se describe", "se identifica", "se considera", "se define", "se declara", "me identifico"),
            *("dice que es", "dice que era", "dijo que era"),
        ),
        linking=_listed(
            "un una unos unas el la los las ya no también siempre nunca como todavía aún además era eramos éramos "
            "estaba estábamos había sido he hemos estado dos tres cuatro cinco seis siete ocho nueve diez once años "
            "año meses días sólo solo más de"
        ),
        articles=("un", "una"),
        after=("yo", "sé", "soy", "nosotros", "nosotras"),
        begins=("como",),
        joining=_listed("de del la las los el y e para por en sobre contra al a"),
        names=_listed(
            "anónimos anónimas instituto administración ley centro departamento fundación programa asociación consejo "
            "proyecto corte coalición red servicios servicio agencia oficina comisión sociedad alianza academia "
            "hospital universidad registro informe revista encuesta semana día mes"
        ),
    ),
}
