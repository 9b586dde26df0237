"""`make model`: train the name finder anew and put it in its place in the French pack.

    python -m training.names CORPUS [--steps N]

CORPUS is a folder of WiNER-fr (BRAT pairs .txt/.ann). Takes some minutes on two cores.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

from greffier.annotate.sentences import load_pipeline, use_numpy_gemm
from greffier.lang.fr import FRENCH
from training.names import corpus, split

CONFIG = Path(__file__).with_name("train.cfg")


def main() -> None:
    parser = argparse.ArgumentParser(description="train the name finder")
    parser.add_argument("corpus", type=Path, help="folder of WiNER-fr (.txt and .ann)")
    parser.add_argument("--steps", type=int, default=2400)
    options = parser.parse_args()
    target = FRENCH.parser.name_finder
    if target is None:
        parser.error("the French pack names no folder for its name finder")
    with tempfile.TemporaryDirectory() as scratch:
        train(options.corpus, Path(scratch), options.steps)
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(Path(scratch) / "out" / "model-last" / "ner", target)


def train(folder: Path, scratch: Path, steps: int) -> None:
    """Writes the corpora and `out/model-last` below `scratch`."""
    from spacy.tokens import DocBin
    from spacy.training.initialize import init_nlp
    from spacy.training.loop import train as run
    from spacy.util import load_config

    # our own tokenisation, and spaCy's name finder to start from
    pipeline = load_pipeline(FRENCH.parser, own_names=False)
    for name, wanted in (("train", split.is_for_training), ("held_back", split.is_held_back)):
        docs = DocBin()
        for path in sorted(folder.rglob("*.ann")):
            if wanted(path.stem) and path.stem not in split.KEPT_OUT:
                for doc in corpus.examples(path, pipeline):
                    docs.add(doc)
        docs.to_disk(scratch / f"{name}.spacy")
        print(f"{name}: {len(docs)} lines")
    paths = {
        "paths.train": str(scratch / "train.spacy"),
        "paths.dev": str(scratch / "held_back.spacy"),
        "training.max_steps": steps,
    }
    learner = init_nlp(load_config(CONFIG, overrides=paths, interpolate=True))
    use_numpy_gemm(learner)
    (scratch / "out").mkdir()
    run(learner, scratch / "out")


if __name__ == "__main__":
    main()
