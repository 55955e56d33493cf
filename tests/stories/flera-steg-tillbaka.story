# Flera steg tillbaka, och fram igen
# rad 14
Tjänst: synpunkt
Bot: Hej!
Bot: Lämna en synpunkt eller ett klagomål
Bot: Vad vill du lämna?

Person: klagomål
Bot: Ditt svar gör att det blir 2 frågor till.
Bot: Vad handlar det om?

Person: äldreomsorg
Bot: Jag har skrivit: Äldreomsorg och stöd
Bot: Skriv din synpunkt.

Person: tillbaka
Bot: Vad handlar det om?

Person: tillbaka
Bot: Vad vill du lämna?

Person: tillbaka
Bot: Det här är den första frågan, så det går inte att backa längre.
Bot: Vad vill du lämna?

Person: förslag
Bot: Vad handlar det om?
