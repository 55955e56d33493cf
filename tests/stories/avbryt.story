# Avbryt: fortsätt, spara eller ta bort
Tjänst: synpunkt
Person: beröm
Person: avbryt
Knapp: Fortsätt svara
Person: avbryt
Knapp: Spara utkastet
Person: avbryt
Person: jag vill lämna en synpunkt
Person: ja
Person: förslag
Person: avbryt
Knapp: Ta bort utkastet
