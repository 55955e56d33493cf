# Behåll svaret, skrivet
# rad 8, 14
Tjänst: synpunkt
Bot: Hej!
Bot: Lämna en synpunkt eller ett klagomål
Bot: Vad vill du lämna?

Person: beröm
Bot: Ditt svar gör att det blir en fråga till.
Bot: Vad handlar det om?

Person: kultur och fritid
Bot: Skriv din synpunkt.

Person: tillbaka
Bot: Vad handlar det om?

Person: behåll svaret
Bot: Skriv din synpunkt.
