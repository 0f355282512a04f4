# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Measures how fast Porchlight is, beside Hugo with the same records, and Pagefind for search.

    make bench        or        .venv/bin/python tools/bench.py [--records 10000]

Porchlight reads one YAML file per record and checks it. Hugo reads one JSON file, the quickest way for it, and checks
nothing. Both write a page per record, and lists, whole and narrowed, in two languages. Hugo's pages carry the very head
and foot of Porchlight's, so that they weigh about the same.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
LIMIT = 600
"""Seconds after which a command is stopped."""

HUGO_SITE = {
    "hugo.toml": """
baseURL = "https://example.org/"
title = "A made-up hub"
defaultContentLanguage = "en"
disableKinds = ["taxonomy", "rss", "sitemap", "robotstxt", "404"]
languages = {en = {weight = 1}, es = {weight = 2}}
taxonomies = {a = "by_kind", b = "by_place", c = "by_cost", d = "by_level", e = "by_group"}
pagination = {pagerSize = 40, disableAliases = true}
""",
    "content/_content.gotmpl": """
{{ .EnableAllLanguages }}
{{ range hugo.Data.records }}
{{ $lists := dict "by_kind" .kind "by_place" .serves "by_cost" .cost "by_level" .narr_level "by_group" .populations }}
{{ $.AddPage (dict "path" (printf "%s/%s" .resource .id) "title" .name "params" (merge $lists (dict "record" .))) }}
{{ end }}
""",
    "layouts/baseof.html": """{{ block "main" . }}{{ end }}""",
    "layouts/home.html": """{{ define "main" }}<a href="housing/">A place to stay</a>{{ end }}""",
    "layouts/list.html": """HEAD<main id="main" class="wrap flow" data-pagefind-body>
<h1>{{ .Title }}</h1>
{{ with .Paginator }}<p class="count">{{ .TotalNumberOfElements }}. {{ .PageNumber }}/{{ .TotalPages }}</p>
<div class="cards">{{ range .Pages }}{{ partial "card.html" . }}{{ end }}</div>
{{ with .Prev }}<a href="{{ .URL }}">Back</a>{{ end }}{{ with .Next }}<a href="{{ .URL }}">More</a>{{ end }}{{ end }}
</main>FOOT""",
    "layouts/_partials/card.html": """{{ $r := .Params.record }}
{{ $words := index hugo.Data.labels .Site.Language.Lang }}
{{ $t := cond (eq .Site.Language.Lang "es") (merge $r $r.translations.es) $r }}<article class="card">
<h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
<p class="kind">{{ index $words $r.kind }}</p>
<dl><dt>Who it is for</dt><dd>{{ $t.who }}</dd>{{ with $r.cost }}<dt>Cost</dt><dd>{{ index $words . }}</dd>{{ end }}
<dt>Place</dt><dd>{{ range $r.serves }}{{ index $words . }} {{ end }}</dd></dl>
{{ range $r.checks }}<p class="soft"><span class="checked" data-enhance="checked" data-kind="checked">Checked on
<time datetime="{{ .as_of }}" data-days="180">{{ dateFormat "January 2, 2006" .as_of }}</time></span></p>{{ end }}
{{ with index $r.phones 0 }}<p><a class="button" href="tel:{{ .number }}">Call {{ .number }}</a></p>{{ end }}
</article>""",
    "layouts/page.html": """HEAD{{ $r := .Params.record }}{{ $words := index hugo.Data.labels .Site.Language.Lang }}
{{ $t := cond (eq .Site.Language.Lang "es") (merge $r $r.translations.es) $r }}
<main id="main" class="wrap record" data-pagefind-body><div class="flow"><h1>{{ .Title }}</h1>
<p class="lead">{{ index $words $r.kind }} · {{ range $r.serves }}{{ index $words . }} {{ end }}</p>
<p>{{ $t.summary }}</p><h2>Will they take me?</h2><ul class="answers">
{{ range $question, $given := $r.answers }}<li><div class="answer"><b>{{ index $words $question }}</b>
<span class="said"><svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" focusable="false"><circle
class="ring" cx="12" cy="12" r="9.5"/><path d="M12 2.5v19a9 9 0 0 0 0-19"/></svg>{{ index $words $given.answer }}</span>
{{ with $given.words }}<span class="soft">“{{ . }}”</span>{{ end }}
{{ with $given.as_of }}<span class="soft"><span class="checked" data-enhance="checked" data-kind="checked">by phone,
<time datetime="{{ . }}" data-days="180">{{ dateFormat "January 2, 2006" . }}</time></span></span>{{ end }}</div></li>
{{ end }}</ul><dl class="details">
{{ with $r.narr_level }}<dt>NARR level</dt><dd>{{ index $words . }}</dd>{{ end }}
{{ with $r.cost }}<dt>Cost</dt><dd>{{ index $words . }}</dd>{{ end }}
{{ range $name := slice "who" "cost_note" "how_to" "hours" "beds" "address" "city" "postal_code" }}
{{ with index $t $name }}<dt>{{ $name }}</dt><dd>{{ . }}</dd>{{ end }}{{ end }}
<dt>Languages spoken</dt><dd>{{ range $r.languages }}{{ index $words . }} {{ end }}</dd></dl></div>
<section class="caveat flow"><h2>What we are not sure of</h2><p>{{ $t.caveat }}</p></section>
<section class="call-card flow" aria-label="How to reach them">{{ $name := .Title }}{{ range $r.phones }}
<div class="call"><p class="number">{{ .number }}</p>
<p><a class="button wide" href="tel:{{ .number }}">Call {{ $name }}</a></p>
<p class="soft"><b>{{ index $words .check }}</b></p></div>{{ end }}
<ul class="list">{{ range $r.links }}<li><a href="{{ .url }}">{{ .label }}</a></li>{{ end }}</ul></section>
<div class="flow after"><h2 id="sources">Where this comes from</h2><ol class="sources">{{ range $r.sources }}
<li><a href="{{ .url }}">{{ .title }}</a> <span>{{ .kind }} · {{ dateFormat "January 2, 2006" .read_on }}</span></li>
{{ end }}</ol><ul class="list">{{ with .NextInSection }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}
{{ with .PrevInSection }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></div>
</main>FOOT""",
}


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took: seconds on the clock, seconds of work on all cores, the most that one process held."""

    wall: float
    cpu: float
    megabytes: float

    def __add__(self, then: Cost) -> Cost:
        return Cost(self.wall + then.wall, self.cpu + then.cpu, max(self.megabytes, then.megabytes))


class Stopped(Exception):
    """A command took too long or failed; the message says which."""


def measured(command: Sequence[str | Path], log: Path) -> Cost:
    """Run the command to its end, children included; what it says goes to `log`."""
    began = time.monotonic()
    with log.open("wb") as told:
        process = subprocess.Popen(command, stdout=told, stderr=subprocess.STDOUT, start_new_session=True)
        alarm = threading.Timer(LIMIT, os.killpg, (process.pid, signal.SIGKILL))
        alarm.start()
        _, status, used = os.wait4(process.pid, 0)
        alarm.cancel()
    wall = time.monotonic() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if wall >= LIMIT:
        raise Stopped(f"was stopped: it took longer than {LIMIT} seconds")
    if process.returncode:
        lines = log.read_text(encoding="utf-8", errors="replace").split("\n")
        raise Stopped("\n    ".join([f"ended with {process.returncode}:", *lines[-8:]]))
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024))


def write_hugo_site(site: Path, page: Path) -> None:
    """Hugo's site in a folder that holds data/records.json; `page` is one of Porchlight's, for its head and foot."""
    head, _, rest = page.read_text(encoding="utf-8").partition("<main")
    foot = rest.partition("</main>")[2]
    lists = yaml.safe_load((ROOT / "data" / "vocabularies.yaml").read_text(encoding="utf-8"))
    labels = {lang: _labels(lists, lang) for lang in ("en", "es")}
    texts = {**HUGO_SITE, "data/labels.json": json.dumps(labels)}
    for file, text in texts.items():
        (site / file).parent.mkdir(parents=True, exist_ok=True)
        (site / file).write_text(text.replace("HEAD", head).replace("FOOT", foot), encoding="utf-8")


def _labels(lists: Mapping[str, Mapping[str, Mapping[str, Mapping[str, str]]]], lang: str) -> dict[str, str]:
    return {str(code): words[lang] for each in lists.values() for code, words in each["values"].items()}


def pages(folder: Path) -> str:
    """How many pages lie in the folder and what they weigh."""
    sizes = [path.stat().st_size for path in folder.rglob("*.html")]
    return f"{len(sizes):,} pages of {sum(sizes) / max(len(sizes), 1) / 1000:.1f} kB on average"


def run(records: int, folder: Path) -> dict[str, Cost]:
    """Measure every command; stop at the first that fails."""
    hub, site, output = folder / "hub", folder / "hugo", folder / "output"
    python, hugo = Path(sys.executable), Path(sys.executable).with_name("hugo")
    made_up = ROOT / "tools" / "made_up_records.py"
    costs: dict[str, Cost] = {}

    def step(name: str, *command: str | Path) -> None:
        print(f"{name} …", flush=True)
        try:
            costs[name] = measured(command, folder / "log.txt")
        except (Stopped, FileNotFoundError) as problem:
            raise Stopped(f"{name}: {problem}") from None

    step("made-up records", python, made_up, hub, "--records", str(records), "--json", site / "data" / "records.json")
    step("porchlight check", python, "-m", "porchlight", "check", "--root", hub)
    change_one_file(hub)
    step("porchlight check --changed", python, "-m", "porchlight", "check", "--changed", "--root", hub)
    step("porchlight build, search included", python, "-m", "porchlight", "build", "--root", hub, "--output", output)
    del costs["made-up records"]
    write_hugo_site(site, output / "housing" / "housing-00000" / "index.html")
    step("Hugo, pages only", hugo, "--source", site, "--quiet")
    print(f"    Porchlight: {pages(output)}. Hugo: {pages(site / 'public')}.")
    step("Pagefind on Hugo's pages", python, "-m", "pagefind", "--site", site / "public")
    costs["Hugo + Pagefind"] = costs["Hugo, pages only"] + costs["Pagefind on Hugo's pages"]
    return costs


def change_one_file(hub: Path) -> None:
    """Keep the hub in git as it is, then change one of its records."""
    someone = ("-c", "user.name=A volunteer", "-c", "user.email=volunteer@example.org")
    for command in (
        ("init", "--quiet", "--initial-branch", "main"),
        ("add", "."),
        ("commit", "--quiet", "-m", "Begin"),
    ):
        subprocess.run(["git", "-C", str(hub), *someone, *command], check=True)
    with (hub / "data" / "housing" / "housing-00000.yaml").open("a", encoding="utf-8") as record:
        record.write("# Looked at again.\n")


def table(costs: Mapping[str, Cost]) -> str:
    """The costs, each beside Hugo alone and beside Hugo with search."""
    alone, both = costs["Hugo, pages only"], costs["Hugo + Pagefind"]
    lines = [
        f"{'':60}  {'times Hugo':>13}  {'times Hugo + Pagefind':>22}",
        f"{'':36}{'wall s':>8}{'CPU s':>8}{'peak MB':>8}  {'wall':>6}{'CPU':>7}  {'wall':>15}{'CPU':>7}",
    ]
    for name, cost in costs.items():
        ratios = (cost.wall / alone.wall, cost.cpu / alone.cpu, cost.wall / both.wall, cost.cpu / both.cpu)
        told = f"{ratios[0]:6.2f}{ratios[1]:7.2f}  {ratios[2]:15.2f}{ratios[3]:7.2f}"
        lines.append(f"{name:36}{cost.wall:8.1f}{cost.cpu:8.1f}{cost.megabytes:8.0f}  {told}")
    return "\n".join(lines)


def machine() -> str:
    """What it ran on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    return f"{os.cpu_count()} cores, {memory:.0f} GB of memory, {os.getloadavg()[0]:.1f} programs at work at once"


def main() -> int:
    """The command: 1 where something failed or took too long."""
    command = argparse.ArgumentParser(description="Measure Porchlight beside Hugo.")
    command.add_argument("--records", type=int, default=10_000, help="how many (10000, unless you say otherwise)")
    records = command.parse_args().records
    with tempfile.TemporaryDirectory(prefix="porchlight-bench-") as folder:
        try:
            costs = run(records, Path(folder))
        except Stopped as problem:
            print(problem)
            return 1
    print(f"\n{records:,} made-up records, two languages. {machine()}.\n\n{table(costs)}\n")
    print("CPU is the work of all cores together. Less is better; below 1.00 is less than Hugo needs.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
