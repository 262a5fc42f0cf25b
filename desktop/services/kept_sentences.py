"""Sentences that are kept as JSON, in a file or a row, and told later in whatever language is on then."""

from __future__ import annotations

from typing import Any

from desktop.domain.errors import Sentence, stored

_SHOWN = 80
"""So many characters are shown of what is no sentence after all."""


def to_keep(message: Sentence) -> dict[str, Any]:
    """Return a sentence as JSON has it."""
    facts = {name: str(fact) for name, fact in message.facts.items()}
    return {"context": message.context, "template": message.template, "facts": facts}


def kept_sentence(told: Any) -> Sentence | None:
    """Return the sentence that was kept, or None where none was; what cannot be read is said as it stands."""
    if told is None:
        return None
    try:
        return stored(str(told["context"]), str(told["template"]), dict(told["facts"]))
    except (KeyError, TypeError, ValueError):
        return Sentence("backups", "{what}", {"what": str(told)[:_SHOWN]})
