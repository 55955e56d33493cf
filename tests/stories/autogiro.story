# Autogiro: flera fakturor, eget konto, medgivande
Tjänst: autogiro
Bot: Hej!
Bot: Anmälan om …
Bot: Vad vill du göra?

Knapp: Börja med autogiro
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

Person: vatten och sophämtning
Bot: Jag har skrivit: Vatten och avlopp och Sophämtning
Bot: Vilket konto ska pengarna dras från?

Person: 8327-9 123 456 789-7
Bot: Jag har skrivit: Swedbank 8327-9, 123 456 789-7
Bot: Godkänner du att Kramfors kommun drar pengar från kontot på fakturans förfallodag?

Person: ja
Bot: Vilket telefonnummer når vi dig på?

Knapp: Använd 070-174 06 05
Bot: Vilken e-postadress har du?

Person: hoppa över
Bot: Kommunstyrelsen ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt
Bot: 1. Ärende: Börja med autogiro
Bot: 2. Eget konto: Ja
Bot: 3. Fakturor till: Mina egna
Bot: 4. Fakturor: Vatten och avlopp och Sophämtning
Bot: 5. Bankkonto: Swedbank 8327-9, 123 456 789-7
Bot: 6. Medgivande till autogiro: Ja
Bot: 7. Ditt telefonnummer: 070-174 06 05
Bot: 8. Din e-postadress: Inte besvarad
Bot: 9. Personuppgifter: Ja
Bot: [Skicka och skriv under]
