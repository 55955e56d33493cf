# Framsteget syns, och varför antalet frågor ändras
# rad 1, 2
Tjänst: autogiro
Bot: Hej!
Bot: Anmälan om autogiro
Bot: Vad vill du göra?

Person: börja
Bot: Jag har skrivit: Börja med autogiro
Bot: Ditt svar gör att det blir 3 frågor till.
Bot: Är kontot ditt eget?

Person: ja
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]

Person: hur många frågor är kvar?
Bot: 7 av 9 frågor är kvar.
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]

Person: nej
Bot: Det går bra.
Bot: Vems fakturor gäller det?
