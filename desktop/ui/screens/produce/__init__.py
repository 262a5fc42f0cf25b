"""制证: granted cases, the blanks reserved for them, the cards printed, and what became of each."""
