# En dansförening vill hyra varannan vecka: dagen är för nära och sluttiden före starttiden
Tjänst: boka-lokal
Bot: Hej!
Bot: Ansökan om att hyra lokal
Bot: Det här är en fråga till oss, inte en färdig bokning.
Bot: Har du fyllt 18 år?

Person: ja
Bot: Vad för slags lokal vill du hyra?

Person: festlokal
Bot: Jag har skrivit: Lokal för fest eller samling
Bot: Bra att veta: Bygdegårdar och Folkets hus ägs ofta av en förening.
Bot: Vilken lokal eller ort vill du ha?

Person: Nyland eller där omkring
Bot: Vem är det som hyr?

Person: föreningen
Bot: Jag har skrivit: En förening
Bot: Vad heter föreningen eller företaget?

Person: Nylands danssällskap
Bot: Vilket organisationsnummer har ni?

Person: 5560360793
Bot: Jag har skrivit: 556036-0793
Bot: Vad ska ni göra där?

Person: varför frågar ni?
Bot: Varför jag frågar: Alla lokaler passar inte till allt.
Bot: Vad ska ni göra där?

Person: träning
Bot: Jag har skrivit: Träna, spela match eller tävla
Bot: Hur många blir ni som mest?

Person: cirka 25
Bot: Jag har skrivit: 25
Bot: Vilken dag vill du hyra?

Person: idag
Bot: Vi hinner inte svara samma dag.

Person: onsdag 13 januari
Bot: Jag har skrivit: onsdag 13 januari 2027
Bot: När vill du komma in i lokalen?

Person: 19
Bot: Jag har skrivit: kl. 19.00
Bot: När lämnar ni lokalen?

Person: 18.30
Bot: Sluttiden måste vara efter starttiden.

Person: 21.30
Bot: Jag har skrivit: kl. 21.30
Bot: Vill du hyra samma tid flera gånger?

Person: ja
Bot: Hur ofta?

Person: varannan
Bot: Jag har skrivit: Varannan vecka
Bot: Vilken dag är den sista gången?

Person: 21 april
Bot: Jag har skrivit: onsdag 21 april 2027
Bot: Är det något mer vi behöver veta?

Person: Vi behöver ett bra golv och musikanläggning
Bot: Vad heter du?

Person: Gunilla Sjöberg
Bot: Vilket telefonnummer når vi dig på?

Person: 070-174 06 21
Bot: Vilken e-postadress har du?

Person: hoppa över
Bot: Bildningsnämnden ansvarar för de personuppgifter du lämnar.

Person: ja
Bot: Här är allt
Bot: 1. Har fyllt 18 år: Ja
Bot: 2. Typ av lokal: Lokal för fest eller samling
Bot: 3. Lokal eller ort: Nyland eller där omkring
Bot: 4. Hyr som: En förening
Bot: 5. Förening eller företag: Nylands danssällskap
Bot: 6. Organisationsnummer: 556036-0793
Bot: 7. Vad ni ska göra: Träna, spela match eller tävla
Bot: 8. Antal personer: 25
Bot: 9. Dag: onsdag 13 januari 2027
Bot: 10. Från klockan: kl. 19.00
Bot: 11. Till klockan: kl. 21.30
Bot: 12. Flera gånger: Ja
Bot: 13. Hur ofta: Varannan vecka
Bot: 14. Sista dag: onsdag 21 april 2027
Bot: 15. Övrigt: Vi behöver ett bra golv och musikanläggning
Bot: 16. Ditt namn: Gunilla Sjöberg
Bot: 17. Ditt telefonnummer: 070-174 06 21
Bot: 18. Din e-postadress: Inte besvarad
Bot: 19. Personuppgifter: Ja
Bot: [Skicka in ärendet]

Knapp: Skicka in ärendet
Bot: Tack! Ärendet har kommit in till kommunen.
Bot: [Hämta kvittens]
