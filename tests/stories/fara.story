# Fara för liv: numret sägs genast, och frågan är kvar
Tjänst: felanmalan
Bot: Hej!
Bot: Felanmälan gata, park och …
Bot: Är det fara för liv?
Bot: Vad gäller det?

Person: gata
Bot: Jag har skrivit: Gata, gångväg eller cykelväg
Bot: Vi sköter kommunens gator.
Bot: Var är det?

Person: det brinner i lekparken
Bot: Är det fara för liv, hälsa eller egendom?
Bot: Vad är fel?
