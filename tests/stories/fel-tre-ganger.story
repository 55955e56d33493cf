# Tre fel: mer hjälp varje gång, till sist en människa
# rad 9, 20
Tjänst: autogiro
Bot: Hej!
Bot: Anmälan om autogiro
Bot: Vad vill du göra?

Person: börja
Bot: Jag har skrivit: Börja med autogiro
Bot: Ditt svar gör att det blir 3 frågor till.
Bot: Är kontot ditt eget?

Person: jag har swedbank
Bot: Jag behöver ett ja eller ett nej för att gå vidare.

Person: det är mitt sparkonto liksom
Bot: Jag behöver ett ja eller ett nej för att gå vidare.
Bot: Frågan var: Är kontot ditt eget?

Person: men fattar du inte
Bot: Jag är inte säker på vad du menar.
Bot: [Ja]
Bot: [Nej]
Bot: [Prata med en människa]

Knapp: Prata med en människa
Bot: Du kan prata med en människa
Bot: [Lämna ett meddelande]
Bot: [Fortsätt här]

Person: fortsätt
Bot: Är kontot ditt eget?
