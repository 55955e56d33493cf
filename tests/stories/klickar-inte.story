# Den som aldrig trycker på knappar
# rad 8
Tjänst: inloggningsproblem
Bot: Hej!
Bot: Anmäl problem med inloggning
Bot: Skriv aldrig ditt personnummer, dina koder eller lösenord här.
Bot: Vad försöker du logga in på?

Person: chatten
Bot: Jag har skrivit: Den här chatten
Bot: Vilken e-legitimation använder du?

Person: bankid i mobilen
Bot: Vad använder du?

Person: iphone
Bot: Jag har skrivit: Iphone eller Ipad
Bot: Vad händer när du försöker?

Person: jag får ett felmeddelande
Bot: Ditt svar gör att det blir en fråga till.

Person: det står rfa21
Bot: Vill du berätta mer?

Person: hoppa över
Bot: Vilken dag hände det senast?

Person: idag
Bot: Jag har skrivit: måndag 23 november 2026
Bot: Ungefär hur dags?

Person: vid tio
Bot: Jag har skrivit: kl. 10.00
Bot: Har du en skärmbild?

Person: nej
Bot: Då hoppar jag över den frågan.
Bot: Hur vill du att vi hör av oss?

Person: telefon
Bot: Ditt svar gör att det blir en fråga till.
Bot: Vilket telefonnummer har du?

Person: 0701740605
Bot: Jag har skrivit: 070-174 06 05
Bot: Kommunstyrelsen ansvarar för de personuppgifter du lämnar.

Person: ja
Bot: Här är allt som du har svarat i Anmäl problem med inloggning.
Bot: 1. E-tjänst: Den här chatten
Bot: 2. E-legitimation: BankID i mobilen
Bot: 3. Enhet: Iphone eller Ipad
Bot: 4. Vad som händer: Jag får ett felmeddelande
Bot: 5. Felmeddelande: det står rfa21
Bot: 6. Mer om problemet: Inte besvarad
Bot: 7. Dag: måndag 23 november 2026
Bot: 8. Tid: kl. 10.00
Bot: 9. Skärmbild: Inte besvarad
Bot: 10. Svar via: Telefon
Bot: 11. Ditt telefonnummer: 070-174 06 05
Bot: 12. Personuppgifter: Ja
Bot: [Skicka in ärendet]
Bot: [Ändra ett svar]
Bot: [Spara och fortsätt senare]

Person: skicka
Bot: Tack!
Bot: [Hämta kvittens]
