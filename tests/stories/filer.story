# Filer: fel sort nekas, en tas bort, flera samlas
Tjänst: felanmalan
Person: skräp
Person: Torget
Person: Det ligger glas överallt.
Fil: virus.exe
Fil: en.jpg
Fil: två.jpg
Knapp: Ta bort en.jpg
Fil: tre.png
Person: klar
