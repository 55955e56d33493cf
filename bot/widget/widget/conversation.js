// @ts-check
/**
 * One conversation with the server, without any view: what is said goes out once and in order, and
 * each message comes in once, whatever the network does.
 *
 * Sending: a queue, one call at a time. A call that fails in passing is repeated with the same id,
 * which the server answers without a second effect.
 * Receiving: answers come with the call and again on the event stream; the numbers tell them apart.
 * Only the stream (and reading back) moves `last`, because only they are complete. When the stream
 * does not get through a proxy, the same is asked for every few seconds.
 */
import { ApiError, waiting } from "./client.js";
import { uuid } from "./dom.js";

/** @typedef {import("./types.js").Message} Message */
/** @typedef {import("./types.js").Outgoing} Outgoing */
/** @typedef {import("./types.js").Session} Session */
/** @typedef {import("./types.js").Language} Language */

/**
 * @typedef {object} Listener
 * @property {(message: Message, language: Language) => void} message
 * @property {(item: Outgoing) => void} echo it was said; the server may not know yet
 * @property {(item: Outgoing, messages: Message[], error: ApiError | null) => void} settled it arrived and
 *   was answered, or was refused
 * @property {(connected: boolean) => void} connection
 * @property {(history: boolean) => void} loading what follows is from before (true), or new (false)
 * @property {() => void} ended
 */

const POLL_MS = 5_000;
/** Streams that break sooner than this got nowhere. */
const SHORT_LIVED_MS = 3_000;

export class Conversation {
  /** @type {Session | null} */
  session = null;
  /** @type {Set<number>} */
  #seen = new Set();
  /** What was said before the conversation had begun. @type {Outgoing[]} */
  #early = [];
  #pumping = false;
  #stop = new AbortController();
  /** What waits for a better moment. @type {Set<() => void>} */
  #waiting = new Set();

  /**
   * @param {import("./client.js").ChatClient} client
   * @param {import("./session.js").SessionStore} store
   * @param {Listener} on
   */
  constructor(client, store, on) {
    this.client = client;
    this.store = store;
    this.on = on;
  }

  /**
   * Goes on with the tab's conversation, or begins one.
   * @param {Language} language
   * @param {string | null} service
   */
  async open(language, service) {
    this.session = this.store.load();
    if (this.session) await this.#resume();
    if (!this.session) await this.#create(language, service);
    if (!this.session || this.#stop.signal.aborted) return;
    void this.#listen(this.#stop.signal);
    this.#early.splice(0).forEach((item) => this.#queue(item));
    void this.#pump();
  }

  async #resume() {
    const session = /** @type {Session} */ (this.session);
    try {
      const { messages } = await this.#persist(() => this.client.after(session, 0));
      const known = session.last;
      this.on.loading(true);
      this.#receive(messages.filter((message) => message.number <= known));
      this.on.loading(false);
      this.#receive(messages.filter((message) => message.number > known), true);
    } catch (error) {
      this.on.loading(false);
      if (this.#stop.signal.aborted) throw error;
      this.#forget();
    }
  }

  /** @param {Language} language @param {string | null} service */
  async #create(language, service) {
    const wish = service ? { language, service } : { language };
    const { id, token, messages } = await this.#persist(() => this.client.create(wish));
    this.session = { id, token, last: 0, languages: [[0, language]], pending: [] };
    this.#receive(messages, true);
  }

  /** @param {import("./types.js").Saying} body @param {string} echo how it looks in the transcript */
  say(body, echo) {
    const item = { id: uuid(), body, echo };
    if (this.session) this.#queue(item);
    else this.#early.push(item);
  }

