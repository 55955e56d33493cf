# The whole of a complaint in English
Tjänst: synpunkt
Språk: en
Person: complaint
Person: schools
Person: The playground is always locked.
Person: yesterday
Person: skip
Person: no
Person: yes
