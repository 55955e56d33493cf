# Utkastet togs bort, men det går att ångra
# rad 14, 19
Tjänst: synpunkt
Bot: Hej!
Bot: Lämna en synpunkt eller ett klagomål
Bot: Vad vill du lämna?

Person: beröm
Bot: Ditt svar gör att det blir en fråga till.
Bot: Vad handlar det om?

Person: avbryt
Bot: Vill du avbryta?
Bot: [Spara utkastet]
Bot: [Ta bort utkastet]
Bot: [Fortsätt svara]

Knapp: Ta bort utkastet
Bot: Utkastet K-2345-0001 och dina svar är borttagna.
Bot: Vad vill du göra?

Person: ångra
Bot: Ditt utkast till Lämna en synpunkt eller ett klagomål är tillbaka, med alla svar.
Bot: Vad handlar det om?
