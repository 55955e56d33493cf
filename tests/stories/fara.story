# Fara för liv: numret sägs genast, och frågan är kvar
Tjänst: felanmalan
Person: hjälp det brinner i skolan
Person: Gata, gångväg eller cykelväg
