# Uteservering för ett företag: för smalt för rullstol, och Polisens tillstånd är kvar att söka
Tjänst: markupplatelse
Bot: Hej!
Bot: Ansökan om att använda offentlig plats
Bot: Har du skyddade personuppgifter?

Person: nej
Bot: Så här går det till. I tätorter är det Polisen som ger tillstånd att använda en offentlig plats.
Bot: Vad vill du använda platsen till?

Person: bord och stolar utanför mitt kafé
Bot: Jag är inte säker på vad du menar. Vilket är rätt?

Person: uteservering
Bot: Vem äger platsen?

Person: kommunens trottoar
Bot: Menade du Kommunen, till exempel en gata, ett torg eller en park?

Person: kommunen
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vem söker du för?

Person: ett företag
Bot: Jag har skrivit: Ett företag eller en förening
Bot: Vad heter företaget eller föreningen?

Person: Kafé Ankan
Bot: Vilket organisationsnummer har ni?

Person: 2120000142
Bot: Jag har skrivit: 212000-0142
Bot: Berätta vad du vill göra och vad som ska stå på platsen.

Person: varför frågar ni?
Bot: Skriv till exempel hur många bord, tält eller vagnar det blir.
Bot: Berätta vad du vill göra och vad som ska stå på platsen.

Person: Sex bord med fyra stolar, två parasoll och ett lågt staket.
Bot: Tänk på mat och dryck.
Bot: Var vill du vara?

Person: Utanför Torggatan 2 i Kramfors
Bot: Skicka en karta eller en skiss.

Fil: skiss.jpg
Bot: 1. skiss.jpg

Knapp: Klar
Bot: Hur många kvadratmeter behöver du?

Person: ca 20
Bot: Jag har skrivit: 20 m²
Bot: Från vilken dag till vilken dag behöver du platsen?

Person: maj till september
Bot: Jag har skrivit: lördag 1 maj 2027 – torsdag 30 september 2027
Bot: Vilka tider på dagen?

Person: alla dagar 10-22
Bot: Hur bred blir vägen förbi, för dem som går?

Person: 1,2
Bot: Jag har skrivit: 1,2 m
Bot: Det är för smalt för många som har rullstol.
Bot: Måste någon ta en annan väg?

Person: tillbaka
Bot: Hur bred blir vägen förbi, för dem som går?
Bot: Ditt tidigare svar: 1,2 m

Person: 1,8 m
Bot: Jag har skrivit: 1,8 m
Bot: Måste någon ta en annan väg?

Person: nej
Bot: Har du sökt tillstånd hos Polisen?

Person: nej inte än
Bot: Jag har skrivit: Nej, inte än
Bot: Sök eller fråga hos Polisen snart.
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740605
Bot: Jag har skrivit: 070-174 06 05
Bot: Vilken e-postadress har du?

Person: hoppa över
Bot: Kommunstyrelsen ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt
Bot: 1. Skyddade personuppgifter: Nej
Bot: 2. Ändamål: Uteservering
Bot: 3. Markens ägare: Kommunen, till exempel en gata, ett torg eller en park
Bot: 4. Sökande: Ett företag eller en förening
Bot: 5. Organisation: Kafé Ankan
Bot: 6. Organisationsnummer: 212000-0142
Bot: 7. Beskrivning: Sex bord med fyra stolar, två parasoll och ett lågt staket.
Bot: 8. Plats: Utanför Torggatan 2 i Kramfors
Bot: 9. Karta eller skiss: skiss.jpg (…)
Bot: 10. Yta: 20 m²
Bot: 11. Period: lördag 1 maj 2027 – torsdag 30 september 2027
Bot: 12. Tider: alla dagar 10-22
Bot: 13. Fri bredd: 1,8 m
Bot: 14. Påverkar trafiken: Nej
Bot: 15. Sökt hos Polisen: Nej, inte än
Bot: 16. Ditt telefonnummer: 070-174 06 05
Bot: 17. Din e-postadress: Inte besvarad
Bot: 18. Personuppgifter: Ja
Bot: [Skicka och skriv under]
