# Efter att ha skickat: status, och ändra kräver nya underskrifter
Tjänst: forskola-uppsagning
Person: nej
Person: nej
Inloggad: Anna
Person: Kim Ek
Person: 20220314-2381
Person: förskola
Person: Ekorren
Person: 31 januari
Person: ensam
Person: 0701740606
Person: hoppa över
Person: ja
Knapp: Skicka och skriv under
Person: status
Person: ändra
Person: nej
Person: ändra
Person: ja
Person: skicka
Person: avbryt
Knapp: Ja, återta
