# Efter kvittensen: något nytt
# rad 18, 36
Tjänst: synpunkt
Bot: Hej!
Bot: Lämna en synpunkt eller ett klagomål
Bot: Vad vill du lämna?

Person: fråga
Bot: Vad handlar det om?

Person: kultur och fritid
Bot: Skriv din synpunkt.

Person: När öppnar badhuset i sommar igen, vet ni det redan nu tro?
Bot: Vill du ha svar?

Person: nej
Bot: Kommunstyrelsen ansvarar för de personuppgifter du lämnar.

Person: ja
Bot: Här är allt som du har svarat i Lämna en synpunkt eller ett klagomål.
Bot: 1. Typ: Fråga
Bot: 2. Område: Kultur och fritid
Bot: 3. Synpunkt: När öppnar badhuset i sommar igen, vet ni det redan nu tro?
Bot: 4. Vill ha svar: Nej
Bot: 5. Personuppgifter: Ja
Bot: [Skicka in ärendet]
Bot: [Ändra ett svar]
Bot: [Spara och fortsätt senare]

Person: skicka
Bot: Tack!
Bot: [Hämta kvittens]

Person: jag vill byta skola
Bot: Jag tror att du vill göra det här: Ansökan om byte av skola.
Bot: [Ja, börja]
Bot: [Nej, något annat]
