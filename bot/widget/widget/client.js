// @ts-check
/** The calls of the chat API v1, one method each. No state, no retries. */
import { eventReader } from "./stream.js";

/** @typedef {import("./types.js").Message} Message */
/** @typedef {{id: string, token: string}} Access */

/** Silence after which a stream counts as dead. The server sends a comment far more often. */
const SILENCE_MS = 60_000;
/** Time that one call may take. */
const CALL_MS = 30_000;
const LONGEST_WAIT_MS = 30_000;

/**
 * Before the next try: one, two, four … seconds, a little uneven so that not all clients come at once.
 * @param {number} failures
 */
export function waiting(failures) {
  const steps = Math.min(1000 * 2 ** Math.max(0, failures - 1), LONGEST_WAIT_MS);
  return steps * (0.75 + Math.random() / 2);
}

/** The server answered, and the answer was no. `status` 0: there was no answer. */
export class ApiError extends Error {
  /**
   * @param {number} status
   * @param {string} [text] what to tell the person, from the server's problem details
   * @param {number} [wait] seconds that the server asks us to wait
   */
  constructor(status, text = "", wait = 0) {
    super(text || `HTTP ${status}`);
    this.status = status;
    this.text = text;
    this.wait = wait;
  }

  /** The same call may succeed later. */
  get passing() {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }

  /** The conversation does not exist any more, or not for us. */
  get gone() {
    return [401, 403, 404, 410].includes(this.status);
  }
}

/** @param {Response} response @returns {Promise<ApiError>} */
async function refusal(response) {
  const problem = await response.json().catch(() => ({}));
  // A file that is not there any more ends no conversation.
  const status = /file/.test(problem.type) ? 422 : response.status;
  const text = typeof problem.detail === "string" ? problem.detail : problem.title;
  return new ApiError(status, text, Number(response.headers.get("Retry-After")) || 0);
}

export class ChatClient {
  /**
   * @param {string} server address that ends with a slash
   * @param {() => string} language
   */
  constructor(server, language) {
    this.root = new URL("api/v1/conversations", server).href;
    this.language = language;
  }

  /** @param {Access | null} access @param {Record<string, string>} [more] */
  #headers(access, more) {
    /** @type {Record<string, string>} */
    const headers = { "Accept-Language": this.language(), ...more };
    if (access) headers.Authorization = `Bearer ${access.token}`;
    return headers;
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {Access | null} access
   * @param {unknown} [body]
   * @returns {Promise<any>}
   */
  async #call(method, path, access, body) {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), CALL_MS);
    try {
      const response = await fetch(this.root + path, {
        method,
        headers: this.#headers(access, body ? { "Content-Type": "application/json" } : {}),
        body: body ? JSON.stringify(body) : undefined,
        credentials: "same-origin",
        cache: "no-store",
        referrerPolicy: "no-referrer",
        signal: stop.signal,
      });
      if (!response.ok) throw await refusal(response);
      return response.status === 204 ? {} : await response.json().catch(() => ({}));
    } catch (error) {
      throw error instanceof ApiError ? error : new ApiError(0);
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * @param {{language: string, service?: string}} wish
   * @returns {Promise<Access & {messages: Message[]}>}
   */
  create(wish) {
    return this.#call("POST", "", null, wish);
  }

  /** @param {Access} access @param {object} message @returns {Promise<{messages: Message[]}>} */
  send(access, message) {
    return this.#call("POST", `/${access.id}/messages`, access, message);
  }

  /** @param {Access} access @param {number} number @returns {Promise<{messages: Message[]}>} */
  after(access, number) {
    return this.#call("GET", `/${access.id}/messages?after=${number}`, access);
  }

  /** @param {Access} access */
  end(access) {
    return this.#call("DELETE", `/${access.id}`, access);
  }

  /**
   * Follows the conversation until the stream ends (resolves) or breaks (rejects with ApiError).
   *
   * @param {Access} access
   * @param {number} last
   * @param {{opened: () => void, message: (message: Message) => void}} on
   * @param {AbortSignal} signal
   */
  async follow(access, last, on, signal) {
    const stop = new AbortController();
    const abort = () => stop.abort();
    signal.addEventListener("abort", abort, { once: true });
    let timer = setTimeout(abort, SILENCE_MS);
    try {
      const response = await fetch(`${this.root}/${access.id}/events`, {
        headers: this.#headers(access, {
          Accept: "text/event-stream",
          "Last-Event-ID": String(last),
        }),
        credentials: "same-origin",
        cache: "no-store",
        referrerPolicy: "no-referrer",
        signal: stop.signal,
      });
      if (!response.ok) throw await refusal(response);
      if (!response.body) throw new ApiError(0);
      on.opened();
      const read = eventReader((event) => {
        if (event.type === "message") on.message(JSON.parse(event.data));
      });
      const reader = response.body.getReader();
      const decoder = new TextDecoder();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        clearTimeout(timer);
        timer = setTimeout(abort, SILENCE_MS);
        read(decoder.decode(value, { stream: true }));
      }
    } catch (error) {
      throw error instanceof ApiError ? error : new ApiError(0);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", abort);
    }
  }

  /**
   * Uploads one file. XMLHttpRequest, because fetch tells nothing about progress.
   *
   * @param {Access} access
   * @param {File} file
   * @param {(share: number) => void} onProgress share between 0 and 1
   * @param {AbortSignal} signal
   * @returns {Promise<{file_id: string, name: string, size: number}>}
   */
  upload(access, file, onProgress, signal) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open("POST", `${this.root}/${access.id}/files`);
      for (const [name, value] of Object.entries(this.#headers(access))) {
        request.setRequestHeader(name, value);
      }
      request.responseType = "json";
      request.upload.addEventListener("progress", (event) => {
        if (event.lengthComputable) onProgress(event.loaded / event.total);
      });
      request.addEventListener("load", () => {
        const answer = request.response ?? {};
        if (request.status < 300 && answer.file_id) resolve(answer);
        else reject(new ApiError(request.status, answer.detail ?? answer.title));
      });
      const lost = () => reject(new ApiError(0));
      request.addEventListener("error", lost);
      request.addEventListener("abort", lost);
      signal.addEventListener("abort", () => request.abort(), { once: true });
      const form = new FormData();
      form.append("file", file);
      request.send(form);
    });
  }
}
