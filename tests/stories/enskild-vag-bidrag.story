# Vägföreningen behöver byta en trumma, och två skriver under
Tjänst: enskild-vag-bidrag
Bot: Hej!
Bot: Ansökan om bidrag till enskild väg
Bot: Har du, eller någon som ska skriva under, skyddade personuppgifter?

Person: nej
Bot: Ligger vägen i Kramfors kommun?

Person: ja
Bot: Får du skriva under för den förening som sköter vägen?

Person: inte jag
Bot: Jag har skrivit: Nej, någon annan skriver under
Bot: Då behöver den som får skriva under göra ansökan själv.

Knapp: Ändra mitt svar
Bot: Får du skriva under för den förening som sköter vägen?
Bot: Ditt tidigare svar: Nej, någon annan skriver under

Person: ja
Bot: Jag har skrivit: Ja, ensam eller med en till
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vad heter föreningen?

Person: Björkåvägens samfällighetsförening
Bot: Vilket organisationsnummer har föreningen?

Person: 5560360793
Bot: Jag har skrivit: 556036-0793
Bot: Vilket bidrag söker ni?

Person: vi behöver byta en trumma
Bot: Menade du Bidrag för att rusta upp vägen?

Person: ja
Bot: Vilken väg gäller det?

Person: Björkåvägen, från väg 90 ner till badplatsen
Bot: Hur många meter av vägen sköter ni?

Person: 1,8 km
Bot: Jag har skrivit: 1800 m
Bot: Hur många hushåll bor vid vägen hela året?

Person: 14 stycken
Bot: Jag har skrivit: 14
Bot: Får alla köra bil på vägen?

Person: varför frågar ni?
Bot: Varför jag frågar: Bidrag ges oftast bara till vägar som alla får köra på.
Bot: Får alla köra bil på vägen?

Person: ja
Bot: Får vägen bidrag från staten?

Person: ja
Bot: Vad behöver göras på vägen?

Person: Trumman vid bäcken har rasat och vägen sjunker där. Vi vill göra det i maj.
Bot: Vad kostar arbetet?

Person: 62 000 ungefär
Bot: Jag har skrivit: 62 000 kr
Bot: Skicka en offert på arbetet.

Fil: offert.pdf
Bot: Jag har fått:
Bot: 1. offert.pdf (1 kB)

Knapp: Klar
Bot: Har du en karta där vägen är markerad?

Person: hoppa över
Bot: Vilket konto ska pengarna betalas till?

Person: bankgiro 5050-1055
Bot: Hur många måste skriva under, enligt stadgarna?

Person: vi är två i förening
Bot: Jag har skrivit: Vi är två som skriver under
Bot: Vad heter den andra som skriver under?

Person: Bo Ek
Bot: Vilket personnummer har den andra som skriver under?

Person: 850212-2388
Bot: Jag har skrivit: 19850212-2388
Bot: Vilket mobilnummer har den andra som skriver under?

Person: 070-174 06 07
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740606
Bot: Jag har skrivit: 070-174 06 06
Bot: Kommunstyrelsen ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt
Bot: 1. Skyddade personuppgifter: Nej (visas inte för andra som skriver under)
Bot: 2. Vägen ligger i kommunen: Ja
Bot: 3. Får skriva under: Ja, ensam eller med en till
Bot: 4. Föreningens namn: Björkåvägens samfällighetsförening
Bot: 5. Organisationsnummer: 556036-0793
Bot: 6. Bidrag: Bidrag för att rusta upp vägen
Bot: 7. Väg: Björkåvägen, från väg 90 ner till badplatsen
Bot: 8. Vägens längd: 1800 m
Bot: 9. Hushåll hela året: 14
Bot: 10. Öppen för alla bilar: Ja
Bot: 11. Bidrag från staten: Ja
Bot: 12. Arbetet på vägen: Trumman vid bäcken har rasat och vägen sjunker där. Vi vill göra det i maj.
Bot: 13. Kostnad: 62 000 kr
Bot: 14. Offert: offert.pdf (1 kB)
Bot: 15. Karta: Inte besvarad
Bot: 16. Konto: bankgiro 5050-1055
Bot: 17. Skriver under: Vi är två som skriver under
Bot: 18. Den andra som skriver under: namn: Bo Ek
Bot: 19. Den andra som skriver under: personnummer: 19850212-2388
Bot: 20. Den andra som skriver under: mobilnummer: 070-174 06 07 (visas inte för andra som skriver under)
Bot: 21. Ditt telefonnummer: 070-174 06 06 (visas inte för andra som skriver under)
Bot: 22. Personuppgifter: Ja
Bot: [Skicka och skriv under]

Knapp: Skicka och skriv under
Bot: Nu ska du granska och skriva under.
Bot: [Granska och skriv under]
