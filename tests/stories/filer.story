# Filer: fel sort nekas, en tas bort, flera samlas
Tjänst: felanmalan
Bot: Hej!
Bot: Felanmälan gata, park och …
Bot: Är det fara för liv?
Bot: Vad gäller det?

Person: skräp
Bot: Jag har skrivit: Skräp eller klotter
Bot: Var är det?

Person: Torget
Bot: Vad är fel?

Person: Det ligger glas överallt.
Bot: Har du ett foto?

Fil: virus.exe
Bot: Jag kan inte ta emot filen virus.exe.

Fil: en.jpg
Bot: Jag har fått:
Bot: 1. en.jpg

Fil: två.jpg
Bot: Jag har fått:
Bot: 1. en.jpg
Bot: 2. två.jpg

Knapp: Ta bort en.jpg
Bot: Jag har fått:
Bot: 1. två.jpg

Fil: tre.png
Bot: Jag har fått:
Bot: 1. två.jpg
Bot: 2. tre.png

Person: klar
Bot: Vill du att vi hör av oss?
