"""The neutral layout of a document as a file, for a station to change."""

from __future__ import annotations

from printing.documents import KINDS
from printing.layouts import SUFFIX
from printing.templates import Template, measures_of


def neutral(kind: str) -> str:
    """Write the neutral layout of a kind as a file to begin with: everything there, nothing changed."""
    template = Template(kind)
    possible = "、".join(it.name for it in measures_of(kind))
    broken = ["# 标签中的“|”表示在此处分行"] if template.broken_labels else []
    lines = [
        f"# {KINDS[kind].TITLE}的通用版式。改动后以“{kind}{SUFFIX}”为名放入本所数据文件夹的layouts文件夹；不改的项目可以删去。",
        f"title = {_quoted(KINDS[kind].TITLE)}",
        f"paper = {_quoted(measures_of(kind)[0].name)}  # {possible}",
        '# logo = "logo.png"  # PNG或JPEG，放在同一文件夹，不超过1MB',
        f"order = [{', '.join(_quoted(name) for name in template.labels)}]",
        "",
        *broken,
        "[labels]",
        *(f"{name} = {_quoted(label)}" for name, label in template.labels.items()),
        "",
        "[words]",
    ]
    for name, words in template.words.items():
        if isinstance(words, str):
            lines.append(f"{name} = {_quoted(words)}")
        else:
            lines += [f"{name} = [", *(f"    {_quoted(it)}," for it in words), "]"]
    if template.headings:
        lines += ["", "[headings]", *(f"{_quoted(it)} = {_quoted(it)}" for it in template.headings)]
    return "\n".join([*lines, ""])


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
