# Specialkost: allergi som är farlig och mat utan fläsk, med intyg
Tjänst: specialkost
Bot: Hej!
Bot: Anmälan om specialkost
Bot: Har du eller barnet skyddade personuppgifter?

Person: nej
Bot: Gäller det en av kommunens egna förskolor eller skolor?

Person: ja
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vem gäller anmälan?

Person: min son
Bot: Jag har skrivit: Mitt barn
Bot: Vad heter barnet?

Person: Kim Ek
Bot: Vilket personnummer har barnet?

Person: 20220314-2381
Bot: Vad heter förskolan eller skolan?

Person: Docksta förskola
Bot: Vilken avdelning eller klass är det?

Person: Björnen
Bot: Vad vill du anmäla?

Person: nytt
Bot: Jag har skrivit: Specialkost som är ny
Bot: Varför behövs annan mat?

Person: allergi
Bot: Jag har skrivit: Allergi eller sjukdom
Bot: Vad får inte finnas i maten?

Person: tillbaka
Bot: Varför behövs annan mat?

Person: allergi och fläsk
Bot: Jag har skrivit: Allergi eller sjukdom och Äter inte kött eller fläsk
Bot: Vad får inte finnas i maten?

Person: ägg och jordnötter
Bot: Jag har skrivit: Ägg och Nötter, mandel och jordnötter
Bot: Hur farligt är det att få i sig lite grann?

Person: varför undrar ni det?
Bot: Köket måste veta hur noga de ska vara
Bot: Hur farligt är det att få i sig lite grann?

Person: livsfarligt
Bot: Jag har skrivit: Det kan bli fara för livet
Bot: Vänta inte på den här anmälan. Prata med personalen före nästa måltid.
Bot: Vilken mat ska det vara?

Person: inget fläsk
Bot: Jag har skrivit: Utan fläsk och blod
Bot: Har du ett intyg från vården?

Person: ja
Bot: Skicka intyget.

Fil: intyg.pdf
Bot: Jag har fått:
Bot: 1. intyg.pdf

Knapp: Klar
Bot: Från vilken dag ska det gälla?

Person: imorgon
Bot: Jag har skrivit: tisdag 24 november 2026
Bot: Det är mindre än en vecka dit. Prata med personalen också
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740606
Bot: Jag har skrivit: 070-174 06 06
Bot: Bildningsnämnden ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt
Bot: Ärendet gäller barnet Kim Ek, 20220314-2381.
Bot: 6. Förskola eller skola: Docksta förskola
Bot: 7. Avdelning eller klass: Björnen
Bot: 8. Anmälan: Specialkost som är ny
Bot: 9. Orsak: Allergi eller sjukdom och Äter inte kött eller fläsk
Bot: 10. Får inte finnas i maten: Ägg och Nötter, mandel och jordnötter
Bot: 11. Känslighet: Det kan bli fara för livet
Bot: 12. Önskad mat: Utan fläsk och blod
Bot: 13. Har intyg: Ja, jag skickar det nu
Bot: 14. Intyg: intyg.pdf (1 kB)
Bot: 15. Från och med: tisdag 24 november 2026
Bot: [Skicka och skriv under]

Knapp: Skicka och skriv under
Bot: Nu ska du granska och skriva under.
