# Det som skrivs ändå sparas inte
Tjänst: autogiro
Kanal: telegram
Bot: Hej!
Bot: Anmälan om …
Bot: Vad vill du göra?

Knapp: Byta konto
Bot: Är kontot ditt eget?

Person: ja
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vems fakturor gäller det?

Person: mina
Bot: Jag har skrivit: Mina egna
Bot: Vilka fakturor gäller det?

Person: sophämtning
Bot: Nästa fråga svarar du på en säker sida, inte i den här appen.
Bot: [Svara på säker sida]
Bot!: konto

Person: 8327-9 123 456 789-7
Bot: Nästa fråga svarar du på en säker sida, inte i den här appen.
Bot: [Svara på säker sida]
Bot!: konto