  /** @param {Outgoing} item */
  #queue(item) {
    this.session?.pending.push(item);
    this.#save();
    this.on.echo(item);
    void this.#pump();
  }

  /** From the next message on another language is spoken. @param {Language} language */
  speak(language) {
    if (!this.session) return;
    this.session.languages.push([Math.max(0, ...this.#seen) + 1, language]);
    this.#save();
  }

  /** Whether what may be shown begins elsewhere: a login has ended, or begun. null: no answer. */
  async shifted() {
    if (!this.session) return false;
    const found = await this.client.after(this.session, 0).catch(() => null);
    return found && found.messages[0]?.number !== Math.min(...this.#seen);
  }

  /** Try again now instead of waiting. */
  hurry() {
    for (const wake of this.#waiting) wake();
  }

  /** @type {import("./files.js").Upload} */
  upload(file, progress, signal) {
    if (!this.session) return Promise.reject(new ApiError(0));
    return this.client.upload(this.session, file, progress, signal);
  }

  /** Ends it at the server and forgets it here. Rejects with ApiError when the server is not told. */
  async end() {
    const session = this.session;
    try {
      if (session) await this.client.end(session);
    } catch (error) {
      if (!(error instanceof ApiError && error.gone)) throw error;
    }
    this.#forget();
    this.close();
  }

  /** Forgets it here, also when an answer is still on its way: nothing is stored again. */
  leave() {
    this.#forget();
    this.close();
  }

  /** Stops all traffic; the conversation itself goes on. */
  close() {
    this.#stop.abort();
    this.hurry();
  }

  #save() {
    this.store.save(this.session);
  }

  #forget() {
    this.session = null;
    this.store.save(null);
  }

  #lose() {
    this.#forget();
    this.close();
    this.on.ended();
  }

  /** @param {Message[]} messages @param {boolean} [complete] nothing before the last is missing */
  #receive(messages, complete = false) {
    const session = this.session;
    if (!session) return;
    for (const message of [...messages].sort((a, b) => a.number - b.number)) {
      if (complete) session.last = Math.max(session.last, message.number);
      if (this.#seen.has(message.number)) continue;
      this.#seen.add(message.number);
      const spoken = session.languages.filter(([from]) => from <= message.number);
      this.on.message(message, (spoken.at(-1) ?? session.languages[0])[1]);
    }
    this.#save();
  }

  async #pump() {
    if (this.#pumping) return;
    this.#pumping = true;
    // What fails beside the sending must not hold back all that is said from then on.
    await this.#sendAll().finally(() => (this.#pumping = false));
  }

  async #sendAll() {
    while (this.session?.pending.length) {
      const session = this.session;
      const item = session.pending[0];
      /** @type {ApiError | null} */
      let refused = null;
      /** @type {Message[]} */
      let messages = [];
      try {
        const send = () => this.client.send(session, { id: item.id, ...item.body });
        messages = (await this.#persist(send)).messages ?? [];
      } catch (error) {
        if (this.#stop.signal.aborted || !(error instanceof ApiError)) break;
        refused = error;
      }
      session.pending.shift();
      this.#save();
      this.#receive(messages);
      this.on.settled(item, messages, refused);
      if (refused?.gone) this.#lose();
    }
  }

  /** @param {AbortSignal} signal */
  async #listen(signal) {
    let failures = 0;
    while (!signal.aborted && this.session) {
      const session = this.session;
      const began = Date.now();
      try {
        if (failures < 3) {
          await this.client.follow(session, session.last, this.#follower(), signal);
        } else {
          this.#receive((await this.client.after(session, session.last)).messages, true);
          this.on.connection(true);
          failures = failures > 14 ? 0 : failures + 1;
          await this.#pause(POLL_MS);
          continue;
        }
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof ApiError && error.gone) {
          if (failures >= 3) return this.#lose();
          failures = 3;
          continue;
        }
        if (error instanceof ApiError && error.status === 0) this.on.connection(false);
      }
      failures = Date.now() - began < SHORT_LIVED_MS ? failures + 1 : 0;
      await this.#pause(waiting(failures));
    }
  }

  #follower() {
    return {
      opened: () => this.on.connection(true),
      /** @param {Message} message */
      message: (message) => this.#receive([message], true),
    };
  }

  /**
   * Repeats a call until it succeeds or is refused for good.
   * @template T
   * @param {() => Promise<T>} call
   * @returns {Promise<T>}
   */
  async #persist(call) {
    for (let failures = 1; ; failures += 1) {
      try {
        const answer = await call();
        this.on.connection(true);
        return answer;
      } catch (error) {
        if (this.#stop.signal.aborted) throw error;
        if (!(error instanceof ApiError) || !error.passing) throw error;
        this.on.connection(false);
        await this.#pause(Math.max(error.wait * 1000, waiting(failures)));
        if (this.#stop.signal.aborted) throw error;
      }
    }
  }

  /**
   * Waits, but not longer than until the network is back or somebody is in a hurry.
   * @param {number} milliseconds
   * @returns {Promise<void>}
   */
  #pause(milliseconds) {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        removeEventListener("online", wake);
        this.#waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, milliseconds);
      addEventListener("online", wake);
      this.#waiting.add(wake);
    });
  }
}
