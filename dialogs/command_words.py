"""The words of the commands, and what may stand around them. Data for `dialogs.commands`."""

from collections.abc import Mapping
from enum import StrEnum


class Command(StrEnum):
    HELP = "help"
    BACK = "back"
    #: `rest` is what to change: "telefonnumret", "fråga 3".
    CHANGE = "change"
    SKIP = "skip"
    SAVE = "save"
    CANCEL = "cancel"
    #: `rest` may be the reference of a case.
    STATUS = "status"
    CASES = "cases"
    START_OVER = "start_over"
    SWEDISH = "swedish"
    ENGLISH = "english"
    HUMAN = "human"
    REPEAT = "repeat"
    KEEP = "keep"
    SEND = "send"
    FORGET = "forget"
    WITHDRAW = "withdraw"
    SERVICES = "services"
    UNDO = "undo"
    REDO = "redo"
    NO_REMINDERS = "no_reminders"
    REMINDERS = "reminders"
    LONGER = "longer"
    PUSH = "push"
    PARTIES = "parties"
    EXPORT = "export"
    TRANSCRIPT = "transcript"
    EASY_SWEDISH = "easy_swedish"
    COMPLETE = "complete"


_FOLDING = str.maketrans(
    {
        "å": "a",
        "ä": "a",
        "ö": "o",
        "é": "e",
        "’": None,
        "'": None,
        "-": None,
        **dict.fromkeys('.,!?:;"”“()/_…*', " "),
        # Accents written as characters of their own.
        **dict.fromkeys(map(chr, range(0x300, 0x370))),
    }
)


def fold(text: str) -> str:
    """Lower case, no diacritics or punctuation, single spaces: one form to look up."""
    return " ".join(text.casefold().translate(_FOLDING).split())


def words_of(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())


def phrases_of(line: str) -> tuple[str, ...]:
    """The folded phrases of a line that separates them by "|"."""
    return tuple(fold(phrase) for phrase in line.split("|"))


WHY = words_of("varför why")
#: Of these words, however they are put, one asks why something is asked: "varför måste jag svara på det?"
ASKING_WHY = WHY | words_of(
    "men ni du frågar undrar vill veta behöver måste ska jag vi man svara svar på det den detta här denna "
    "frågan om allt så är viktigt relevant nödvändigt berätta uppge skriva ange då do you ask asking need to "
    "know this that have i answer must is it important want are should"
)


