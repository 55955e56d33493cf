"""Words that say little or nothing about what somebody wants. Data, folded, Swedish and English."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Words without a matter of their own.
STOP_WORDS = _words(
    """
    jag du han hon hen den det vi ni de dem dom mig mej dig dej oss er eder sig sej min mitt mina din ditt
    dina sin sitt sina var vart vara ert era deras hans hennes dess denna denne detta dessa en ett och
    eller men att som om pa i av for fran med till hos vid in ut ur under over efter innan sen sedan ar va
    e a o ska skall skulle vill ville vilja kan kunna kunde far fick maste bor borde har hade haft blir
    blev bli blivit inte int ej icke inga inget ingen nagon nagot nagra nar hur vad vem nan vilken vilket
    vilka varfor dar hit dit da nu nas sa ju val bara ocksa ocks alla allt andra annat an mer mest mycket
    lite igen aven dock ens ta tar tog gor gora gjort gjorde ga gar gatt gick kommer komma kom kommit
    finns fanns behover behova behovs behovde undrar undra tankte tanker tror tro hej tja hejsan hallo
    halla tack snalla na nat ngn ngt man mot kring per the of to on at by with from and or but my your our
    his her their its it is are was be been am me we you they he she this that these those do does did how
    what where when who why which can could would should will want wants need needs like please hello hi
    hey there have has had get gets got getting just so if not no dont any some about into ja nej jo jaha
    yes okej ok alltsa typ liksom egentligen faktiskt kanske nog visst forstas ganska valdigt jatte
    jattemycket snart redan fortfarande alltid aldrig ibland ofta genast direkt idag imorgon igar i-dag
    hittills tills medan eftersom darfor sadan sadant sadana samma sjalv sjalva bada bade varken antingen
    genom mellan utan hela helt ihop emot gentemot inom utanfor innanfor framfor bakom bredvid bland ser
    se sett sag heter hette kallas betyder menar mena vet veta visste vette funderar fundera fundering
    undran onskar onska skriver skriva skrev sager saga sagt sade lat lata brukar bruka forsoker forsoka
    forsokt hittar hitta hittade verkar ger ge gav gett sitter sitta ligger ligga star sta hander hande
    hant haller hall provar prova visar visa satt satter skont garna helst hellre saklart lange langre
    langst lika sist sista forst forsta nasta forra sant ratt heller iallafall alla-fall antal going im
    ive id ill were youre thats whats cant wont isnt doesnt didnt lets also too very really still soon now
    then than here them us him let put make makes made take takes took give gives gave go goes went come
    comes came see say says said tell know think thought thinking wonder wondering try trying tried
    because since while during before after until again already always never often sometimes maybe perhaps
    up down out off only even more most much many few lot lots every each other others another something
    anything nothing someone somebody anybody anyone one ones ha honom henne via dels nastan alls annars
    trots runt enligt vidare nanstans nagonstans istallet precis varandra
    """
)

#: Words of almost every matter: they say that something is wanted, or about whom, but hardly what.
COMMON_WORDS = _words(
    """
    ansok ansoka ansokan soka soker anmal anmala anmalan anmalning andra andring bestalla bestall boka
    bokning lamna lamnar skicka skickar fylla fyller blankett formular arende tjanst etjanst kommun
    kommunen kommunal kommunalt kommunala kramfors tillstand plats tid tider dag dagar hjalp hjalpa fraga
    fragor information gallande galler nytt nya ny gammal gammalt gamla barn barnet barnen barns person
    personer hus hem hemma hemmet bil bilen telefon stor stort stora storre liten litet sma mindre bra
    battre dalig daligt vanlig handla kontakta kontakt betala betalar kosta kostar kostnad pris fa begara
    begaran registrera registrering uppgift uppgifter lagga lagger starta startar borja borjar borjat
    sluta slutar slutat bort kopa koper kopt salja saljer byta byter bytt byte svar svara svart fel
    fungera fungerar funka funkar problem service apply application form municipality request register new
    change book report submit permit permission old day days time help question people house home car pay
    child children kid kids mamma mor morsan mammas pappa far farsan pappas foralder foraldrar foraldrarna
    son sonen grabb grabben pojke pojken pojk pojkar kille killen dotter dottern flicka flickan flickor
    tjej tjejen unge ungen ungar ungarna tonaring bebis bebisen syster systern bror brodern syskon mormor
    morfar farmor farfar moster faster farbror morbror kusin fru frun frua man mannen maken make maka
    hustru sambo sambon granne grannen grannar grannens van vanner kompis kompisar slakting familj
    familjen familjens anhorig anhoriga partner tvilling tvillingar mother mom mum father dad parent
    parents daughter boy girl baby sister brother grandmother grandma grandfather grandpa uncle aunt wife
    husband neighbour neighbor neighbours friend friends family ar aret manad manader manaden vecka veckor
    veckan timme timmar minuter kvall kvallen morgon natt helg helgen sommar sommaren vinter vintern host
    hosten var varen jul julen januari februari mars april maj juni juli augusti september oktober
    november december mandag tisdag onsdag torsdag fredag lordag sondag klockan year years month months
    week weeks weekend summer winter spring autumn fall january february march may june july august
    morning evening night tomorrow today tva tre fyra fem sex sju atta nio tio hundra tusen two three four
    five six seven eight nine ten hundred first jobb jobba jobbar jobbet arbeta arbetar arbete work
    working works job bo bor bott bodde live lives living flytta flyttar flyttat move moved moving stad
    staden ort bygd centrum land landet city town place area village country folk manniska manniskor
    kvinna kvinnor ung unga ungdom ungdomar gamling aldre vuxen vuxna anvanda anvander ordna ordnar fixa
    fixar skaffa ansvar ansvarar kanns kanna kanner tycker tycka tyckte prata pratar ring ringa ringer
    ringt mejla mejl mail epost brev papper besked beslut regler regel krav kravs galla sak saker grej
    sant slags typer sort olika manga fler farre extra egen eget egna riktigt snabbt snabb fort akut
    brattom viktigt viktig mojligt mojlig mojlighet svarigheter svarighet latt enkelt enkel langt lang
    kort hog hogt hoga lag lagt laga ful fin fint fina snygg vit rod gron bla gul full fullt stanga
    stanger stangt oppna oppnar oppet oppettider ligger satta satter sattes gar gatt big small large
    little good bad great nice long short high low open close closed start stop find look looking use
    using keep send write call ask buy sell money behov behovet onskemal ide tanke planerar
    """
)
