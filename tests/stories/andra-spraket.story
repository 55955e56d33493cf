# Andraspråk: lätta ord och fel ordning
# rad 7, 9, 40
Bot: Hej!
Bot: Vad vill du göra?

Person: jag vill barn byta skola
Bot: Jag tror att du vill göra det här: Ansökan om byte av skola.
Bot: [Ja, börja]
Bot: [Nej, något annat]

Person: ja
Bot: Ansökan om byte av skola
Bot: Har du eller barnet skyddade personuppgifter?

Person: vad betyder skyddade
Bot: Skriv inget om dig själv här.
Bot: Har du eller barnet skyddade personuppgifter?

Person: nej
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vad heter barnet?

Person: min barn heter Amir Hosseini
Bot: Jag har skrivit: Amir Hosseini
Bot: Vilket personnummer har barnet?

Person: 150314-2380
Bot: Jag har skrivit: 20150314-2380
Bot: Vilken skola går barnet i nu?

Person: Bollsta skola
Bot: Jag är inte säker på vad du menar.
Bot: [Bollstaskolan]
Bot: [Annan skola: Bollsta skola]
Bot: [Nej, något annat]

Person: 1
Bot: Vilken skola vill du att barnet ska byta till?

Person: Kramfors skola
Bot: Jag är inte säker på vad du menar.
Bot: [Kramforsskolan]
Bot: [Annan kommunal skola i Kramfors: Kramfors skola]
Bot: [Nej, något annat]

Person: 1
Bot: Bra att veta: Väljer du en annan skola än den kommunen har erbjudit har barnet oftast inte rätt till skolskjuts.
Bot: Från vilken dag vill du att barnet byter?

Person: efter jul
Bot: Jag behöver veta vilken dag.

Person: 11 januari
Bot: Jag har skrivit: måndag 11 januari 2027
Bot: Varför vill ni byta skola?

Person: flytta
Bot: Jag har skrivit: Vi flyttar
Bot: Ditt svar gör att det blir en fråga till.
