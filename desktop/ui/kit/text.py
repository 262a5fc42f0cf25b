"""Words on the screen: Chinese in the source, English by translation, switched at run time."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTranslator, Signal

from desktop.domain.errors import Sentence

TRANSLATIONS = Path(__file__).parent.parent / "i18n"


def text(context: str, chinese: str, /) -> str:
    """Give a text in the screen's language; both arguments are plain literals, since lupdate reads them.

    Fill gaps afterwards: `text("day", "共 {count} 件").format(count=3)`.
    """
    return QCoreApplication.translate(context, chinese)


def sentence_text(sentence: Sentence) -> str:
    """Give a sentence of the domain in the screen's language, its facts filled in.

    A fact that is itself a sentence (the label of a code, say) is translated too.
    """
    facts = {name: _fact_text(fact) for name, fact in sentence.facts.items()}
    return QCoreApplication.translate(sentence.context, sentence.template).format(**facts)


def _fact_text(fact: object) -> str:
    return sentence_text(fact) if isinstance(fact, Sentence) else str(fact)


class Language(StrEnum):
    """The languages the screen speaks; paper is always Chinese."""

    CHINESE = "zh_CN"
    ENGLISH = "en"


class Languages(QObject):
    """Installs and removes the translators; `changed` asks every view to be built again."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None, folder: Path = TRANSLATIONS) -> None:
        super().__init__(parent)
        self._folder = folder
        self._installed: list[QTranslator] = []
        self.current = Language.CHINESE

    def use(self, language: Language) -> None:
        """Speak `language` from now on; emits `changed` when it is another one than before."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed = []
        if language is Language.ENGLISH:
            self._install("en", self._folder)
        else:  # Qt's own menus (undo, copy, paste) are English until told otherwise
            from PySide6.QtCore import QLibraryInfo  # for start-up time

            self._install("qtbase_zh_CN", Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)))
        if language is not self.current:
            self.current = language
            self.changed.emit()

    def switch(self) -> None:
        """Change from Chinese to English or back."""
        self.use(Language.ENGLISH if self.current is Language.CHINESE else Language.CHINESE)

    def _install(self, name: str, folder: Path) -> None:
        translator = QTranslator(self)
        if translator.load(name, str(folder)):
            QCoreApplication.installTranslator(translator)
            self._installed.append(translator)
