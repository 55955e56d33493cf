# Vigsel med två egna vittnen (en grupp med två rader)
Tjänst: vigsel
Person: nej
Inloggad: Anna
Person: Bo Ek
Person: 850212-2381
Person: 0701740607
Person: ja, vi har intyget
Person: 2026-11-02
Fil: intyg.pdf
Knapp: Klar
Person: 2027-05-15
Person: 2027-02-13
Person: 14.30
Person: 2027-02-13
Person: hoppa över
Person: vigselrummet
Person: svenska
Person: egna
Person: Lena Berg
Person: Olle Dahl
Person: tolv
Person: 0701740606
Person: hoppa över
Person: ja
