# Bygglov med två ägare, ritningar och strandskydd
Tjänst: bygglov
Person: nej
Inloggad: Anna
Person: Kramfors Babel 1:2
Person: privat
Person: 2 och 3
Person: Vi bygger till ett rum mot söder och ett förråd.
Person: ca 20 m2
Person: ja
Person: nej
Fil: plan.pdf
Fil: fasad.jpg
Knapp: Klar
Person: nej, inte än
Person: tillsammans
Person: Bo Ek
Person: 198502122381
Person: hoppa över
Person: bo@example.se
Person: nej
Person: Anna Ek
Person: Torggatan 2, 872 80 Kramfors
Person: 0701740606
Person: anna@example.se
Person: ja