#: Ways to say each command, separated by "|". First Swedish, then English.
SAID: Mapping[Command, str] = {
    Command.HELP: (
        "hjälp|hjälp mig|jag behöver hjälp|hjälpa|hjälp behövs|jag förstår inte|förstår inte|"
        "jag fattar inte|vad menas|vad menar du|vad menar ni|vad betyder det|förklara|"
        "varför|varför då|varför frågar du|varför frågar ni|varför vill ni veta det|"
        "varför ska ni veta det|"
        "varför behöver ni veta det|varför måste ni veta det|varför undrar ni|"
        "varför undrar du|vad har ni med det att göra|"
        "vad ska jag göra|vad gör jag nu|va|va sa|va sa du|vadå|va menar du|va gör jag nu|"
        "va ska jag göra|vad ska jag skriva|va ska jag skriva|vad skriver jag|hur gör jag|"
        "hur gör man|hur menar du|hur menar ni|"
        "help|help me|i need help|i dont understand|explain|what do you mean|why|why do you ask|"
        "what should i do"
    ),
    Command.BACK: (
        "tillbaka|gå tillbaka|backa|föregående|föregående fråga|förra frågan|ett steg tillbaka|"
        "back|go back|previous|previous question|one step back"
    ),
    Command.CHANGE: (
        "ändra|ändra svar|ändra ett svar|ändra något|jag skrev fel|det blev fel|"
        "rätta|korrigera|redigera|change|change answer|change an answer|change something|edit|"
        "i made a mistake"
    ),
    Command.SKIP: (
        "hoppa över|hoppa över frågan|hoppa över den här|hoppa|skippa|skippa frågan|nästa fråga|"
        "skip|skip this|skip question|skip it|next question"
    ),
    Command.SAVE: (
        "spara|spara utkast|spara utkastet|spara och fortsätt senare|fortsätta senare|"
        "fortsätt senare|jag fortsätter senare|pausa|"
        "save|save draft|save and continue later|continue later|pause"
    ),
    Command.CANCEL: (
        "avbryt|avbryta|avsluta|sluta|stopp|stoppa|lägg av|jag vill avbryta|strunta i det|"
        "cancel|stop|quit|exit|abort"
    ),
    Command.STATUS: (
        "status|hur går det med mitt ärende|hur går det för mitt ärende|hur går det med ärendet|"
        "hur går det med min ansökan|hur långt har ni kommit|vad händer med mitt ärende|"
        "vad händer med min ansökan|var är mitt ärende|när får jag besked|när får jag beslut|"
        "har ni fått min ansökan|ärendestatus|status på mitt ärende|visa status|"
        "case status|my case status|how is my case going|what is the status of my case|"
        "whats the status|status of my case|show status|when will i get a decision"
    ),
    Command.CASES: (
        "mina ärenden|ärenden|visa mina ärenden|visa ärenden|mina ansökningar|mina utkast|"
        "mina sidor|utkast|pågående ärenden|"
        "my cases|cases|show my cases|my applications|my drafts|drafts|my pages"
    ),
    Command.START_OVER: (
        "börja om|börja om från början|starta om|från början|om från början|nystart|"
        "start over|restart|start again|begin again|from the beginning"
    ),
    Command.SWEDISH: (
        "svenska|på svenska|byt till svenska|byt språk till svenska|prata svenska|"
        "jag vill ha svenska|swedish|in swedish|switch to swedish|speak swedish"
    ),
    Command.ENGLISH: (
        "engelska|på engelska|byt till engelska|byt språk till engelska|prata engelska|"
        "english|in english|switch to english|speak english|do you speak english|"
        "english version|change language to english"
    ),
    Command.EASY_SWEDISH: (
        "lättläst|på lättläst|lätt svenska|på lätt svenska|enkel svenska|på enkel svenska|"
        "lättläst svenska|skriv enklare|skriv lättare|enklare svenska|lättare svenska|"
        "kan du skriva lättläst|kan du skriva enklare|skriv på lättläst|"
        "easy swedish|simple swedish|easy to read"
    ),
    Command.HUMAN: (
        "människa|prata med någon|prata med en människa|prata med en person|"
        "prata med en handläggare|prata med handläggare|en riktig människa|"
        "riktig människa|handläggare|kundtjänst|"
        "kontakta kundtjänst|prata med kundtjänst|jag vill prata med någon|ring mig|ring upp mig|"
        "ring upp|kan någon ringa mig|kontakta mig|vad har ni för telefonnummer|"
        "human|talk to a human|talk to someone|talk to somebody|talk to a person|speak to someone|"
        "speak to a human|real person|a real person|customer service|call me|agent"
    ),
    Command.REPEAT: (
        "upprepa|upprepa frågan|en gång till|säg igen|säg det igen|ta det igen|vad var frågan|"
        "fortsätt|gå vidare|fortsätt nu|continue|go on|"
        "repeat|repeat question|repeat that|say again|say that again|once more|"
        "what was the question"
    ),
    Command.KEEP: (
        "behåll|behålla|behåll utkastet|behåll det|behåll den|keep|keep it|keep draft|"
        "keep the draft"
    ),
    Command.SEND: (
        "skicka|skicka in|skicka nu|skicka in nu|skicka ansökan|skicka in ansökan|skicka ärendet|"
        "skicka in ärendet|skicka iväg|lämna in|"
        "send|send it|send in|send now|send the case|submit|submit application|submit it"
    ),
    Command.FORGET: (
        "glöm mig|radera mina uppgifter|ta bort mina uppgifter|radera mig|radera allt|radera|"
        "radera allt om mig|ta bort allt om mig|radera min data|radera mina personuppgifter|"
        "forget me|delete my data|delete me|erase my data|delete everything|remove my data"
    ),
    Command.WITHDRAW: (
        "återta|dra tillbaka|dra tillbaka ansökan|dra tillbaka min ansökan|återta ansökan|"
        "återta ärendet|återkalla|återkalla ansökan|ta tillbaka ansökan|ta tillbaka ärendet|"
        "dra tillbaka ärendet|"
        "ångra ansökan|withdraw|withdraw application|withdraw my application|withdraw case|retract"
    ),
    Command.SERVICES: (
        "tjänster|etjänster|alla tjänster|visa tjänster|visa alla tjänster|lista tjänster|"
        "vad kan du göra|vad kan du|vad kan du hjälpa mig med|vad kan du hjälpa till med|"
        "vad finns det|vilka tjänster finns|nytt ärende|ett nytt ärende|meny|huvudmeny|kategorier|"
        "services|new case|a new case|all services|show services|list services|what can you do|"
        "what can you help with|what can you help me with|menu|main menu"
    ),
    Command.UNDO: (
        "ångra|ångra mig|jag ångrar mig|ångra svaret|ångra det|ångra senaste|ångra det senaste|"
        "undo|undo that|undo it|undo last"
    ),
    Command.NO_REMINDERS: (
        "sluta påminna|sluta påminna mig|sluta påminn mig|inga påminnelser|inga fler påminnelser|"
        "stäng av påminnelser|påminn mig inte|stop reminding me|stop reminders|no reminders|"
        "no more reminders|turn off reminders"
    ),
    Command.REMINDERS: (
        "påminn mig|slå på påminnelser|skicka påminnelser|jag vill ha påminnelser|remind me|"
        "turn on reminders|send reminders"
    ),
    Command.LONGER: (
        "spara längre|spara utkastet längre|behåll längre|behåll utkastet längre|"
        "förläng utkastet|keep longer|keep it longer|keep the draft longer|save longer"
    ),
    Command.PUSH: (
        "aviseringar|notiser|notifikationer|meddela mig|var får jag besked|hur får jag besked|"
        "besked med mejl|besked via mejl|besked med sms|besked via sms|skicka besked med mejl|"
        "skicka besked med sms|mejla mig|smsa mig|notifications|notify me|email me|text me"
    ),
    Command.PARTIES: (
        "vem har skrivit under|vilka har skrivit under|vem har signerat|vilka har signerat|"
        "vem har inte skrivit under|vem har inte signerat|vem saknas|har alla skrivit under|"
        "har alla signerat|har den andra skrivit under|påminn den andra|underskrifter|"
        "who has signed|who has not signed|has everybody signed|signatures"
    ),
    Command.EXPORT: (
        "vad vet ni om mig|vad vet du om mig|vad har ni om mig|vilka uppgifter har ni om mig|"
        "vad har ni sparat om mig|vilka uppgifter har ni sparat om mig|visa mina uppgifter|"
        "hämta mina uppgifter|ladda ner mina uppgifter|exportera mina uppgifter|"
        "what do you know about me|what data do you have about me|export my data|download my data"
    ),
    Command.COMPLETE: (
        "komplettera|komplettera ärendet|komplettera mitt ärende|komplettera ansökan|"
        "komplettera min ansökan|jag ska komplettera|jag vill komplettera|lämna komplettering|"
        "lämna in komplettering|skicka komplettering|skicka in komplettering|"
        "skicka kompletteringen|svara handläggaren|svara på komplettering|"
        "lägga till något i mitt ärende|lägg till i mitt ärende|fortsätt kompletteringen|"
        "complete my case|add to my case|add something to my case|answer the case officer|"
        "send what is missing|continue the completion"
    ),
    Command.TRANSCRIPT: (
        "skriv ut samtalet|skriva ut samtalet|samtalet som pdf|samtalet som text|utskrift|"
        "spara samtalet|ladda ner samtalet|hela samtalet|visa hela samtalet|skicka samtalet|"
        "kan jag få samtalet|få en kopia på samtalet|kopia av samtalet|"
        "print the conversation|download the conversation|save the conversation|transcript"
    ),
    Command.REDO: "gör om|gör om det|gör det igen|redo|redo that|do it again",
}

