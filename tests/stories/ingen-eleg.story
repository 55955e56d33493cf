# Den som inte har e-legitimation
# rad 20, 42
Tjänst: inloggningsproblem
Bot: Hej!
Bot: Anmäl problem med inloggning
Bot: Skriv aldrig ditt personnummer, dina koder eller lösenord här.
Bot: Vad försöker du logga in på?

Person: Skolans eller förskolans system
Bot: Ditt svar gör att det blir en fråga till.

Person: Vklass
Bot: Vilken e-legitimation använder du?

Person: jag har ingen
Bot: Utan e-legitimation kan du ändå få hjälp med ditt ärende.
Bot: Vad använder du?

Person: android
Bot: Jag har skrivit: Telefon eller surfplatta med Android
Bot: Vad händer när du försöker?

Person: appen öppnas inte
Bot: Vill du berätta mer?

Person: hoppa över
Bot: Vilken dag hände det senast?

Person: igår
Bot: Jag har skrivit: söndag 22 november 2026
Bot: Ungefär hur dags?

Person: hoppa över
Bot: Har du en skärmbild?

Fil: skarm.png
Bot: Jag har fått:
Bot: 1. skarm.png

Knapp: Klar
Bot: Hur vill du att vi hör av oss?

Person: mejl
Bot: Jag har skrivit: E-post
Bot: Ditt svar gör att det blir en fråga till.
Bot: Vilken e-postadress har du?

Person: kim.ek@example.se
Bot: Kommunstyrelsen ansvarar för de personuppgifter du lämnar.

Person: ja
Bot: Här är allt som du har svarat i Anmäl problem med inloggning.
Bot: 1. E-tjänst: Skolans eller förskolans system
Bot: 2. Tjänstens namn: Vklass
Bot: 3. E-legitimation: Jag har ingen
Bot: 4. Enhet: Telefon eller surfplatta med Android
Bot: 5. Vad som händer: Appen öppnas inte
Bot: 6. Mer om problemet: Inte besvarad
Bot: 7. Dag: söndag 22 november 2026
Bot: 8. Tid: Inte besvarad
Bot: 9. Skärmbild: skarm.png (…)
Bot: 10. Svar via: E-post
Bot: 11. Din e-postadress: kim.ek@example.se
Bot: 12. Personuppgifter: Ja
Bot: [Skicka in ärendet]
Bot: [Ändra ett svar]
Bot: [Spara och fortsätt senare]
