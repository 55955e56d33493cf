# Utloggad mitt i: inget visas, inget försvinner
# rad 25, 24
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

Minuter: 40
Person: vatten
Bot: Du är inte längre inloggad.
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vilka fakturor gäller det?

Person: vatten
Bot: Jag har skrivit: Vatten och avlopp
Bot: Vilket telefonnummer når vi dig på?
