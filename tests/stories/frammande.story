# En fråga mitt i besvaras, och sedan kommer samma fråga igen
Tjänst: synpunkt
Knapp: Klagomål
Person: Hur hanterar ni mina uppgifter?
Person: hjälp
Person: Kultur och fritid
