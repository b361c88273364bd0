"""A build that links articles, killed at any moment, leaves a state that some build of whole articles has."""

from __future__ import annotations

import multiprocessing
import random
import time
from typing import TYPE_CHECKING

from tests.linking.stories import STORIES, exported, fill
from triplehelix import linking
from triplehelix.errors import StoreError
from triplehelix.linking.decisions import FILE
from triplehelix.store import Store

if TYPE_CHECKING:
    from pathlib import Path

CHILDREN = multiprocessing.get_context("forkserver")
CHILDREN.set_forkserver_preload(["tests.warm", "tests.test_linking_kill"])
KILLS = 18


def work(folder: str) -> None:
    """What is killed: articles that link one another, and decisions about them, over and over."""
    from pathlib import Path  # noqa: PLC0415 -- the child needs it at run time

    where = Path(folder)
    while True:
        fill(where, STORIES)
        linking.same("Corvid Holdings", "Corvid Robotics", where)
        with Store.open(where) as store:
            for story in STORIES[::2]:
                linking.remove(store, story.name)
        linking.same("Corvid Holdings", "Corvid Robotics", where, undo=True)


def whole(folder: Path, aside: Path) -> bytes:
    """What a build of the articles that a store holds makes, under the decisions that it obeys."""
    with Store.open(folder, readonly=True) as store:
        held, obeyed = {article.name for article in store.articles()}, store.obeyed
    aside.mkdir()
    if obeyed:
        (aside / FILE).write_text(obeyed, "utf-8")
    return exported(fill(aside, [story for story in STORIES if story.name in held]))


def test_a_killed_change_has_happened_wholly_or_not_at_all(tmp_path: Path) -> None:
    choose = random.Random(5)  # noqa: S311
    folder, states = tmp_path / "store", set()
    for number in range(KILLS):
        child = CHILDREN.Process(target=work, args=(str(folder),))
        child.start()
        time.sleep(0.2 + choose.random() * 1.6)
        child.kill()
        child.join()
        child.close()
        try:
            found = exported(folder)
        except StoreError as error:
            assert error.what == "no store here"  # noqa: PT017 -- killed before it began
            continue
        assert found == whole(folder, tmp_path / f"aside{number}")
        states.add(found)
    assert len(states) > 3
    (folder / FILE).unlink(missing_ok=True)
    with Store.open(folder) as store:
        linking.obey(store)
    assert exported(fill(folder, STORIES)) == exported(fill(tmp_path / "fresh", STORIES))
