# Tårtor hemifrån: för tidig start, och sedan en bättre dag
Tjänst: livsmedel-registrering
Bot: Hej!
Bot: Registrering av livsmedelsverksamhet
Bot: Har du skyddade personuppgifter?

Person: nej
Bot: Startar ni något nytt, eller tar ni över?

Person: något nytt
Bot: Jag har skrivit: Starta något nytt
Bot: Vad ska ni göra? Välj allt som stämmer.

Person: baka tårtor och bullar
Bot: Menade du Baka, sylta eller tillverka mat?

Person: ja
Bot: Ska andra företag köpa kött, fisk, mjölk eller ägg av er?

Person: nej
Bot: Hur ofta ska ni göra det?

Person: varje vecka
Bot: Jag har skrivit: Året runt eller varje vecka
Bot: Logga in med e-legitimation, så sparas dina svar
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vad heter företaget eller föreningen?

Person: Annas tårtor
Bot: Vilket organisationsnummer har ni?

Person: 900101-2385
Bot: Jag har skrivit: 19900101-2385
Bot: Var ska ni hantera maten?

Person: i mitt kök
Bot: Jag har skrivit: Hemma hos mig
Bot: Det går ofta bra att laga mat hemma. Men köket ska hållas rent och maten skild från
Bot: Vad heter stället eller verksamheten?

Person: Annas tårtor
Bot: Vilken adress har stället?

Person: Sjövägen 4, 870 30 Nordingrå
Bot: Hur hanterar ni maten? Välj allt som stämmer.

Person: varför frågar ni?
Bot: Varför jag frågar: Det avgör hur ofta vi besöker er. Mer kontroll behövs när rå mat lagas
Bot: Hur hanterar ni maten? Välj allt som stämmer.

Person: bakar, och kyler
Bot: Jag har skrivit: Bakar och Kyler ned eller fryser lagad mat
Bot: Varifrån kommer vattnet?

Person: egen brunn
Bot: Jag har skrivit: Från egen brunn
Bot: Då kan vattnet också behöva registreras, och ni ska ta prover på det. Vi hör av oss om det.
Bot: Vilken dag vill ni börja?

Person: på lördag
Bot: Jag har skrivit: lördag 28 november 2026
Bot: Det är mindre än tio dagar dit. Vänta tills du har fått vårt beslut. Den som börjar för
Bot: Vart ska vi skicka post, som beslut och faktura?

Person: ändra start
Bot: Vilken dag vill ni börja?

Person: 7 december
Bot: Jag har skrivit: måndag 7 december 2026
Bot: Vart ska vi skicka post, som beslut och faktura?

Person: Sjövägen 4, 870 30 Nordingrå
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740606
Bot: Jag har skrivit: 070-174 06 06
Bot: Miljö- och byggnämnden ansvarar för dina personuppgifter. De behövs för att registrera

Person: ja
Bot: Här är allt
Bot: 1. Skyddade personuppgifter: Nej
Bot: 2. Anmälan gäller: Starta något nytt
Bot: 3. Verksamhet: Baka, sylta eller tillverka mat
Bot: 4. Kött, fisk, mjölk eller ägg till andra företag: Nej
Bot: 5. Hur ofta: Året runt eller varje vecka
Bot: 6. Företag eller förening: Annas tårtor
Bot: 7. Organisationsnummer: 19900101-2385
Bot: 8. Plats för maten: Hemma hos mig
Bot: 9. Ställets namn: Annas tårtor
Bot: 10. Ställets adress: Sjövägen 4, 870 30 Nordingrå
Bot: 11. Hantering: Bakar och Kyler ned eller fryser lagad mat
Bot: 12. Vatten: Från egen brunn
Bot: 13. Start: måndag 7 december 2026
Bot: 14. Adress för post: Sjövägen 4, 870 30 Nordingrå
Bot: 15. Ditt telefonnummer: 070-174 06 06
Bot: 16. Personuppgifter: Ja
Bot: [Skicka och skriv under]

Knapp: Skicka och skriv under
Bot: Nu ska du granska och skriva under.
