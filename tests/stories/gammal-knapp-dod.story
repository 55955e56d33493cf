# En knapp vars fråga inte längre gäller
# rad 16
Tjänst: synpunkt
Bot: Hej!
Bot: Lämna en synpunkt eller ett klagomål
Bot: Vad vill du lämna?

Person: klagomål
Bot: Ditt svar gör att det blir 2 frågor till.
Bot: Vad handlar det om?

Person: skola
Bot: Jag har skrivit: Förskola och skola
Bot: Skriv din synpunkt.

Person: Bussen är alltid sen.
Bot: Vilken dag hände det?

Person: hoppa över
Bot: Vad vill du att vi gör?

Person: hoppa över
Bot: Vill du ha svar?

Person: ja
Bot: Ditt svar gör att det blir en fråga till.
Bot: Hur vill du ha svaret?

Gammal knapp: Telefon till kontakt
Bot: Ditt svar gör att det blir en fråga till.
Bot: Vilket telefonnummer har du?

Gammal knapp: Ja till svar
Bot: Det svaret har du redan gett på Vill ha svar.
Bot: Vilket telefonnummer har du?

Person: ändra vill ha svar
Bot: Jag hittar inget telefonnummer i svaret.

Person: nej
Bot: Jag hittar inget telefonnummer i svaret.
Bot: Frågan var: Vilket telefonnummer har du?

Person: ja
Bot: Jag hittar inget telefonnummer i svaret.

Gammal knapp: E-post till kontakt
Bot: Vill du ändra Svar via från Telefon till E-post?
Bot: [Ja, ändra]
Bot: [Nej, ändra inte]
