# Känsliga frågor ställs inte i en främmande app
Tjänst: autogiro
Kanal: telegram
Bot: Hej!
Bot: Anmälan om …
Bot: Vad vill du göra?

Knapp: Avsluta autogiro
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vems fakturor gäller det?

Person: mina
Bot: Jag har skrivit: Mina egna
Bot: Vilka fakturor gäller det?

Person: sophämtning
Bot: Vilket telefonnummer når vi dig på?
