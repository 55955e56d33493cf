# Telefonnumret läses och visas
# rad 11
Tjänst: autogiro
Bot: Hej!
Bot: Anmälan om autogiro
Bot: Vad vill du göra?

Person: avsluta
Bot: Jag har skrivit: Avsluta autogiro
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vems fakturor gäller det?

Person: mina egna
Bot: Vilka fakturor gäller det?

Person: vatten och avlopp
Bot: Vilket telefonnummer når vi dig på?

Person: 12345
Bot: Riktnumret saknas.

Person: noll sjuttio 174 06 05
Bot: Jag har skrivit: 070-174 06 05
Bot: Vilken e-postadress har du?
