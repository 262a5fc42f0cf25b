"""The stock of numbered blanks: what is done with ranges of them, the balance of a day, one serial."""
