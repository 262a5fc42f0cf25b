"""The papers of a case: preview, print, ask what came out, reprint, save."""
