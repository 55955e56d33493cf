# Klagomål i affekt, från första meningen till kvittensen
# rad 7, 9, 12, 14, 15, 17, 36
Bot: Hej!
Bot: Vad vill du göra?

Person: JAG ÄR SÅ TRÖTT PÅ ER!!! ingen svarar i telefon, jag vill klaga
Bot: Jag tror att du vill göra det här: Lämna en synpunkt eller ett klagomål.
Bot: [Ja, börja]
Bot: [Nej, något annat]

Person: ja
Bot: Lämna en synpunkt eller ett klagomål
Bot: Det här har du redan skrivit:
Bot: • Typ: Klagomål
Bot: • Synpunkt: JAG ÄR SÅ TRÖTT PÅ ER!!! ingen svarar i telefon, jag vill klaga
Bot: Stämmer det?
Bot: [Ja, det stämmer]
Bot: [Nej, fråga mig i stället]

Person: ja
Bot: Vad handlar det om?

Person: service
Bot: Jag har skrivit: Service och bemötande
Bot: Vilken dag hände det?

Person: 20 november
Bot: Jag har skrivit: fredag 20 november 2026
Bot: Vad vill du att vi gör?

Person: hur länge sparas det här?
Bot: Vi ber bara om det som behövs för ditt ärende.
Bot: Jag har inte sparat ”hur länge sparas det här?” som ditt svar.
Bot: Vad vill du att vi gör?

Person: Ni ska svara inom en minut.
Bot: Vill du ha svar?

Person: ja
Bot: Ditt svar gör att det blir en fråga till.
Bot: Hur vill du ha svaret?

Person: ring mig
Bot: Jag har skrivit: Telefon
Bot: Ditt svar gör att det blir en fråga till.
Bot: Vilket telefonnummer har du?

Person: 12345
Bot: Riktnumret saknas.

Person: 0701740605
Bot: Jag har skrivit: 070-174 06 05
Bot: Kommunstyrelsen ansvarar för de personuppgifter du lämnar.

Person: ändra svar via till e-post
Bot: Om du ändrar det här försvinner också svaren på:
Bot: • Ditt telefonnummer
Bot: [Ja, ändra]
Bot: [Nej, behåll som det var]

Person: ja
Bot: Vilken e-postadress har du?

Person: anna@example.se
Bot: Kommunstyrelsen ansvarar för de personuppgifter du lämnar.

Person: ja
Bot: Här är allt som du har svarat i Lämna en synpunkt eller ett klagomål.
Bot: 1. Typ: Klagomål
Bot: 2. Område: Service och bemötande
Bot: 3. Synpunkt: JAG ÄR SÅ TRÖTT PÅ ER!!! ingen svarar i telefon, jag vill klaga
Bot: 4. Dag: fredag 20 november 2026
Bot: 5. Önskemål: Ni ska svara inom en minut.
Bot: 6. Vill ha svar: Ja
Bot: 7. Svar via: E-post
Bot: 8. Din e-postadress: anna@example.se
Bot: 9. Personuppgifter: Ja
Bot: [Skicka in ärendet]
Bot: [Ändra ett svar]
Bot: [Spara och fortsätt senare]

Person: skicka
Bot: Tack!
Bot: [Hämta kvittens]
