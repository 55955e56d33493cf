# Avbryt: spara är det vanliga
# rad 19
Tjänst: autogiro
Bot: Hej!
Bot: Anmälan om autogiro
Bot: Vad vill du göra?

Person: börja
Bot: Jag har skrivit: Börja med autogiro
Bot: Ditt svar gör att det blir 3 frågor till.
Bot: Är kontot ditt eget?

Person: avbryt
Bot: Vill du avbryta?
Bot: [Spara utkastet]
Bot: [Ta bort utkastet]
Bot: [Fortsätt svara]

Person: ja
Bot: Utkastet K-2345-0001 är sparat.
Bot: Vad vill du göra?
