# The whole of a complaint in English
Tjänst: synpunkt
Språk: en
Bot: Hello!
Bot: Leave feedback or a …
Bot: What do you want to leave?

Person: complaint
Bot: What is it about?

Person: schools
Bot: I have written: Preschool and school
Bot: Write your feedback.

Person: The playground is always locked.
Bot: On which day did it happen?

Person: yesterday
Bot: I have written: Sunday 22 November 2026
Bot: What do you want us to do?

Person: skip
Bot: Do you want an answer?

Person: no
Bot: The municipal executive board is responsible for the personal data you give.

Person: yes
Bot: Here is everything
Bot: 1. Kind: Complaint
Bot: 2. Area: Preschool and school
Bot: 3. Feedback: The playground is always locked.
Bot: 4. Day: Sunday 22 November 2026
Bot: 5. What you wish: Not answered
Bot: 6. Wants an answer: No
Bot: 7. Personal data: Yes
Bot: [Send the case]
