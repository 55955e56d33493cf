# Färdtjänst och riksfärdtjänst för maken: stopp som ändras, fullmakt, ledsagare, en längre resa
Tjänst: fardtjanst
Bot: Hej!
Bot: Ansökan om färdtjänst
Bot: Har du, eller den du söker för, skyddade personuppgifter?

Person: nej
Bot: Är den som ska resa folkbokförd i Kramfors kommun?

Person: ja
Bot: Vilka resor behövs det hjälp med?

Person: bara sjukresor
Bot: Jag har skrivit: Bara resor till vården
Bot: Resor till läkare, sjukhus och annan vård kallas sjukresor. Dem ordnar Region

Knapp: Ändra mitt svar
Bot: Vilka resor behövs det hjälp med?

Person: båda
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vem ska resa?

Person: min man
Bot: Jag har skrivit: En annan vuxen som jag hjälper
Bot: Vad heter den som ska resa?

Person: Bo Ek
Bot: Vilket personnummer har den som ska resa?

Person: 850212-2389
Bot: Siffrorna stämmer inte med varandra. Kontrollera sista siffran och de andra

Person: 850212-2388
Bot: Jag har skrivit: 19850212-2388
Bot: Skicka ett papper som visar att du får söka åt personen.

Fil: fullmakt.jpg
Bot: Jag har fått:

Knapp: Klar
Bot: Vad är svårt på en resa? Välj allt som stämmer.

Person: varför frågar ni?
Bot: Du behöver inte skriva någon diagnos. Hög ålder, eller att det går få bussar där man
Bot: Vad är svårt på en resa? Välj allt som stämmer.

Person: att gå, balansen
Bot: Jag har skrivit: Att gå och Att hålla balansen
Bot: Vad används på resan? Välj allt som stämmer.

Person: inget, rollator
Bot: Välj antingen inget hjälpmedel eller de som används.

Person: rollator
Bot: Hur många meter går det att gå utan att vila?

Person: typ 40 meter
Bot: Jag har skrivit: 40 m
Bot: Berätta vad som händer på en resa med buss eller tåg. Var tar det stopp?

Person: Han har MS. Han orkar inte till hållplatsen och ramlar när bussen bromsar.
Bot: Måste någon följa med för att resan ska gå?

Person: ja
Bot: Vad hjälper ledsagaren till med under resan?

Person: Jag håller i honom när han är yr och bär väskan.
Bot: Hur länge tror du att svårigheterna är kvar, räknat från i dag?

Person: för alltid
Bot: Jag har skrivit: De går inte över
Bot: Vilka längre resor gäller det?
Bot: Resa 1. Varifrån, vart och när går resan?

Person: Kramfors till Uppsala och hem igen, 18–20 december
Bot: Resa 1. Vad är det för resa?

Person: besök
Bot: Jag har skrivit: Fritid, besök eller annat privat
Bot: Resa 1. Vilket är det enklaste sätt att resa som skulle fungera?

Person: tåg om jag är med
Bot: Menade du Tåg, buss eller flyg med ledsagare?

Knapp: Tåg, buss eller flyg med ledsagare
Bot: Vill du söka för en längre resa till?

Person: nej
Bot: Har du ett intyg från vården? Skicka det här, eller hoppa över.

Person: har inget intyg
Bot: Då hoppar jag över den frågan.
Bot: Vilket telefonnummer når vi dig på?

Person: hoppa över
Bot: Den frågan behöver ett svar. Skriv ”hjälp” om du är osäker på vad du ska svara,

Person: 0701740606
Bot: Jag har skrivit: 070-174 06 06
Bot: Kommunstyrelsen ansvarar för dina personuppgifter. Vi använder dem för att pröva

Person: ja
Bot: Här är allt
Bot: 1. Skyddade personuppgifter: Nej
Bot: 2. Folkbokförd i kommunen: Ja
Bot: 3. Resor: Båda
Bot: 4. Ansökan gäller: En annan vuxen som jag hjälper
Bot: 5. Personens namn: Bo Ek
Bot: 6. Personens personnummer: 19850212-2388
Bot: 7. Fullmakt eller förordnande: fullmakt.jpg (…)
Bot: 8. Svårigheter: Att gå och Att hålla balansen
Bot: 9. Hjälpmedel: Rollator
Bot: 10. Gångsträcka: 40 m
Bot: 11. Så går resan: Han har MS. Han orkar inte till hållplatsen och ramlar när bussen
Bot: 12. Ledsagare på resan: Ja
Bot: 13. Ledsagarens hjälp: Jag håller i honom när han är yr och bär väskan.
Bot: 14. Hur länge: De går inte över
Bot: 15. Resa 1: Resan: Kramfors till Uppsala och hem igen, 18–20 december
Bot: 16. Resa 1: Ändamål: Fritid, besök eller annat privat
Bot: 17. Resa 1: Färdsätt: Tåg, buss eller flyg med ledsagare
Bot: 18. Vill du söka för en längre resa till? Nej
Bot: 19. Intyg: Inte besvarad
Bot: 20. Ditt telefonnummer: 070-174 06 06
Bot: 21. Personuppgifter: Ja
Bot: [Skicka och skriv under]
