// @ts-check
/** Everything that the widget itself says. What the assistant says comes from the server. */

/** @typedef {import("./types.js").Language} Language */

const sv = {
  heading: "Fråga kommunen",
  about: "Du chattar med en automatisk assistent.",
  open: "Chatta med oss",
  news: "{count} olästa",
  close: "Stäng chatten",
  transcript: "Samtalet",
  bot: "Assistenten",
  person: "Du",
  answer: "Ditt svar",
  orWrite: "Eller skriv ditt svar",
  orDate: "Eller skriv datumet",
  orPlace: "Eller skriv adressen eller platsen",
  orElse: "Eller skriv något annat",
  more: "Skriv här om du undrar något",
  send: "Skicka",
  choose: "Välj ett svar",
  chooseSeveral: "Välj ett eller flera",
  done: "Klar med valen",
  nothingChosen: "Välj minst ett alternativ, eller skriv ditt svar.",
  nothingWritten: "Skriv ditt svar först.",
  nothingPicked: "Välj ett av svaren, eller skriv i rutan.",
  options: "Svarsalternativ: {list}.",
  date: "Välj datum",
  skip: "Hoppa över",
  files: "Välj filer",
  camera: "Ta en bild",
  pictures: "bilder ({types})",
  sendFile: "Skicka filen",
  sendFiles: "Skicka {count} filer",
  remove: "Ta bort {name}",
  uploading: "Laddar upp",
  uploaded: "Uppladdad",
  uploadFailed: "Filen kunde inte laddas upp. Välj den igen.",
  stillUploading: "Vänta tills filerna är uppladdade.",
  noFiles: "Välj en fil först.",
  fileAnswer: "Filer: {names}",
  locate: "Använd platsen där jag är",
  locating: "Hämtar din plats …",
  located: "Min plats: {lat}, {lon}",
  notLocated: "Det gick inte att hämta platsen. Skriv adressen i stället.",
  characters: "{count} av högst {max} tecken",
  progress: "Fråga {at} av {of}",
  draft: "Utkast {reference}",
  newTab: "öppnas i ny flik",
  typing: "Assistenten skriver …",
  lost: "Ingen kontakt just nu. Vi försöker igen. Det du har skrivit finns kvar.",
  retry: "Försök nu",
  back: "Anslutningen är tillbaka.",
  refused: "Det gick inte att skicka. Ändra och försök igen.",
  failed: "Chatten kunde inte startas just nu.",
  gone: "Samtalet är avslutat. Sparade utkast finns kvar på Mina sidor.",
  again: "Starta ett nytt samtal",
  menu: "Meny",
  help: "Hjälp",
  undo: "Tillbaka",
  save: "Spara",
  cancel: "Avbryt",
  human: "Prata med en människa",
  language: "In English",
  end: "Avsluta och radera samtalet",
  exit: "Lämna sidan snabbt",
  endQuestion: "Vill du avsluta och radera samtalet?",
  endDetails:
    "Det som står här försvinner och går inte att få tillbaka. Ärenden som du har skickat finns kvar, och utkast på Mina sidor också.",
  endYes: "Ja, radera",
  endNo: "Nej, fortsätt",
  endFailed: "Samtalet kunde inte avslutas just nu. Försök igen.",
};

/** @type {typeof sv} */
const en = {
  heading: "Ask the municipality",
  about: "You are chatting with an automatic assistant.",
  open: "Chat with us",
  news: "{count} unread",
  close: "Close the chat",
  transcript: "The conversation",
  bot: "The assistant",
  person: "You",
  answer: "Your answer",
  orWrite: "Or write your answer",
  orDate: "Or write the date",
  orPlace: "Or write the address or the place",
  orElse: "Or write something else",
  more: "Write here if you have a question",
  send: "Send",
  choose: "Choose an answer",
  chooseSeveral: "Choose one or more",
  done: "Done choosing",
  nothingChosen: "Choose at least one alternative, or write your answer.",
  nothingWritten: "Write your answer first.",
  nothingPicked: "Choose one of the answers, or write in the field.",
  options: "Alternatives: {list}.",
  date: "Choose a date",
  skip: "Skip",
  files: "Choose files",
  camera: "Take a picture",
  pictures: "pictures ({types})",
  sendFile: "Send the file",
  sendFiles: "Send {count} files",
  remove: "Remove {name}",
  uploading: "Uploading",
  uploaded: "Uploaded",
  uploadFailed: "The file could not be uploaded. Choose it again.",
  stillUploading: "Wait until the files have been uploaded.",
  noFiles: "Choose a file first.",
  fileAnswer: "Files: {names}",
  locate: "Use the place where I am",
  locating: "Finding your location …",
  located: "My location: {lat}, {lon}",
  notLocated: "Your location could not be found. Write the address instead.",
  characters: "{count} of at most {max} characters",
  progress: "Question {at} of {of}",
  draft: "Draft {reference}",
  newTab: "opens in a new tab",
  typing: "The assistant is writing …",
  lost: "No contact right now. We are trying again. What you wrote is still here.",
  retry: "Try now",
  back: "The connection is back.",
  refused: "It could not be sent. Change it and try again.",
  failed: "The chat could not be started right now.",
  gone: "The conversation has ended. Saved drafts are still on My pages.",
  again: "Start a new conversation",
  menu: "Menu",
  help: "Help",
  undo: "Back",
  save: "Save",
  cancel: "Cancel",
  human: "Talk to a human",
  language: "På svenska",
  end: "End and delete the conversation",
  exit: "Leave this page quickly",
  endQuestion: "Do you want to end and delete the conversation?",
  endDetails:
    "What stands here is removed and cannot be brought back. Cases that you have sent remain, and so do drafts on My pages.",
  endYes: "Yes, delete it",
  endNo: "No, go on",
  endFailed: "The conversation could not be ended right now. Try again.",
};

const TABLE = { sv, en };

/** The plain words of the contract, for the menu's buttons. */
export const COMMANDS = {
  sv: { help: "hjälp", undo: "tillbaka", save: "spara", cancel: "avbryt", human: "människa" },
  en: { help: "help", undo: "back", save: "save", cancel: "cancel", human: "human" },
};

/** Words that change the language, and to which one. @type {Record<string, Language>} */
export const LANGUAGE_WORDS = {
  english: "en",
  engelska: "en",
  "in english": "en",
  "på engelska": "en",
  svenska: "sv",
  swedish: "sv",
  "på svenska": "sv",
  "in swedish": "sv",
};

/** The word that skips a question. */
export const SKIP = { sv: "hoppa över", en: "skip" };

/** @typedef {keyof typeof sv} TextKey */

/**
 * @param {Language} language
 * @param {TextKey} key
 * @param {Record<string, string | number>} [params]
 * @returns {string}
 */
export function say(language, key, params = {}) {
  return TABLE[language][key].replace(/\{(\w+)\}/g, (_, name) => {
    if (!(name in params)) throw new Error(`text ${key} needs ${name}`);
    return String(params[name]);
  });
}

/** @param {string | null | undefined} tag @returns {Language | null} */
export function languageOf(tag) {
  const language = (tag ?? "").slice(0, 2).toLowerCase();
  return language === "sv" || language === "en" ? language : null;
}
