// @ts-check
/**
 * The chat API's records (contract, Chat API v1). Types only; nothing runs here.
 *
 * @typedef {{value: string, label: string, description?: string}} Choice
 * @typedef {"login" | "sign" | "receipt" | "secure-answer" | "info"} Purpose
 * @typedef {{url: string, label: string, purpose: Purpose}} Link
 * @typedef {"text" | "long_text" | "number" | "date" | "choice" | "choices" | "file" | "location"
 *   | "none"} Kind
 *
 * @typedef {object} Input
 * @property {string | null} [field]
 * @property {Kind} kind
 * @property {boolean} [optional]
 * @property {number} [max_length]
 * @property {string | number} [min]
 * @property {string | number} [max]
 * @property {string} [accept]
 * @property {string} [autocomplete]
 * @property {string} [format]
 * @property {boolean} [sensitive]
 *
 * @typedef {object} Message
 * @property {number} number
 * @property {"bot" | "person" | "officer"} from
 * @property {string} text
 * @property {Input} [input]
 * @property {Choice[]} [choices]
 * @property {Link[]} [links]
 * @property {{at: number, of: number}} [progress]
 * @property {boolean} [problem]
 * @property {string} [draft]
 * @property {{reference: string, status: string, status_text: string}} [case]
 *
 * What a person says; the client's id is added when it is sent.
 * @typedef {object} Saying
 * @property {string} [text]
 * @property {string} [choice]
 * @property {string[]} [choices]
 * @property {string[]} [file_ids]
 * @property {{lat: number, lon: number}} [location]
 *
 * @typedef {{id: string, body: Saying, echo: string}} Outgoing
 *
 * What is kept in the tab's storage. `last` is the place in the event stream, `languages` says from
 * which message each language was spoken.
 * @typedef {object} Session
 * @property {string} id
 * @property {string} token
 * @property {number} last
 * @property {[number, Language][]} languages
 * @property {Outgoing[]} pending
 *
 * @typedef {"sv" | "en"} Language
 */
export {};
