# Knappar går att skriva, räkna och stava fel
# rad 8
Tjänst: synpunkt
Bot: Hej!
Bot: Lämna en synpunkt eller ett klagomål
Bot: Vad vill du lämna?

Person: 2
Bot: Jag har skrivit: Förslag
Bot: Vad handlar det om?

Person: kultr och fritid
Bot: Jag är inte säker på vad du menar.
Bot: [Kultur och fritid]
Bot: [Något annat: kultr och fritid]
Bot: [Nej, något annat]

Person: Fler bänkar vid ån.
Bot: Jag har skrivit: Något annat: Fler bänkar vid ån.
Bot: Skriv din synpunkt.

Person: hoppa över
Bot: Den frågan behöver ett svar.

Person: Nej
Bot: Texten behöver vara lite längre, minst 5 tecken.