#: These may as well be an answer ("Mina sidor", "det blev fel", the surname Back) …
ALSO_ANSWERS = frozenset(
    phrases_of(
        "back|agent|handläggare|radera|mina sidor|my pages|det blev fel|jag skrev fel|hoppa|"
        "svenska|engelska|swedish|english"
    )
)
#: … except these, in a conversation in the other language: then they ask for theirs.
SURE_IN: Mapping[str, frozenset[str]] = {
    "sv": words_of("english"),
    "en": words_of("svenska back"),
}
#: What may stand around a command without making it another text.
FLUFF = words_of(
    "snälla tack ok okej nu hej hallå ja jo nej vänligen är du snäll bara gärna och så lite "
    "nä äh asså alltså "
    "please thanks thank you now hi hello yes no then just"
)
OPENINGS = phrases_of(
    "jag vill gärna|jag vill|jag skulle vilja|jag måste|jag behöver|kan jag få|kan jag|kan du|"
    "kan vi|kan ni|får jag|skulle du kunna|vill|vi vill|var snäll och|låt mig|"
    "i want to|i would like to|id like to|can i|can you|could you|could i|may i|let me"
)
#: What "avbryt ansökan" and "save the form" are about anyway.
OWN_MATTERS = words_of(
    "ansökan ansökningen ärende ärendet utkast utkastet formulär formuläret anmälan frågan fråga "
    "den det denna detta här min mitt allt alltihop igen i på "
    "the this my it application case draft form question everything again"
)
DETERMINERS = words_of("min mitt mina den det de my the på")
#: Commands that an object may follow: "ändra telefonnumret", "status 2041".
TAKES_OBJECT: Mapping[str, Command] = {
    **dict.fromkeys(words_of("ändra rätta redigera change edit"), Command.CHANGE),
    **dict.fromkeys(words_of("status"), Command.STATUS),
    **dict.fromkeys(words_of("återta återkalla withdraw"), Command.WITHDRAW),
}
#: With another word after them these are perhaps meant as commands: "avbryt prenumerationen".
PERHAPS = words_of("hjälp help tillbaka avbryt cancel spara save skicka send upprepa behåll keep")
