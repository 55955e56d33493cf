# Kassören söker bidrag till en ledarkurs, och ordföranden skriver också under
Tjänst: foreningsbidrag
Bot: Hej!
Bot: Ansökan om föreningsbidrag
Bot: Har du, ordföranden eller kassören skyddade personuppgifter?

Person: nej
Bot: Söker du för en ideell förening som har ett organisationsnummer?

Person: ja
Bot: Har föreningen verksamhet i Kramfors kommun?

Person: ja
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vad heter föreningen?

Person: Nylands skidklubb
Bot: Vilket organisationsnummer har föreningen?

Person: 5560360793
Bot: Jag har skrivit: 556036-0793
Bot: Vilket bidrag söker ni?

Person: ledarkurs
Bot: Jag har skrivit: Utbildning av ledare
Bot: Vad ska pengarna gå till?

Person: Två av våra ledare ska gå en kurs i att träna barn på skidor.
Bot: Hur mycket kostar det sammanlagt?

Person: ca 8 000
Bot: Jag har skrivit: 8 000 kr
Bot: Hur mycket pengar söker ni?

Person: 9000 kr
Bot: Ni kan inte söka mer än det kostar.

Person: sex tusen
Bot: Jag har skrivit: 6 000 kr
Bot: Åldersgrupp 1. Vilken ålder har medlemmarna?

Person: 7-12
Bot: Jag har skrivit: 7–12 år
Bot: Åldersgrupp 1. Hur många medlemmar är det?

Person: 34
Bot: Åldersgrupp 1. Hur många av dem bor i kommunen?

Person: 40
Bot: Det kan inte vara fler än alla i åldern.

Person: 31
Bot: Har ni medlemmar i en annan ålder också?

Person: ja
Bot: Åldersgrupp 2. Vilken ålder har medlemmarna?

Person: vuxna
Bot: Jag har skrivit: 21–64 år
Bot: Åldersgrupp 2. Hur många medlemmar är det?

Person: 61
Bot: Åldersgrupp 2. Hur många av dem bor i kommunen?

Person: 48
Bot: Har ni medlemmar i en annan ålder också?

Person: nej
Bot: Antal medlemmar sammanlagt: 95.
Bot: Nu behöver vi papper från ert årsmöte.
Bot: Skicka papperen här.

Fil: protokoll.pdf, bokslut.jpg
Bot: Jag har fått:
Bot: 1. protokoll.pdf (1 kB)
Bot: 2. bokslut.jpg

Knapp: Klar
Bot: Vilket konto ska pengarna betalas till?

Person: bg 5050-1055
Bot: Jag har skrivit: bankgiro 5050-1055
Bot: Vad är du i föreningen?

Person: varför frågar ni?
Bot: Varför jag frågar: Både ordförande och kassör skriver under.
Bot: Vad är du i föreningen?

Person: kassör
Bot: Vad heter ordföranden?

Person: Bo Ek
Bot: Vilket personnummer har ordföranden?

Person: 850212-2388
Bot: Jag har skrivit: 19850212-2388
Bot: Vilket mobilnummer har ordföranden?

Person: 070-174 06 07
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740606
Bot: Jag har skrivit: 070-174 06 06
Bot: Bildningsnämnden ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt
Bot: 1. Skyddade personuppgifter: Nej (visas inte för andra som skriver under)
Bot: 2. Ideell förening: Ja
Bot: 3. Verksamhet i kommunen: Ja
Bot: 4. Föreningens namn: Nylands skidklubb
Bot: 5. Organisationsnummer: 556036-0793
Bot: 6. Bidrag: Utbildning av ledare
Bot: 7. Pengarna ska gå till: Två av våra ledare ska gå en kurs i att träna barn på skidor.
Bot: 8. Kostnad: 8 000 kr
Bot: 9. Sökt belopp: 6 000 kr
Bot: 10. Åldersgrupp 1: Ålder: 7–12 år
Bot: 11. Åldersgrupp 1: Antal: 34
Bot: 12. Åldersgrupp 1: Varav i kommunen: 31
Bot: 13. Har ni medlemmar i en annan ålder också? Ja
Bot: 14. Åldersgrupp 2: Ålder: 21–64 år
Bot: 15. Åldersgrupp 2: Antal: 61
Bot: 16. Åldersgrupp 2: Varav i kommunen: 48
Bot: 17. Har ni medlemmar i en annan ålder också? Nej
Bot: 18. Föreningens papper: protokoll.pdf (1 kB), bokslut.jpg
Bot: 19. Konto: bankgiro 5050-1055
Bot: 20. Din roll: Kassör
Bot: 21. Ordföranden: namn: Bo Ek
Bot: 22. Ordföranden: personnummer: 19850212-2388
Bot: 23. Ordföranden: mobilnummer: 070-174 06 07 (visas inte för andra som skriver under)
Bot: 24. Ditt telefonnummer: 070-174 06 06 (visas inte för andra som skriver under)
Bot: 25. Personuppgifter: Ja
Bot: [Skicka och skriv under]

Knapp: Skicka och skriv under
Bot: Nu ska du granska och skriva under.
Bot: [Granska och skriv under]
