"""What people write instead of tapping: no, later, me, no more files, hello. Data, folded."""

from collections.abc import Mapping

from dialogs.command_words import phrases_of

#: No more files come.
DONE_WORDS = frozenset(
    phrases_of(
        "klar|klart|jag är klar|färdig|färdigt|inga fler|inget mer|nej|nej tack|det var allt|"
        "det var alla|nej det var allt|nej det var alla|fortsätt|gå vidare|vidare|nästa|"
        "done|im done|no more|no|no thanks|ready|thats all|thats it|no thats all|continue|next"
    )
)
#: To an optional question all of these leave it unanswered.
NOTHING = frozenset(
    phrases_of(
        "nej|nej tack|nä|nix|ingen|inget|inga|ingenting|nej ingen|nej inget|nej inga|har ingen|"
        "har inget|har inga|har inte|har ej|jag har ingen|jag har inget|jag har inga|"
        "jag har inte|har inte det|det har jag inte|finns inte|finns ingen|finns inget|"
        "det finns inget|det finns ingen|saknas|vill inte|vill inte svara|vill inte säga|"
        "vet inte|vet ej|jag vet inte|det vet jag inte|vet inte det|ingen aning|vet inte än|"
        "inte bestämt|inte bestämt än|ej bestämt|ej bestämt än|har inte bestämt|har inte bestämt än|"
        "det är inte bestämt|det är inte bestämt än|inte klart än|minns inte|kommer inte ihåg|"
        "not decided|not decided yet|not yet decided|dont remember|i dont remember|"
        "nej inte mer|inte mer|inget mer|nej inget mer|det räcker|nej det räcker|räcker så|"
        "nej det räcker så|inget att tillägga|nej inget att tillägga|nej det var allt|"
        "jag har inget mer att säga|har inget mer att säga|nothing more|nothing to add|no thats enough|"
        "no|nope|no thanks|none|nothing|dont have one|i dont have one|i dont have it|"
        "i dont have any|dont have it|there is none|dont know|i dont know|no idea"
    )
)
#: Written where nothing is to be written.
DASHES = frozenset({"-", "–", "—", "--", "---"})
#: Words that make a short text that is no answer either a refusal to answer.
LACKING = frozenset(phrases_of("ingen|inget|inga|inte|ej|nej|utan|no|none|not|dont|without"))
UNKNOWING = frozenset(
    phrases_of(
        "vet inte|vet ej|jag vet inte|det vet jag inte|ingen aning|osäker|"
        "dont know|i dont know|no idea|not sure"
    )
)
#: "Vem ska få fakturan?" – "Jag".
MYSELF = frozenset(phrases_of("jag|mig|jag själv|mig själv|det är jag|till mig|me|myself|i|to me"))
#: Other ways to say "Jag loggar in sedan".
LATER = frozenset(
    phrases_of(
        "senare|sedan|sen|inte nu|nej|nej tack|logga in senare|logga in sedan|jag loggar in senare|"
        "vill inte logga in|inte logga in|utan inloggning|fortsätt utan att logga in|"
        "fortsätt utan inloggning|later|not now|no|no thanks|log in later|"
        "continue without logging in"
    )
)
#: Words that say nothing about what somebody wants to know.
NO_GUIDANCE = frozenset(
    phrases_of("jag|vet|inte|ej|det|vi|i|dont|do|not|know|fortsätt|vidare|continue|ja|nej|yes|no")
)
#: By the key of the answer. Only alone: "hej, jag vill …" is a wish.
SMALL_TALK: Mapping[str, frozenset[str]] = {
    "small.hello": frozenset(
        phrases_of(
            "hej|hej hej|hejsan|hallå|tjena|tja|god dag|goddag|god morgon|godmorgon|god kväll|"
            "hello|hi|hey|good morning|good afternoon|good evening|good day"
        )
    ),
    "small.thanks": frozenset(
        phrases_of(
            "tack|tackar|tack så mycket|tusen tack|stort tack|tack för hjälpen|tack tack|"
            "tack snälla|thanks|thank you|thank you so much|thanks a lot|many thanks"
        )
    ),
    "small.bye": frozenset(
        phrases_of("hej då|hejdå|adjö|vi hörs|ha det bra|ha det|bye|bye bye|goodbye|good bye")
    ),
}
HOW_MUCH_LEFT = frozenset(
    phrases_of(
        "hur lång tid tar det|hur lång tid tar det här|hur långt är det kvar|hur mycket är kvar|"
        "hur mycket är det kvar|är det mycket kvar|är det långt kvar|är det långt kvar nu|"
        "hur många frågor är det|hur många frågor är det kvar|hur många frågor är kvar|"
        "hur många frågor till|tar det lång tid|är vi klara snart|är det klart snart|"
        "hur länge håller vi på|when are we done|how long does it take|how long will it take|"
        "how long does this take|how many questions are left|how many questions|"
        "how much is left|is there much left"
    )
)
WHAT_AFTERWARDS = frozenset(
    phrases_of(
        "vad händer sen|vad händer sedan|vad händer sen då|vad händer efteråt|va händer sen|"
        "vad händer när jag har skickat|vad händer när jag skickar|vad händer när jag har skrivit på|"
        "hur lång är handläggningstiden|när får jag svar|när får jag veta|när får jag beslutet|"
        "what happens next|what happens then|what happens after|what happens afterwards|"
        "when do i get an answer|when will i know"
    )
)
#: Abuse, as whole words. It is met with an offer of help, never with a rebuke.
RUDE = phrases_of(
    "idiot|idioter|dum i huvudet|håll käften|håll käft|dra åt helvete|far åt helvete|fan ta dig|"
    "fan ta er|jävla skit|skitrobot|jävla bot|jävla robot|dumma robot|dumma bot|kukhuvud|fitta|"
    "värdelös|värdelösa|skitsystem|stupid bot|fuck|fuck you|fuck off|shit bot|useless bot|screw you"
)
MUST_LOG_IN = frozenset(
    phrases_of(
        "måste jag logga in|måste man logga in|behöver jag logga in|behöver man logga in|"
        "är det nödvändigt att logga in|"
        "kan jag göra det utan att logga in|do i have to log in|do i need to log in|"
        "must i log in"
    )
)
#: At the login, "varför?" besides with words of nothing else: "why do you need that".
OF_LOGIN = frozenset(
    phrases_of(
        "logga|in|loggar|inloggning|inloggad|inloggningen|logga-in|legitimera|mig|bankid|bank-id|freja|"
        "e-legitimation|legitimation|med|log|login|logging|logged|e-id|eid|with"
    )
)
OF_NOTHING_ELSE = frozenset(
    phrases_of(
        "men|det|detta|då|ni|du|jag|man|behöver|behövs|krävs|kräver|måste|ska|vill|veta|ha|göra|är|så|"
        "nödvändigt|viktigt|but|do|does|you|i|we|need|needed|needs|that|this|it|is|to|have|must|should|"
        "want|know|required|necessary|the|a|be"
    )
)
WHAT_FOR = frozenset(
    phrases_of("vad ska ni ha det till|vad behöver ni det till|what for|what do you need it for")
)
