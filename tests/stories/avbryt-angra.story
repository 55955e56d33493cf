# Avbryt, fast nej
# rad 19
Tjänst: autogiro
Bot: Hej!
Bot: Anmälan om autogiro
Bot: Vad vill du göra?

Person: börja
Bot: Jag har skrivit: Börja med autogiro
Bot: Ditt svar gör att det blir 3 frågor till.
Bot: Är kontot ditt eget?

Person: sluta
Bot: Vill du avbryta?
Bot: [Spara utkastet]
Bot: [Ta bort utkastet]
Bot: [Fortsätt svara]

Person: nej fortsätt
Bot: Är kontot ditt eget?
