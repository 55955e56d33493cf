# Hyresgäst vill byta badkar mot dusch, och hyresvärden måste säga ja
Tjänst: bostadsanpassning
Bot: Hej!
Bot: Ansökan om bostadsanpassningsbidrag
Bot: Har du, eller den du söker för, skyddade personuppgifter?

Person: nej
Bot: Ligger bostaden i Kramfors kommun?

Person: ja
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vem söker du för?

Person: mig själv
Bot: Jag har skrivit: Jag själv
Bot: Vad behöver ändras i bostaden?

Person: byta badkar mot dusch, och trösklarna
Bot: Jag har skrivit: Ta bort trösklar eller göra dörrar bredare och Badrum, dusch eller toalett
Bot: Berätta vad som är svårt hemma i dag, och vad du vill ändra.

Person: Jag går med rullator och kommer inte över kanten på badkaret. Trösklarna till köket är för höga.
Bot: Skicka intyget från en arbetsterapeut.

Fil: intyg.pdf
Bot: Jag har fått:
Bot: 1. intyg.pdf (1 kB)

Knapp: Klar
Bot: Vilken adress har bostaden som ska anpassas?

Person: Torggatan 2, 872 80 Kramfors
Bot: Vad är det för slags bostad?

Person: jag bor där
Bot: Jag har skrivit: Hem där personen bor nu
Bot: Vem äger bostaden?

Person: varför frågar ni?
Bot: Har du en bostadsrätt är det föreningen som äger huset.
Bot: Vem äger bostaden?

Person: jag hyr
Bot: Jag har skrivit: Hyresvärden, jag hyr
Bot: Nu gäller det dem som måste säga ja.
Bot: Kan de skriva under här med e-legitimation?

Person: vet inte
Bot: Jag har skrivit: Nej, jag skickar ett papper senare
Bot: Be dem skriva på ett papper att de säger ja till åtgärderna.
Bot: Vilket telefonnummer når vi dig på?

Person: tillbaka
Bot: Kan de skriva under här med e-legitimation?
Bot: Ditt tidigare svar: Nej, jag skickar ett papper senare

Person: ja
Bot: Jag har skrivit: Ja, de skriver under här
Bot: Medgivande 1. Vem är det som ska säga ja?

Person: hyresvärden
Bot: Jag har skrivit: Hyresvärd eller förening, som lovar att inte kräva betalt för återställning
Bot: Medgivande 1. Vad heter hyresvärden eller föreningen?

Person: Krambo
Bot: Medgivande 1. Vad heter den som ska skriva under?

Person: Lena Berg
Bot: Medgivande 1. Vilket personnummer har den som ska skriva under?

Person: 19850212-2388
Bot: Medgivande 1. Vilket mobilnummer har den som ska skriva under?

Person: 0701740607
Bot: Jag har skrivit: 070-174 06 07
Bot: Är det någon mer som äger eller delar bostaden?

Person: nej
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740606
Bot: Jag har skrivit: 070-174 06 06
Bot: Omsorgsnämnden ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt
Bot: 1. Skyddade personuppgifter: Nej (visas inte för andra som skriver under)
Bot: 2. Bostaden ligger i kommunen: Ja
Bot: 3. Ansökan gäller: Jag själv
Bot: 4. Åtgärder: Ta bort trösklar eller göra dörrar bredare och Badrum, dusch eller toalett
Bot: 5. Beskrivning: Jag går med rullator och kommer inte över kanten på badkaret. Trösklarna till köket är för höga. (visas inte för andra som skriver under)
Bot: 6. Intyg: intyg.pdf (1 kB) (visas inte för andra som skriver under)
Bot: 7. Bostadens adress: Torggatan 2, 872 80 Kramfors
Bot: 8. Bostaden är: Hem där personen bor nu (visas inte för andra som skriver under)
Bot: 9. Ägande: Hyresvärden, jag hyr
Bot: 10. Skriver under här: Ja, de skriver under här
Bot: 11. Medgivande 1: Lämnas av: Hyresvärd eller förening, som lovar att inte kräva betalt för återställning
Bot: 12. Medgivande 1: Hyresvärd eller förening: Krambo
Bot: 13. Medgivande 1: Den som ska skriva under: namn: Lena Berg
Bot: 14. Medgivande 1: Den som ska skriva under: personnummer: 19850212-2388
Bot: 15. Medgivande 1: Den som ska skriva under: mobilnummer: 070-174 06 07 (visas inte för andra som skriver under)
Bot: 16. Är det någon mer som äger eller delar bostaden? Nej
Bot: 17. Ditt telefonnummer: 070-174 06 06 (visas inte för andra som skriver under)
Bot: 18. Personuppgifter: Ja
Bot: [Skicka och skriv under]
