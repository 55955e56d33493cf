# Tider och tal som man säger dem
# rad 10
Tjänst: vigsel
Bot: Hej!
Bot: Boka borgerlig vigsel
Bot: Har någon av er skyddade personuppgifter?

Person: nej
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vad heter den du gifter dig med?

Person: Bo Ek
Bot: Vilket personnummer har den du gifter dig med?

Person: 850212-2388
Bot: Jag har skrivit: 19850212-2388
Bot: Vilket mobilnummer har den du gifter dig med?

Person: 0701740607
Bot: Jag har skrivit: 070-174 06 07
Bot: Ditt svar gör att det blir en fråga färre.
Bot: Har ni fått intyget om hindersprövning?

Person: nej, inte än
Bot: Det går bra att boka ändå.
Bot: Vilken dag vill ni gifta er?

Person: 6 februari
Bot: Jag har skrivit: lördag 6 februari 2027
Bot: Vilken tid passar er?

Person: halv tre på eftermiddagen
Bot: Jag har skrivit: kl. 14.30
Bot: Vilken dag väljer ni i andra hand?

Person: hoppa över
Bot: Var vill ni gifta er?

Person: vigselrummet
Bot: Jag har skrivit: I vigselrummet i kommunhuset
Bot: Vilket språk ska vigseln vara på?

Person: svenska
Bot: Har ni egna vittnen?

Person: nej, kommunen får ordna
Bot: Hur många gäster kommer?

Person: tjugofem
Bot: Jag har skrivit: 25
Bot: Vilket telefonnummer når vi dig på?

Person: nej 20
Bot: Jag har ändrat Gäster till 20.
Bot: Vilket telefonnummer når vi dig på?
