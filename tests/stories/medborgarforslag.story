# Två idéer på en gång blir en: förslag till fullmäktige
Tjänst: medborgarforslag
Bot: Hej!
Bot: Lämna ett medborgarförslag
Bot: Har du skyddade personuppgifter?

Person: nej
Bot: Är du folkbokförd i Kramfors kommun?

Person: ja
Bot: Vilket stämmer bäst på det du vill göra?

Person: jag vill att ni bygger en isbana på torget
Bot: Menade du Föreslå något för kommunen?

Person: ja
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Tänk på att alla kan läsa ditt förslag, också på kommunens webbplats.
Bot: Vad föreslår du?

Person: En isbana på torget i Kramfors varje vinter. Och fler bussar till Nyland.
Bot: Handlar förslaget om en enda sak?

Person: nej
Bot: Då behöver du dela upp det.

Person: tillbaka
Bot: Vad föreslår du?
Bot: Ditt tidigare svar: En isbana på torget i Kramfors varje vinter.

Person: Jag föreslår att kommunen ordnar en isbana på torget i Kramfors varje vinter.
Bot: Handlar förslaget om en enda sak?

Person: ja
Bot: Vilken rubrik ska förslaget ha?

Person: Isbana på torget
Bot: Varför är det ett bra förslag?

Person: vad menar ni?
Bot: Skriv vem det är bra för och vad som blir bättre.
Bot: Varför är det ett bra förslag?

Person: Barnen har inget gratis att göra när det är mörkt och kallt.
Bot: Gäller det en viss plats?

Person: ja
Bot: Var är platsen?

Person: torget i Kramfors
Bot: Har du en karta, bild eller skiss?

Person: hoppa över
Bot: Får vi visa ditt namn på webbplatsen, vid förslaget?

Person: varför frågar ni?
Bot: Varför jag frågar: Det som ligger på nätet kan spridas.
Bot: Får vi visa ditt namn på webbplatsen, vid förslaget?

Person: nej helst inte
Bot: Menade du Nej?

Person: ja
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740606
Bot: Jag har skrivit: 070-174 06 06
Bot: Vilken e-postadress har du?

Person: hoppa över
Bot: Kommunstyrelsen ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt
Bot: 1. Skyddade personuppgifter: Nej
Bot: 2. Folkbokförd i kommunen: Ja
Bot: 3. Vad du vill göra: Föreslå något för kommunen
Bot: 4. Förslag: Jag föreslår att kommunen ordnar en isbana på torget i Kramfors varje vinter.
Bot: 5. Handlar om en sak: Ja
Bot: 6. Rubrik: Isbana på torget
Bot: 7. Skäl: Barnen har inget gratis att göra när det är mörkt och kallt.
Bot: 8. Viss plats: Ja
Bot: 9. Plats: torget i Kramfors
Bot: 10. Bilagor: Inte besvarad
Bot: 11. Namnet får visas på webben: Nej
Bot: 12. Ditt telefonnummer: 070-174 06 06
Bot: 13. Din e-postadress: Inte besvarad
Bot: 14. Personuppgifter: Ja
Bot: [Skicka och skriv under]

Knapp: Skicka och skriv under
Bot: Nu ska du granska och skriva under.
Bot: [Granska och skriv under]
