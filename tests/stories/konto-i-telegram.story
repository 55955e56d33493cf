# Kontot skrivs i Telegram fast det inte ska det
# rad 47
Tjänst: autogiro
Kanal: telegram
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

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vems fakturor gäller det?

Person: mina egna
Bot: Vilka fakturor gäller det?

Person: vatten
Bot: Jag har skrivit: Vatten och avlopp
Bot: Nästa fråga svarar du på en säker sida, inte i den här appen.
Bot: [Svara på säker sida]

Person: 8327-9 123 456 789-7
Bot: Jag har inte sparat det du skrev.
Bot: Nästa fråga svarar du på en säker sida, inte i den här appen.
Bot: [Svara på säker sida]
Bot!: 8327

Säker sida: 8327-9 123 456 789-7
Bot: Godkänner du att Kramfors kommun drar pengar från kontot på fakturans förfallodag?
