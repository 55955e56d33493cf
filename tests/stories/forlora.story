# Innan svar försvinner frågar assistenten; svaren kommer tillbaka
Tjänst: synpunkt
Person: fråga
Person: skola
Person: När öppnar skolan?
Person: ja
Person: telefon
Person: 0701740606
Person: ja
Person: ändra svar önskas
Person: ändra vill du ha svar
Person: nej
Knapp: Nej, behåll som det var
Person: ändra vill du ha svar
Person: nej
Knapp: Ja, ändra
Person: ändra vill du ha svar
Person: ja
