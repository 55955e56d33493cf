# En knapp högre upp i samtalet
# rad 16
Tjänst: synpunkt
Bot: Hej!
Bot: Lämna en synpunkt eller ett klagomål
Bot: Vad vill du lämna?

Person: klagomål
Bot: Ditt svar gör att det blir 2 frågor till.
Bot: Vad handlar det om?

Person: skola
Bot: Jag har skrivit: Förskola och skola
Bot: Skriv din synpunkt.

Gammal knapp: Förslag till typ
Bot: Vill du ändra Typ från Klagomål till Förslag?
Bot: [Ja, ändra]
Bot: [Nej, ändra inte]

Person: nej, ändra inte
Bot: Inget är ändrat.
Bot: Skriv din synpunkt.
