# Radera mina uppgifter
# rad 30
Tjänst: synpunkt
Bot: Hej!
Bot: Lämna en synpunkt eller ett klagomål
Bot: Vad vill du lämna?

Person: klagomål
Bot: Ditt svar gör att det blir 2 frågor till.
Bot: Vad handlar det om?

Person: radera mina uppgifter
Bot: Vill du ta bort det här samtalet och dina utkast?
Bot: [Ja, ta bort]
Bot: [Nej, behåll]

Knapp: Ja, ta bort
Bot: Samtalet och dina utkast är borttagna.
Bot: Vad vill du göra?
