# Vägen tar slut: två vägar vidare
# rad 13, 16
Tjänst: autogiro
Bot: Hej!
Bot: Anmälan om autogiro
Bot: Vad vill du göra?

Person: börja
Bot: Jag har skrivit: Börja med autogiro
Bot: Ditt svar gör att det blir 3 frågor till.
Bot: Är kontot ditt eget?

Person: nej
Bot: Då behöver den som äger kontot göra anmälan med sin egen e-legitimation.
Bot: [Ändra mitt svar]
Bot: [Avsluta]

Person: men jag är god man
Bot: Du kan ofta göra ett ärende åt någon annan.
Bot: Då behöver den som äger kontot göra anmälan
Bot: Då behöver den som äger kontot göra anmälan med sin egen e-legitimation.
Bot: [Ändra mitt svar]
Bot: [Avsluta]

Person: Ändra mitt svar
Bot: Är kontot ditt eget?

Person: ja
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]
