// @ts-check
/** `<arende-chat>`: puts the transcript, the composer and the conversation together. */
import { ApiError, ChatClient } from "./client.js";
import { Composer, DONE, UNASKED, askedBy, asks } from "./composer.js";
import { Conversation } from "./conversation.js";
import { Frame } from "./frame.js";
import { IdleWatch } from "./idle.js";
import { serverOf, tellPage } from "./page.js";
import { SessionStore } from "./session.js";
import { sheet } from "./style.js";
import { LANGUAGE_WORDS, languageOf, say } from "./texts.js";
import { Transcript } from "./transcript.js";

/** @typedef {import("./types.js").Message} Message */
/** @typedef {import("./types.js").Saying} Saying */

export class ArendeChat extends HTMLElement {
  static observedAttributes = ["open", "launcher", "position", "language", "heading", "label", "about"];
  /** Where the script came from: the server, unless the page says otherwise. */
  static home = document.baseURI;

  /** @type {Conversation | null} */
  #conversation = null;
  #store = new SessionStore("");
  #shown = false;
  /** @type {import("./composer.js").Asked} */
  #asked = UNASKED;
  #askedNumber = 0;
  /** @type {string | null} id of the text that refused the last answer */
  #problem = null;
  /** @type {string | undefined} */
  #written;
  #history = false;
  #news = 0;
  #waiting = 0;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet()];
    this.server = ArendeChat.home;
    /** @type {import("./types.js").Language} */
    this.spoken = "sv";
    this.transcript = new Transcript(ArendeChat.home);
    this.composer = new Composer({
      say: (body, echo) => this.#say(body, echo, body.text),
      tell: (text) => this.frame.tell(text),
      upload: (...of) => this.#conversation?.upload(...of) ?? Promise.reject(new ApiError(0)),
    });
    this.frame = new Frame({
      middle: this.transcript.log,
      bottom: this.composer.form,
      toggle: (open) => {
        if (open && this.frame.offers === "restart") this.#restart();
        this.toggleAttribute("open", open);
      },
      command: (text) => this.#say({ text }, text),
      retry: () => this.#conversation?.hurry(),
      restart: () => this.#restart(),
      end: () => this.#end(),
      exit: () => this.#exit(),
      focus: () => this.composer.focus(),
    });
    this.idle = new IdleWatch(() => this.#look(), this.frame.panel);
    root.append(this.frame.launcher, this.frame.newsLine, this.frame.panel);
    this.watcher = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.#begin();
    });
  }

  connectedCallback() {
    this.server = serverOf(this, ArendeChat.home);
    this.transcript.server = this.server;
    const service = this.getAttribute("service");
    this.#store = new SessionStore(`arende-chat ${this.server} ${service ?? ""}`);
    const goesOn = this.hasAttribute("launcher") && this.#store.load();
    if (goesOn && this.#store.open) this.setAttribute("open", ""); // as on the page before
    const page = this.closest("[lang]")?.getAttribute("lang");
    this.#speak(languageOf(this.getAttribute("language")) ?? languageOf(page) ?? "sv");
    // An inline panel begins when it is seen, a closed one when it is opened or has begun before.
    this.watcher.observe(this.frame.panel);
    this.idle.start();
    if (goesOn) void this.#begin();
  }

  disconnectedCallback() {
    this.watcher.disconnect();
    this.idle.stop();
    this.#conversation?.close();
    this.#conversation = null;
    this.#clear();
  }

  /** @param {string} name */
  attributeChangedCallback(name) {
    if (!this.isConnected) return;
    const language = languageOf(this.getAttribute("language"));
    if (name === "language" && language) this.#speak(language);
    else this.#show();
  }

  get #open() {
    return !this.hasAttribute("launcher") || this.hasAttribute("open");
  }

  #show() {
    const launcher = this.hasAttribute("launcher");
    if (this.#open) this.#news = 0;
    this.frame.show({
      launcher,
      open: this.#open,
      left: this.getAttribute("position") === "left",
      heading: this.getAttribute("heading"),
      label: this.getAttribute("label"),
      about: this.getAttribute("about"),
      language: this.spoken,
      news: this.#news,
    });
    this.transcript.label = say(this.spoken, "transcript");
    if (this.frame.justOpened) this.composer.focus();
    if (!launcher || this.#shown === this.#open) return;
    this.#shown = this.#store.open = this.#open;
    tellPage(this, this.#open ? "open" : "close");
  }

  /** @param {import("./types.js").Language} language */
  #speak(language) {
    this.spoken = language;
    this.composer.language = language;
    this.composer.relabel();
    this.#show();
  }

  async #begin() {
    if (this.#conversation) return;
    const client = new ChatClient(this.server, () => this.spoken);
    const earlier = this.#store.load()?.languages.at(-1);
    if (earlier) this.#speak(earlier[1]);
    // The first words are shown, not read out, unless the person asked for the chat.
    const asked = this.hasAttribute("launcher");
    this.transcript.history = !asked;
    const conversation = new Conversation(client, this.#store, this.#listener());
    this.#conversation = conversation;
    this.frame.typing = true;
    try {
      await conversation.open(this.spoken, this.getAttribute("service"));
      if (!earlier) tellPage(this, "start");
      this.frame.typing = this.#waiting > 0;
    } catch (error) {
      if (this.#conversation !== conversation) return;
      this.#over((error instanceof ApiError && error.text) || say(this.spoken, "failed"));
    }
    if (!asked) this.transcript.history = false;
  }

  /** @returns {import("./conversation.js").Listener} */
  #listener() {
    return {
      message: (message, language) => this.#receive(message, language),
      echo: (item) => {
        this.#waiting += 1;
        this.transcript.echo(item.id, item.echo, this.spoken);
        this.frame.typing = true;
      },
      settled: (item, messages, error) => this.#settle(item, messages, error),
      connection: (connected) => this.frame.connection(connected),
      loading: (history) => {
        this.#history = history;
        this.transcript.history = history;
        if (!history) this.composer.ask(this.#asked, this.#problem);
      },
      ended: () => this.#over(say(this.spoken, "gone")),
    };
  }

  /** @param {Message} message @param {import("./types.js").Language} language */
  #receive(message, language) {
    this.transcript.add(message, language);
    if (message.from === "person") {
      this.#problem = null;
      return;
    }
    if (message.problem) this.#problem = `t${message.number}`;
    const { progress, draft, case: filed } = message; // what is filed is no draft any more
    if (progress || draft || filed) this.frame.where(progress, filed ? undefined : draft);
    if (asks(message) && message.number > this.#askedNumber) {
      this.#askedNumber = message.number;
      this.#asked = askedBy(message);
    }
    if ((asks(message) || message.problem) && !this.#history) {
      this.composer.ask(this.#asked, this.#problem);
      if (message.problem) this.composer.giveBack(this.#written);
    }
    this.idle.heard(message, this.#history);
    if (this.#history) return;
    if (!this.#open) {
      this.#news += 1;
      this.#show();
    }
    tellPage(this, "message", { from: message.from, unread: this.#news });
    if (filed) tellPage(this, "filed", { status: filed.status });
  }

  /** `echo`: how it looks in the transcript; `written`: what to give back when it is refused.
   * @param {Saying} body @param {string} echo @param {string} [written] */
  #say(body, echo, written) {
    void this.#begin();
    this.idle.act();
    this.#problem = null;
    this.#written = written;
    this.frame.tell("");
    const language = LANGUAGE_WORDS[(body.text ?? "").toLowerCase()];
    this.#conversation?.say(body, echo);
    if (language && language !== this.spoken) {
      this.#conversation?.speak(language);
      this.#speak(language);
    }
  }

  /** @param {import("./types.js").Outgoing} item
   * @param {Message[]} messages @param {ApiError | null} error */
  #settle(item, messages, error) {
    this.#waiting = Math.max(0, this.#waiting - 1);
    this.frame.typing = this.#waiting > 0;
    if (error) {
      this.transcript.takeBack(item.id);
      this.composer.ask(this.#asked, this.#problem);
      this.composer.giveBack(item.body.text);
      this.frame.tell(error.text || say(this.spoken, "refused"));
      return;
    }
    this.frame.tell("");
    if (!messages.some((each) => asks(each) || each.problem)) this.composer.ask(DONE, null);
  }

  /** The conversation has ended; what was said stays on the screen. @param {string} text */
  #over(text) {
    this.#waiting = 0;
    this.frame.typing = false;
    this.composer.form.hidden = true;
    this.frame.where(undefined, undefined);
    this.frame.tell(text, "restart");
  }

  #clear() {
    this.transcript.clear();
    this.composer.empty();
    this.#asked = UNASKED;
    this.#askedNumber = 0;
    this.#problem = null;
    this.#waiting = 0;
    this.frame.connection(true);
    this.frame.where(undefined, undefined);
    this.frame.tell("");
    this.composer.form.hidden = false;
    this.composer.ask(UNASKED, null);
  }

  /** Shows what may be shown now, if that has changed. False: the server did not answer. */
  async #look() {
    const conversation = this.#conversation;
    const shifted = await conversation?.shifted();
    if (shifted && conversation === this.#conversation) this.#again();
    return shifted !== null;
  }

  #again() {
    this.#conversation?.close();
    this.#conversation = null;
    this.#clear();
    void this.#begin();
  }

  #restart() {
    this.#again();
    this.composer.focus();
  }

  async #end() {
    try {
      await this.#conversation?.end();
      this.transcript.clear();
      this.#over(say(this.spoken, "gone"));
      this.frame.focusOffer();
      tellPage(this, "end");
    } catch {
      this.frame.tell(say(this.spoken, "endFailed"));
    }
  }

  /** Leaves at once: nothing in sight, nothing in the tab's storage, no way back with "back". */
  #exit() {
    document.documentElement.hidden = true;
    this.#conversation?.leave();
    this.#store.open = false;
    location.replace(this.getAttribute("exit") ?? "https://www.smhi.se/");
  }
}
