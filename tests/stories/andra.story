# Ändra ett svar från sammanfattningen
Tjänst: synpunkt
Person: fråga
Person: skola
Person: När öppnar skolan?
Person: ja
Person: telefon
Person: 0701740606
Person: ja
Knapp: Ändra ett svar
Person: 3
Person: När börjar terminen?
Person: ändra telefonnumret
Person: 070-174 06 09
