# Två barn byter skola: det syns hela tiden vilket barn det gäller
# rad 25, 37
Person: kan jag söka åt mitt barnbarn?
Bot: Du kan ofta göra ett ärende åt någon annan.

Person: byta skola
Bot: Jag tror att du vill göra det här: Ansökan om byte av skola.

Person: ja
Bot: Har du eller barnet skyddade personuppgifter?

Person: nej
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Vad heter barnet?

Person: Kim Ek
Bot: Vilket personnummer har barnet?

Person: 20150314-2380
Bot: Vilken skola går barnet i nu?

Person: avbryt
Bot: [Spara utkastet]

Person: ja
Bot: är sparat. Det är inte inskickat.

Person: nytt ärende
Bot: Det här kan jag hjälpa dig med.

Person: byta skola
Bot: Jag tror att du vill göra det här: Ansökan om byte av skola.

Person: ja
Bot: Du har redan ett utkast av Ansökan om byte av skola.
Bot: (Kim Ek)]
Bot: [Nej, börja på ett nytt]

Knapp: Nej, börja på ett nytt
Bot: Har du eller barnet skyddade personuppgifter?

Person: nej
Bot: Vad heter barnet?

Person: Lo Ek
Bot: Vilket personnummer har barnet?

Person: mina ärenden
Bot: Ansökan om byte av skola (
Bot: Ansökan om byte av skola (
Bot: Vilket personnummer har barnet?
