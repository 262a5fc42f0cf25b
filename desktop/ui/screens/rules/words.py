"""How rules, their packs and their dates are said on the screen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desktop.services.rule_rows import PackLevel, Standing
from desktop.ui.kit.pinyin import initials
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from desktop.domain.rule import Finding
    from desktop.services.rule_rows import (
        EarlierRule,
        HukouPack,
        LapsedPack,
        PackRow,
        RefusedPack,
        RuleRow,
        RulesInForce,
    )


def hay(row: RuleRow) -> str:
    """Give all that a rule can be found by, in lower case, in Chinese and in the screen's language.

    That is its label with pinyin initials, value, article, source, standing, note and earlier value.
    """
    parts = [row.label, row.value, *([row.before.words] if row.before else [])]
    words = [*map(str, parts), *map(sentence_text, parts), row.basis, row.note, initials(str(row.label))]
    if row.pack is not None:
        words += [row.pack.title, row.pack.document, from_words(row.pack)]
    return "\n".join([*words, standing_words(row.standing)]).casefold()


def standing_words(standing: Standing) -> str:
    """Say how a rule stands."""
    return {
        Standing.VERIFIED: text("rules", "已核实"),
        Standing.UNVERIFIED: text("rules", "未核实"),
        Standing.SILENT: text("rules", "法无规定"),
        Standing.STATEMENT: text("rules", "仅供查阅"),
        Standing.GONE: text("rules", "不再规定"),
    }[standing]


def level_words(level: PackLevel) -> str:
    """Say whose rules they are."""
    return {
        PackLevel.NATION: text("rules", "全国"),
        PackLevel.PROVINCE: text("rules", "省级"),
        PackLevel.CITY: text("rules", "市级"),
        PackLevel.COUNTY: text("rules", "县级"),
    }[level]


def from_words(pack: PackRow | None) -> str:
    """Say where a rule comes from: the level, and the place's own name."""
    if pack is None:
        return ""
    level = level_words(pack.level)
    return f"{level} · {pack.name}" if pack.name else level


def source_words(row: RuleRow) -> str:
    """Say where a rule comes from in short, by the place's name."""
    return (row.pack.name or from_words(row.pack)) if row.pack is not None else ""


def titled(pack: PackRow) -> str:
    """Say whose pack it is and what it is called."""
    return f"{from_words(pack)}　{pack.title}"


def value_words(row: RuleRow) -> str:
    """Say a rule's value in the table, and that it could not be verified."""
    words = sentence_text(row.value)
    if row.standing is Standing.UNVERIFIED:
        return text("rules", "{value}（未核实）").format(value=words)
    return words


def before_words(row: RuleRow) -> str:
    """Say what was different before, and until when; "" where nothing was."""
    if row.before is None:
        return ""
    return text("rules", "{value}（至 {day}）").format(
        value=sentence_text(row.before.words), day=row.before.until.isoformat()
    )


def span_words(first: date, last: date | None) -> str:
    """Say from when to when."""
    if last is None or last == date.max:
        return text("rules", "{first} 起").format(first=first.isoformat())
    return text("rules", "{first} 至 {last}").format(first=first.isoformat(), last=last.isoformat())


def pack_words(pack: PackRow) -> str:
    """Say which document a pack holds, and when it applies."""
    return text("rules", "{document}，{dates}").format(
        document=pack.document, dates=span_words(pack.effective_from, pack.effective_to)
    )


def earlier_words(earlier: EarlierRule) -> str:
    """Say on what an earlier value stood."""
    if earlier.pack is None:
        return ""
    told = text("rules", "{basis}（{source}）").format(basis=earlier.basis, source=from_words(earlier.pack))
    return told if earlier.differs else text("rules", "规定相同，依据为{basis}").format(basis=told)


def lapsed_words(lapsed: LapsedPack) -> str:
    """Say what lapsed when, and what stands in."""
    end = lapsed.pack.effective_to
    return text("rules", "{title}（{document}）施行到 {day}，已经失效，由上层规定代替：{instead}。").format(
        title=lapsed.pack.title,
        document=lapsed.pack.document,
        day=end.isoformat() if end else "",
        instead=f"{from_words(lapsed.instead)}《{lapsed.instead.title}》",
    )


def hukou_words(hukou: HukouPack, on: date) -> str:
    """Say which notice on hukou transfer it is, and that it does not apply on a day when it does not."""
    words = pack_words(hukou.pack)
    if hukou.in_force:
        return words
    if on < hukou.pack.effective_from:
        return text("rules", "{words}，这一天还没有施行").format(words=words)
    return text("rules", "{words}，这一天已经失效").format(words=words)


def refused_words(refused: RefusedPack) -> str:
    """Say which file of the station's own was refused, where, and why."""
    reason = sentence_text(refused.reason)
    if refused.line is None:
        return text("rules", "{file}，{key}：{reason}").format(
            file=refused.file, key=refused.key, reason=reason
        )
    return text("rules", "{file} 第 {line} 行，{key}：{reason}").format(
        file=refused.file, line=refused.line, key=refused.key, reason=reason
    )


def clause_words(finding: Finding) -> str:
    """Say by which article something was counted, and how the pack reads it."""
    words = finding.basis
    if not finding.verified:
        words = text("findings", "{basis}　［条文待核实］").format(basis=words)
    return f"{words}　{finding.note}" if finding.note else words


def period_words(rules: RulesInForce) -> str:
    """Say how long exactly these rules stand."""
    if rules.begins is None:
        return ""
    begins = rules.begins.isoformat()
    if rules.ends is None:
        return text("rules", "{begins} 起施行，以后没有已知的变动").format(begins=begins)
    return text("rules", "{begins} 至 {ends} 施行").format(begins=begins, ends=rules.ends.isoformat())
