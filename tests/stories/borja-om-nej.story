# Börja om, fast nej
# rad 19
Tjänst: autogiro
Bot: Hej!
Bot: Anmälan om autogiro
Bot: Vad vill du göra?

Person: byt konto
Bot: Jag har skrivit: Byta konto
Bot: Ditt svar gör att det blir 3 frågor till.
Bot: Är kontot ditt eget?

Person: börja om
Bot: Vill du ta bort dina svar och börja om från början?
Bot: [Ja, börja om]
Bot: [Nej, fortsätt]

Person: nej
Bot: Är kontot ditt eget?
