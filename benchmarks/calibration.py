"""Is a claim that is given .8 right about 8 times of 10? Prints the reliability table.

    python -m benchmarks.calibration [--write]

Each claim of the gold articles is right when the gold holds it (an event by type and sentence, a
statement by passage and speaker, a figure by passage and value). Its confidence, as shown, comes
from weights fitted on the other articles only (ten folds of articles). `--write` fits the weights
on all of them and writes them where the program reads them, and the table where the docs show it.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from benchmarks.gold import OURS, ROOT, SHARED, GoldArticle, articles
from benchmarks.reader import read
from benchmarks.scoring.entities import Alignment
from benchmarks.scoring.events import event_pairs
from benchmarks.scoring.passages import figure_pairs, statement_pairs
from greffier.claims import confidence
from greffier.exports.readings import to_dict
from greffier.model.reading import Reading

FOLDS = 10
RIDGE = 1.0
"""Weight of the penalty on each log-odds: a feature seen a few times stays near nothing."""
STEPS = 30
BINS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
KINDS = ("event", "statement", "figure")
WEIGHTS = ROOT / "src" / "greffier" / "claims" / "confidence.toml"
TABLE = ROOT / "docs" / "reference" / "confidence.md"
INTRODUCTION = """# Confidence

Every claim carries a confidence: how often claims like it are right. It is computed from named
features (who takes part, the rule, the status, how the speaker is named…) whose weights are fitted
on {articles} annotated articles (`python -m benchmarks.calibration --write`). An event is right
when the gold has one of its type in its sentence; a statement when passage and speaker are right;
a figure when passage and value are. Each line below holds the claims that were given such a
confidence by weights fitted on **other** articles.
"""


@dataclass(frozen=True, slots=True)
class Case:
    """One claim: the features that its confidence rests on, and whether the gold holds it."""

    article: str
    kind: str
    features: tuple[str, ...]
    right: bool


def cases(article: GoldArticle) -> Iterator[Case]:
    """The claims of one article, each judged."""
    given = article.gold.get("published"), article.gold.get("outlet")
    reading = read(article.text, f"gold:{article.name}", *given)
    for kind, features, right in _judged(article, reading, to_dict(reading)):
        yield Case(article.name, kind, features, right)


def _judged(
    article: GoldArticle, reading: Reading, told: dict[str, Any]
) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    alignment = Alignment.of(article, told)
    right = set(event_pairs(article, told, alignment).values())
    for i, event in enumerate(reading.events):
        yield "event", confidence.event_features(event), i in right
    right = {
        j
        for i, j in statement_pairs(article, told).items()
        if alignment.agrees(
            article.gold["quotations"][i]["speaker"], told["quotations"][j]["speaker"]
        )
    }
    for i, quotation in enumerate(reading.quotations):
        yield "statement", confidence.statement_features(reading, quotation), i in right
    right = set(figure_pairs(article, told).values())
    for i, figure in enumerate(reading.figures):
        yield "figure", confidence.figure_features(figure), i in right


def fit(known: Sequence[Case]) -> dict[str, float]:
    """The log-odds of each feature: ridge logistic regression, by Newton's method."""
    names = [confidence.ALWAYS, *sorted({f for case in known for f in case.features})]
    column = {name: i for i, name in enumerate(names)}
    seen = np.zeros((len(known), len(names)))
    seen[:, 0] = 1
    for row, case in enumerate(known):
        seen[row, [column[f] for f in case.features]] = 1
    right = np.array([case.right for case in known], dtype=float)
    penalty = np.full(len(names), RIDGE)
    penalty[0] = 1e-3
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        share = 1 / (1 + np.exp(-seen @ weights))
        slope = seen.T @ (right - share) - penalty * weights
        bend = (seen * (share * (1 - share))[:, None]).T @ seen + np.diag(penalty)
        weights += np.linalg.solve(bend, slope)
    return {name: round(float(w), 3) for name, w in zip(names, weights, strict=True)}


def told_on_others(known: Sequence[Case]) -> Iterator[tuple[float, bool]]:
    """The confidence that weights fitted on other articles give each claim; whether it is right."""
    for fold in range(FOLDS):
        weights = fit([case for case in known if _fold(case.article) != fold])
        for case in known:
            if _fold(case.article) == fold:
                yield confidence.share(weights, case.features), case.right


def _fold(article: str) -> int:
    return hashlib.sha256(article.encode()).digest()[0] % FOLDS


def table(kind: str, told: Iterable[tuple[float, bool]]) -> Iterator[str]:
    """The reliability table of a kind, as Markdown."""
    judged = list(told)
    yield f"\n## {kind.capitalize()}s ({len(judged)})\n"
    yield "| told confidence | claims | mean told | share right |"
    yield "| --- | ---: | ---: | ---: |"
    for low, high in itertools.pairwise(BINS):
        inside = [(p, r) for p, r in judged if low <= p < high or p == high == 1.0]
        if inside:
            mean = sum(p for p, _ in inside) / len(inside)
            share = sum(r for _, r in inside) / len(inside)
            yield f"| {low:.1f} to {high:.1f} | {len(inside)} | {mean:.2f} | {share:.2f} |"
    gap = sum(abs(d) for d in _gaps(judged)) / max(1, len(judged))
    yield f"\nMean distance between told and true: {gap:.3f}."


def _gaps(judged: Sequence[tuple[float, bool]]) -> Iterator[float]:
    """For each bin, how many claims too many or too few are right."""
    for low, high in itertools.pairwise(BINS):
        inside = [(p, r) for p, r in judged if low <= p < high or p == high == 1.0]
        yield sum(r for _, r in inside) - sum(p for p, _ in inside)


def written(weights: dict[str, dict[str, float]]) -> str:
    """The weights as the file that the program reads."""
    lines = ["# Log-odds of features of claims, fitted on the gold: benchmarks/calibration.py"]
    for kind, told in weights.items():
        lines += ["", f"[{kind}]", *(f"{json.dumps(k)} = {v}" for k, v in told.items())]
    return "\n".join(lines) + "\n"


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="the reliability table of confidences")
    parser.add_argument("--write", action="store_true", help="fit and write weights and table")
    options = parser.parse_args(arguments)
    folders = [f for f in (OURS, SHARED / "seeds", SHARED / "wikinews") if f.exists()]
    gold = [article for folder in folders for article in articles(folder)]
    known = [case for article in gold for case in cases(article)]
    of_kind = {kind: [case for case in known if case.kind == kind] for kind in KINDS}
    lines = [line for kind in KINDS for line in table(kind, told_on_others(of_kind[kind]))]
    print(*lines, sep="\n")
    if options.write:
        WEIGHTS.write_text(written({kind: fit(of_kind[kind]) for kind in KINDS}), encoding="utf-8")
        told = INTRODUCTION.format(articles=len(gold)) + "\n".join(lines) + "\n"
        TABLE.write_text(told, encoding="utf-8")


if __name__ == "__main__":
    main()
