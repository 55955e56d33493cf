# Två ska skriva under: en i taget, och ärendet kommer in när båda har gjort det
# rad 34, 31
Tjänst: skolbyte
Bot: Hej!
Bot: Ansökan om byte av skola
Bot: Har du eller barnet skyddade personuppgifter?

Person: nej
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vad heter barnet?

Person: Kalle Ek, 20150314-2380, Bollstaskolan, Nylands skola, 11 januari
Bot: Jag har förstått det så här:
Bot: • Barnets namn: Kalle Ek
Bot: • Barnets personnummer: 20150314-2380
Bot: • Skola nu: Bollstaskolan
Bot: • Önskad skola: Nylands skola
Bot: • Från och med: måndag 11 januari 2027
Bot: Stämmer det?
Bot: [Ja, det stämmer]
Bot: [Nej, fråga mig i stället]

Person: ja
Bot: Bra att veta: Väljer du en annan skola än den kommunen har erbjudit har barnet oftast inte rätt till skolskjuts.
Bot: Varför vill ni byta skola?

Person: vi flyttar
Bot: Ditt svar gör att det blir en fråga till.

Person: hoppa över
Bot: Vem har vårdnaden om barnet?

Person: vi är två
Bot: Jag har skrivit: Vi är två vårdnadshavare
Bot: Ditt svar gör att det blir 4 frågor till.
Bot: Vad heter den andra vårdnadshavaren?

Person: Bo Ek
Bot: Vilket personnummer har den andra vårdnadshavaren?

Person: 850212-2388
Bot: Jag har skrivit: 19850212-2388
Bot: Vilket mobilnummer har den andra vårdnadshavaren?

Person: 070-174 06 05
Bot: Ditt svar gör att det blir en fråga färre.
Bot: Vilket telefonnummer når vi dig på?

Person: 070 174 06 06
Bot: Jag har skrivit: 070-174 06 06
Bot: Vilken e-postadress har du?

Person: hoppa över
Bot: Bildningsnämnden ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt som du har svarat i Ansökan om byte av skola.
Bot: 1. Skyddade personuppgifter: Nej (visas inte för andra som skriver under)
Bot: 2. Barnets namn: Kalle Ek
Bot: 3. Barnets personnummer: 20150314-2380
Bot: 4. Skola nu: Bollstaskolan
Bot: 5. Önskad skola: Nylands skola
Bot: 6. Från och med: måndag 11 januari 2027
Bot: 7. Skäl: Vi flyttar
Bot: 8. Mer om skälet: Inte besvarad
Bot: 9. Vårdnad: Vi är två vårdnadshavare
Bot: 10. Den andra vårdnadshavaren: namn: Bo Ek
Bot: 11. Den andra vårdnadshavaren: personnummer: 19850212-2388
Bot: 12. Den andra vårdnadshavaren: mobilnummer: 070-174 06 05 (visas inte för andra som skriver under)
Bot: 13. Ditt telefonnummer: 070-174 06 06 (visas inte för andra som skriver under)
Bot: 14. Din e-postadress: Inte besvarad (visas inte för andra som skriver under)
Bot: 15. Personuppgifter: Ja
Bot: [Skicka och skriv under]
Bot: [Ändra ett svar]
Bot: [Spara och fortsätt senare]

Person: skicka
Bot: Nu ska du granska och skriva under.
Bot: [Granska och skriv under]

Underskrift: 1 av 2
Bot: Tack, din underskrift är klar.

Person: status
Bot: Ansökan om byte av skola (Kalle Ek), K-2345-0001: Väntar på flerpartssignering
Bot: [Ändra svaren]
Bot: [Ta tillbaka ärendet]

Underskrift: 2 av 2
Bot: Inkommet!
Bot: [Hämta kvittens]
