# En fråga i fritexten är kanske svaret
# rad 17, 23
Tjänst: synpunkt
Bot: Hej!
Bot: Lämna en synpunkt eller ett klagomål
Bot: Vad vill du lämna?

Person: fråga
Bot: Vad handlar det om?

Person: kultur och fritid
Bot: Skriv din synpunkt.

Person: när har ni öppet?
Bot: Ring kundtjänst på 0612-800 00, mejla kommun@kramfors.se eller kom till Torggatan 2 i Kramfors.
Bot: Jag har inte sparat ”när har ni öppet?” som ditt svar.
Bot: Skriv din synpunkt.

Person: När öppnar badhuset i sommar igen?
Bot: Vill du ha svar?
