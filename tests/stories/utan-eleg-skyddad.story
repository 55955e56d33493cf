# Skyddade personuppgifter: en person hjälper, och man kan gå utan spår
# rad 20, 30
Tjänst: skolbyte
Bot: Hej!
Bot: Har du eller barnet skyddade personuppgifter?

Person: ja
Bot: Då tar vi ärendet tillsammans med dig
Bot: Ring kundtjänst på 0612-800 00
Bot: Du behöver inte berätta varför du har skydd.
Bot: [Ta bort allt och avsluta]
Bot: [Ändra mitt svar]
Bot!: Vad heter

Knapp: Ta bort allt och avsluta
Bot: Vill du ta bort det här samtalet och dina utkast?

Knapp: Ja, ta bort
Bot: Samtalet och dina utkast är borttagna.
Bot: Vad vill du göra?

Person: mina ärenden
Bot: Logga in med e-legitimation, så visar jag dina utkast och ärenden.
Bot!: skola
