# Ändra ett svar från sammanfattningen
Tjänst: synpunkt
Bot: Hej!
Bot: Lämna en synpunkt eller ett …
Bot: Vad vill du lämna?

Person: fråga
Bot: Vad handlar det om?

Person: skola
Bot: Jag har skrivit: Förskola och skola
Bot: Skriv din synpunkt.

Person: När öppnar skolan?
Bot: Vill du ha svar?

Person: ja
Bot: Hur vill du ha svaret?

Person: telefon
Bot: Vilket telefonnummer har du?

Person: 0701740606
Bot: Jag har skrivit: 070-174 06 06
Bot: Kommunstyrelsen ansvarar för de personuppgifter du lämnar.

Person: ja
Bot: Här är allt
Bot: 1. Typ: Fråga
Bot: 2. Område: Förskola och skola
Bot: 3. Synpunkt: När öppnar skolan?
Bot: 4. Vill ha svar: Ja
Bot: 5. Svar via: Telefon
Bot: 6. Ditt telefonnummer: 070-174 06 06
Bot: 7. Personuppgifter: Ja
Bot: [Skicka in ärendet]

Knapp: Ändra ett svar
Bot: Vilket svar vill du ändra?

Person: 3
Bot: Skriv din synpunkt.
Bot: Ditt tidigare svar: När öppnar skolan?

Person: När börjar terminen?
Bot: Här är allt
Bot: 1. Typ: Fråga
Bot: 2. Område: Förskola och skola
Bot: 3. Synpunkt: När börjar terminen?
Bot: 4. Vill ha svar: Ja
Bot: 5. Svar via: Telefon
Bot: 6. Ditt telefonnummer: 070-174 06 06
Bot: 7. Personuppgifter: Ja
Bot: [Skicka in ärendet]

Person: ändra telefonnumret
Bot: Vilket telefonnummer har du?
Bot: Ditt tidigare svar: 070-174 06 06

Person: 070-174 06 09
Bot: Här är allt
Bot: 1. Typ: Fråga
Bot: 2. Område: Förskola och skola
Bot: 3. Synpunkt: När börjar terminen?
Bot: 4. Vill ha svar: Ja
Bot: 5. Svar via: Telefon
Bot: 6. Ditt telefonnummer: 070-174 06 09
Bot: 7. Personuppgifter: Ja
Bot: [Skicka in ärendet]
