# Innan svar försvinner frågar assistenten; svaren kommer tillbaka
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

Person: ändra svar önskas
Bot: Vilket svar vill du ändra?

Person: ändra vill du ha svar
Bot: Vill du ha svar?
Bot: Ditt tidigare svar: Ja

Person: nej
Bot: Om du ändrar det här försvinner också svaren på:
Bot: • Svar via
Bot: • Ditt telefonnummer

Knapp: Nej, behåll som det var
Bot: Inget är ändrat.
Bot: Här är allt
Bot: 1. Typ: Fråga
Bot: 2. Område: Förskola och skola
Bot: 3. Synpunkt: När öppnar skolan?
Bot: 4. Vill ha svar: Ja
Bot: 5. Svar via: Telefon
Bot: 6. Ditt telefonnummer: 070-174 06 06
Bot: 7. Personuppgifter: Ja
Bot: [Skicka in ärendet]

Person: ändra vill du ha svar
Bot: Vill du ha svar?
Bot: Ditt tidigare svar: Ja

Person: nej
Bot: Om du ändrar det här försvinner också svaren på:
Bot: • Svar via
Bot: • Ditt telefonnummer

Knapp: Ja, ändra
Bot: Här är allt
Bot: 1. Typ: Fråga
Bot: 2. Område: Förskola och skola
Bot: 3. Synpunkt: När öppnar skolan?
Bot: 4. Vill ha svar: Nej
Bot: 5. Personuppgifter: Ja
Bot: [Skicka in ärendet]
Bot!: telefonnummer

Person: ändra vill du ha svar
Bot: Vill du ha svar?
Bot: Ditt tidigare svar: Nej

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
