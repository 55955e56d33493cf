# En önskan som ingen förstår
Bot: Hej!
Bot: Vad vill du göra?

Person: xyzzy plugh
Bot: Jag förstår inte riktigt vad du vill göra, eller så är det inget som jag kan hjälpa till med.
Bot: Vad vill du göra?

Person: blorp
Bot: Jag förstår inte riktigt vad du vill göra, eller så är det inget som jag kan hjälpa till med.
Bot: Vad vill du göra?
