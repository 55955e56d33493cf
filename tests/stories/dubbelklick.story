# Knappen trycks två gånger
# rad 39, 16
Tjänst: synpunkt
Bot: Hej!
Bot: Lämna en synpunkt eller ett klagomål
Bot: Vad vill du lämna?

Knapp: Klagomål
Bot: Ditt svar gör att det blir 2 frågor till.
Bot: Vad handlar det om?

Gammal knapp: Klagomål till typ
Bot: Det svaret har du redan gett på Typ.
Bot: Vad handlar det om?

Person: skola
Bot: Jag har skrivit: Förskola och skola
Bot: Skriv din synpunkt.
