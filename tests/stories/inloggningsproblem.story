# Problem med inloggning, utan att kunna logga in
Tjänst: inloggningsproblem
Bot: Hej!
Bot: Anmäl problem med …
Bot: Skriv aldrig ditt personnummer, dina koder eller lösenord här.
Bot: Vad försöker du logga in på?

Person: den här chatten
Bot: Vilken e-legitimation använder du?

Person: bankid i mobilen
Bot: Vad använder du?

Person: iphone
Bot: Jag har skrivit: Iphone eller Ipad
Bot: Vad händer när du försöker?

Knapp: Jag får ett felmeddelande
Bot: Vad står det i felmeddelandet?

Person: hoppa över
Bot: Vill du berätta mer?

Person: hoppa över
Bot: Vilken dag hände det senast?

Person: i går
Bot: Jag har skrivit: söndag 22 november 2026
Bot: Ungefär hur dags?

Person: klockan 14
Bot: Jag har skrivit: kl. 14.00
Bot: Har du en skärmbild?

Person: hoppa över
Bot: Hur vill du att vi hör av oss?

Person: e-post
Bot: Vilken e-postadress har du?

Person: anna@example.se
Bot: Kommunstyrelsen ansvarar för de personuppgifter du lämnar.

Person: ja
Bot: Här är allt
Bot: 1. E-tjänst: Den här chatten
Bot: 2. E-legitimation: BankID i mobilen
Bot: 3. Enhet: Iphone eller Ipad
Bot: 4. Vad som händer: Jag får ett felmeddelande
Bot: 5. Felmeddelande: Inte besvarad
Bot: 6. Mer om problemet: Inte besvarad
Bot: 7. Dag: söndag 22 november 2026
Bot: 8. Tid: kl. 14.00
Bot: 9. Skärmbild: Inte besvarad
Bot: 10. Svar via: E-post
Bot: 11. Din e-postadress: anna@example.se
Bot: 12. Personuppgifter: Ja
Bot: [Skicka in ärendet]
