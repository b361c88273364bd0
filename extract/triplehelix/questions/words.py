"""A sentence -> the words that tell what it asks, each as the word that stands for its kin.

Case, accents and endings are taken off, words that every question has are left out, and a word of SYNONYMS becomes the
first of its line. Japanese, which puts no space between words, is cut where its script changes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from triplehelix.questions.naming import fold

_STOP = frozenset(
    "a above after all also an and any are as at be been before below between by can did do does during each else "
    "ever exist far find for from get give got had has have he her his how i in into is it its just least let "
    "like list located look me my no nor not now of off on one only onto or our out please present she show since "
    "so some somebody someone still such tell than that the their them then there these they thing this those "
    "till to together until up upon us very via was we were what which while will with would written yet you your "
    "何 教 誰 一覧".split()
)

#: Each line says one thing: the words on it count as the first. Words of Japanese stand beside the English ones.
_SYNONYMS = """
    who whom whose
    foreign outside abroad alien international overseas elsewhere 海外 外国 国外 国際
    agreement agree agreed accord arrangement collaboration contract cooperation deal pact partnership 協定 合意
    partner ally associate collaborator collaborate cooperate team tie work 提携 連携 協力 パートナー
    hub campus cluster complex district park precinct クラスター ハブ パーク 地区 拠点
    organization organisation actor body institution player 機関 組織 団体
    company business corporation enterprise firm manufacturer 会社 企業
    facility factory lab laboratory plant site 施設 工場 研究所
    operate operator run 運営
    member belong join occupant participant participate resident seat sit tenant 会員 加盟 入居
    invest fund funding finance financier grant investment investor 投資 出資
    person leader manager people 人 人物
    role head hold lead office post 役職
    government administration agency authority ministry regulator 政府 省庁
    several couple double many multiple various two 複数
    confirm confirmed corroborate support
    independent separate
    source newspaper report
    article news press story text 記事
    conflict contradict contradiction contradictory deny differ difference different differently disagree 矛盾
    lack blank gap miss missing unknown without
    new first fresh latest recent recently 新しい 最新
    end cancel dissolve ended expire finish over stop terminate 終了
    renew extend prolong renewal 更新
    plan envisage future intend planned upcoming 計画 予定
    most best big biggest great highest large largest rank ranking top
    amount cost money sum value worth 金額
    count number 数
    chain connect connected connection intermediary link path reach route way
    short shortest
    evidence proof prove quote sentence 証拠
    state claim say statement stated
    timeline chronology development event happen history 年表 歴史
    topic field subject theme テーマ
    force effect valid running 有効
    consortium consortia コンソーシアム
    public government-owned
    possible candidate could introduce introduction potential prospective
    country nation 国
    place city location region 場所
    day date month time year
    sign conclude make made signed 締結
"""
_ENDINGS = (("isation", "ization"), ("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", "e"), ("s", ""))
_SCRIPT = re.compile(r"(?P<han>[\u3400-\u9fff々]+)|(?P<kana>[\u30a0-\u30ff]+)|(?P<hiragana>[\u3040-\u309f]+)")
_WORD = re.compile(r"[^\W_]+", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence.

    Attributes:
        text: as it is written.
        start: its offset in the sentence.
        stem: what it counts as; '' for a word that every question has.
        root: itself, without its ending.
    """

    text: str
    start: int
    stem: str
    root: str

    @property
    def end(self) -> int:
        """The offset of its end."""
        return self.start + len(self.text)


def words(sentence: str) -> tuple[Word, ...]:
    """The words of a sentence, in order."""
    pieces = (piece for match in _WORD.finditer(sentence) for piece in _pieces(match.group(), match.start()))
    return tuple(Word(text, start, stem(text), _bare(fold(text))) for text, start in pieces)


def stem(word: str) -> str:
    """What a word counts as: its kin's first word, or itself without its ending; '' where every question has it."""
    plain = fold(word)
    if plain in _STOP or (_SCRIPT.fullmatch(plain) and plain[0] < "\u30a0"):
        return ""
    return _kin().get(_bare(plain), _bare(plain))


def is_common(word: str) -> bool:
    """Whether the word is one of the closed lists: no name, most likely."""
    return not stem(word) or _bare(fold(word)) in _kin()


@cache
def _kin() -> dict[str, str]:
    lines = [[_bare(fold(word)) for word in line.split()] for line in _SYNONYMS.strip().splitlines()]
    return {word: line[0] for line in lines for word in line}


def _bare(word: str) -> str:
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 2 and not word.endswith(("ss", "us", "is")):
            return (word[: -len(ending)] + instead).removesuffix("e")
    return word.removesuffix("e") if len(word) > 3 else word


def _pieces(run: str, start: int) -> list[tuple[str, int]]:
    """A run of letters, cut where the script changes and where a known word of Japanese begins or ends."""
    found: list[tuple[str, int]] = []
    offset = start
    for script, letters in groupby(run, key=_script):
        piece = "".join(letters)
        found += _known(piece, offset) if script in ("han", "kana") else [(piece, offset)]
        offset += len(piece)
    return found


def _script(letter: str) -> str:
    match = _SCRIPT.match(letter)
    return str(match.lastgroup) if match else ""


def _known(run: str, start: int) -> list[tuple[str, int]]:
    known = "|".join(sorted((word for word in _kin() if _script(word[0])), key=len, reverse=True))
    cut = re.finditer(rf"{known}|(?:(?!{known}).)+", run)
    return [(match.group(), start + match.start()) for match in cut]
