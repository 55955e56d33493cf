# Lotteri: först för små vinster, och kassören är lotteriföreståndare
Tjänst: lotteri
Bot: Hej!
Bot: Registrering av lotteri
Bot: Har du, eller någon som ska skriva under, skyddade personuppgifter?

Person: nej
Bot: Vem ordnar lotteriet?

Person: hockeyklubben
Bot: Jag har skrivit: En ideell förening
Bot: Vad stämmer bäst på ert lotteri?

Person: vanligt lotteri
Bot: Jag har skrivit: Ett vanligt lotteri i Kramfors, där vi är verksamma
Bot: Logga in med e-legitimation, så sparas dina svar
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vad heter föreningen eller trossamfundet?

Person: Nylands hockeyklubb
Bot: Vilket organisationsnummer har ni?

Person: 212000-0142
Bot: Vad ska pengarna från lotteriet gå till?

Person: Vi har hockey för barn och unga. Pengarna ska gå till resor och nya skydd.
Bot: Från vilken dag till vilken dag ska registreringen gälla?

Person: fem år från 15 januari
Bot: Menade du fredag 15 januari 2027 – onsdag 14 januari 2032?

Person: ja
Bot: Hur många lotter blir det i det första lotteriet?

Person: 2 000
Bot: Jag har skrivit: 2000
Bot: Vad kostar en lott?

Person: 20 kr
Bot: Jag har skrivit: 20 kr
Bot: Hur mycket pengar blir det om alla lotter säljs?

Person: 40000
Bot: Jag har skrivit: 40 000 kr
Bot: Hur mycket är alla vinster värda tillsammans?

Person: varför vill ni veta det?
Bot: Räkna det som vinsterna kostar i en affär, också om ni har fått dem. De ska vara värda
Bot: Hur mycket är alla vinster värda tillsammans?

Person: 10 000
Bot: Jag har skrivit: 10 000 kr
Bot: Det är mindre än 35 procent av det som alla lotter kostar, och då är det för lite. Höj
Bot: Hur stor är den största vinsten i pengar?

Person: tillbaka
Bot: Hur mycket är alla vinster värda tillsammans?

Person: 16 000
Bot: Jag har skrivit: 16 000 kr
Bot: Hur stor är den största vinsten i pengar?

Person: bara varor
Bot: Jag hittar inget tal i svaret. Skriv bara talet, till exempel 1 200 kr.

Person: 0
Bot: Jag har skrivit: 0 kr
Bot: Hur mycket ska ni högst sälja för, i alla lotterier under hela tiden?

Person: 120 000 kr
Bot: Jag har skrivit: 120 000 kr
Bot: Bra att veta: Lotterna får inte säljas från en fast plats genom ett företag. På lotten,
Bot: Skicka stadgarna, årsberättelsen och protokollet.

Fil: stadgar.pdf, arsberattelse.pdf, protokoll.jpg
Bot: Jag har fått:

Knapp: Klar
Bot: Vem är lotteriföreståndare?

Person: vår kassör
Bot: Jag har skrivit: En annan person
Bot: Vad heter lotteriföreståndaren?

Person: Lena Berg
Bot: Vilket personnummer har lotteriföreståndaren?

Person: 850212-2388
Bot: Jag har skrivit: 19850212-2388
Bot: Vilket mobilnummer har lotteriföreståndaren?

Person: 0701740607
Bot: Jag har skrivit: 070-174 06 07
Bot: Vem får skriva under för föreningen?

Person: jag är ordförande och skriver under ensam
Bot: Menade du Jag ensam?

Person: ja
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740606
Bot: Jag har skrivit: 070-174 06 06
Bot: Kommunstyrelsen ansvarar för era personuppgifter. Vi använder dem för att pröva ansökan

Person: ja
Bot: Här är allt
Bot: 1. Skyddade personuppgifter: Nej (visas inte för andra som skriver under)
Bot: 2. Ordnas av: En ideell förening
Bot: 3. Slag av lotteri: Ett vanligt lotteri i Kramfors, där vi är verksamma
Bot: 4. Förening eller trossamfund: Nylands hockeyklubb
Bot: 5. Organisationsnummer: 212000-0142
Bot: 6. Ändamål: Vi har hockey för barn och unga. Pengarna ska gå till resor och nya skydd.
Bot: 7. Registreringens tid: fredag 15 januari 2027 – onsdag 14 januari 2032
Bot: 8. Antal lotter: 2000
Bot: 9. Pris för en lott: 20 kr
Bot: 10. Insatser i det första lotteriet: 40 000 kr
Bot: 11. Vinsternas värde: 16 000 kr
Bot: 12. Största vinst i pengar: 0 kr
Bot: 13. Insatser totalt: 120 000 kr
Bot: 14. Bilagor: stadgar.pdf (1 kB), arsberattelse.pdf (1 kB), protokoll.jpg
Bot: 15. Lotteriföreståndare: En annan person
Bot: 16. Lotteriföreståndaren: namn: Lena Berg
Bot: 17. Lotteriföreståndaren: personnummer: 19850212-2388
Bot: 18. Lotteriföreståndaren: mobilnummer: 070-174 06 07 (visas inte för andra som skriver under)
Bot: 19. Skriver under för föreningen: Jag ensam
Bot: 20. Ditt telefonnummer: 070-174 06 06 (visas inte för andra som skriver under)
Bot: 21. Personuppgifter: Ja
Bot: [Skicka och skriv under]

Knapp: Skicka och skriv under
Bot: Nu ska du granska och skriva under.
