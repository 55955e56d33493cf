# Spara: hur kommer jag tillbaka?
# rad 24
Tjänst: synpunkt
Bot: Hej!
Bot: Lämna en synpunkt eller ett klagomål
Bot: Vad vill du lämna?

Person: beröm
Bot: Ditt svar gör att det blir en fråga till.
Bot: Vad handlar det om?

Person: pausa
Bot: Allt är sparat i det här samtalet.
Bot: [Fortsätt svara]

Knapp: Fortsätt svara
Bot: Vad handlar det om?
