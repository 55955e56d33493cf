# Glöm mig, fast nej
# rad 30
Tjänst: synpunkt
Bot: Hej!
Bot: Lämna en synpunkt eller ett klagomål
Bot: Vad vill du lämna?

Person: beröm
Bot: Ditt svar gör att det blir en fråga till.
Bot: Vad handlar det om?

Person: radera allt om mig
Bot: Vill du ta bort det här samtalet och dina utkast?
Bot: [Ja, ta bort]
Bot: [Nej, behåll]

Person: nej
Bot: Vad handlar det om?

Person: kultur och fritid
Bot: Skriv din synpunkt.
