# Parkeringstillstånd: känsliga frågor, flera filer, en signerar
Tjänst: parkeringstillstand
Person: nej
Person: ja
Inloggad: Anna
Person: jag själv
Person: nytt
Person: åker med
Person: ja
Person: Föraren hjälper mig med rullstolen och med att resa mig.
Person: 50
Person: rollator
Fil: intyg.pdf
Knapp: Klar
Fil: foto.jpg
Person: ja
Fil: namn.png
Person: Torggatan 2, 872 80 Kramfors
Person: 0701740606
Person: ja
