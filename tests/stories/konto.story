# Kontot är fel, sedan rätt
# rad 11, 9
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

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vems fakturor gäller det?

Person: mina egna
Bot: Vilka fakturor gäller det?

Person: vatten och sopor
Bot: Jag har skrivit: Vatten och avlopp och Sophämtning
Bot: Vilket konto ska pengarna dras från?

Person: det är swedbank
Bot: Skriv clearingnummer och kontonummer med siffror.

Person: 8327-9 123 456 789-6
Bot: Menade du Swedbank 8327-9, 123 456 789-6?
Bot: [Swedbank 8327-9, 123 456 789-6]
Bot: [Nej, något annat]

Person: 8327-9 123 456 789-7
Bot: Jag har skrivit: Swedbank 8327-9, 123 456 789-7
Bot: Godkänner du att Kramfors kommun drar pengar från kontot på fakturans förfallodag?
