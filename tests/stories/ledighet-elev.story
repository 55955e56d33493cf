# Ledighet för elev: mer än tio skoldagar, så rektorn vill veta mer
Tjänst: ledighet-elev
Bot: Hej!
Bot: Ansökan om ledighet för elev
Bot: Har du eller barnet skyddade personuppgifter?

Person: nej
Bot: Går barnet i en av kommunens egna skolor i Kramfors?

Person: ja
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vad heter barnet?

Person: Lo Ek
Bot: Vilket personnummer har barnet?

Person: 20150314-2380
Bot: Vilken skola går barnet i?

Person: bollsta
Bot: Jag har skrivit: Bollstaskolan
Bot: Vilken klass går barnet i?

Person: 5b
Bot: Vilken är barnets första och sista dag borta från skolan?

Person: från 8 februari till 26 februari
Bot: Jag har skrivit: måndag 8 februari 2027 – fredag 26 februari 2027
Bot: Hur många skoldagar missar barnet?

Person: 30
Bot: Det är fler dagar än tiden du skrev.

Person: varför frågar ni?
Bot: Är det mer än tio skoldagar? Då är det bara rektorn som får besluta.
Bot: Hur många skoldagar missar barnet?

Person: 15
Bot: Det är mer än tio skoldagar. Då är det rektorn som beslutar.
Bot: Varför vill ni ha ledigt?

Person: vi ska hälsa på släkten
Bot: Jag har skrivit: Resa eller besök hos släkten
Bot: Berätta varför barnet behöver vara borta så länge

Person: Vi har inte träffat min mamma på fem år och hon fyller åttio. Flyget går bara då.
Bot: Hur ska barnet ta igen skolarbetet?

Person: Vi tar med böckerna och läser en stund varje dag. Läraren vet om det.
Bot: Vill du skicka något som visar skälet?

Person: hoppa över
Bot: Vem har vårdnaden om barnet?

Person: vi har gemensam
Bot: Vad heter den andra vårdnadshavaren?

Person: Bo Ek
Bot: Vilket personnummer har den andra vårdnadshavaren?

Person: 850212-2388
Bot: Jag har skrivit: 19850212-2388
Bot: Vilket mobilnummer har den andra vårdnadshavaren?

Person: 070-174 06 05
Bot: Vilket telefonnummer når vi dig på?

Person: 070 174 06 06
Bot: Jag har skrivit: 070-174 06 06
Bot: Vilken e-postadress har du?

Person: hoppa över
Bot: Bildningsnämnden ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt
Bot: Ärendet gäller barnet Lo Ek, 20150314-2380.
Bot: 5. Skola: Bollstaskolan
Bot: 6. Klass: 5b
Bot: 7. Ledig: måndag 8 februari 2027 – fredag 26 februari 2027
Bot: 8. Antal skoldagar: 15
Bot: 9. Skäl: Resa eller besök hos släkten
Bot: 10. Skäl till lång ledighet: Vi har inte träffat
Bot: 11. Plan för skolarbetet: Vi tar med böckerna
Bot: 12. Underlag: Inte besvarad
Bot: 13. Vårdnad: Vi är två vårdnadshavare
Bot: 14. Den andra vårdnadshavaren: namn: Bo Ek
Bot: 17. Ditt telefonnummer: 070-174 06 06 (visas inte för andra som skriver under)
Bot: [Skicka och skriv under]

Knapp: Skicka och skriv under
Bot: Nu ska du granska och skriva under.
