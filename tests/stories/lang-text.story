# Ordet avbryt i en fritext är inte ett kommando när det hör till svaret
Tjänst: synpunkt
Person: förslag
Person: kultur och fritid
Person: Avbryt bygget av badhuset, det är för dyrt.
Person: nej
