// @ts-check
/**
 * The widget's style as a constructed style sheet: a strict Content-Security-Policy refuses inline
 * styles but not this, and the embedding page's own rules cannot leak in.
 *
 * Colours follow the page's `color-scheme`, so a light page never gets a dark chat.
 */
const CSS = `
:host {
  --accent: var(--arende-accent, #155776);
  --on-accent: var(--arende-on-accent, #fff);
  --ground: #fff;
  --soft: #eef3f6;
  --own: #dcebf2;
  --ink: #17242e;
  --faint: #46555f;
  --line: #76858f;
  --hair: #cfd9df;
  --wrong: #9b1c1c;
  --wrong-ground: #fdf0ef;
  --radius: var(--arende-radius, .5rem);
  display: block;
}
/* Whatever the page's own rules say of text, size or sight. */
:host { opacity: 1 !important; filter: none !important; transform: none !important; }
:where(.panel, .launcher, .quiet) {
  all: initial;
  color-scheme: inherit;
  font: 1rem/1.5 var(--arende-font, system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif);
  color: var(--ink);
  text-align: start;
}
@supports (color: light-dark(#fff, #000)) {
  :host {
    --accent: var(--arende-accent, light-dark(#155776, #8ecae6));
    --on-accent: var(--arende-on-accent, light-dark(#fff, #0c1c26));
    --ground: light-dark(#fff, #14202a);
    --soft: light-dark(#eef3f6, #1f2f3b);
    --own: light-dark(#dcebf2, #21455a);
    --ink: light-dark(#17242e, #eef3f6);
    --faint: light-dark(#46555f, #b8c6cf);
    --line: light-dark(#76858f, #7f929f);
    --hair: light-dark(#cfd9df, #344754);
    --wrong: light-dark(#9b1c1c, #ffb4ab);
    --wrong-ground: light-dark(#fdf0ef, #3b2020);
  }
}
*, ::before, ::after { box-sizing: border-box; }
:host([hidden]), [hidden] { display: none !important; }
h2, h3, p, ol, ul, fieldset, legend { margin: 0; padding: 0; border: 0; }
ol, ul { list-style: none; }
h2 { font-size: 1.15rem; line-height: 1.3; }
h3 { font-size: 1.1rem; margin-block-end: .5rem; }
.note { color: var(--faint); font-size: .875rem; }
.whole { white-space: nowrap; }
button, .button, input, textarea {
  font: inherit; color: inherit; min-height: 2.75rem; border-radius: .375rem;
  border: 1px solid var(--line); background: var(--ground); padding: .5rem .75rem; max-width: 100%;
}
input.quiet, .quiet {
  position: absolute; width: 1px; height: 1px; min-height: 0; padding: 0; border: 0;
  overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
button, .button {
  cursor: pointer; border-color: var(--accent); color: var(--accent); font-weight: 600;
}
button:hover, .button:hover { background: var(--soft); }
button[aria-disabled=true] { opacity: .6; cursor: default; }
.primary, .primary:hover { background: var(--accent); color: var(--on-accent); }
.primary:hover { text-decoration: underline; }
.serious { border-color: var(--wrong); color: var(--wrong); }
/* Chromium: a date field whose calendar button has the focus is not :focus-visible itself. */
:focus-visible, [type=date]:focus-within, .quiet:focus-visible + .button {
  outline: 3px solid var(--accent); outline-offset: 2px;
}
/* More can be scrolled to; what gets the focus stops beside the faded edge. */
.log, .extras { scroll-padding-block: 2rem; }
.more-below { mask-image: linear-gradient(#000 calc(100% - 2rem), transparent); }
.more-above { mask-image: linear-gradient(transparent, #000 1.5rem); }
.more-above.more-below {
  mask-image: linear-gradient(transparent, #000 1.5rem calc(100% - 2rem), transparent);
}
.panel {
  display: flex; flex-direction: column; background: var(--ground);
  border: 1px solid var(--line); border-radius: var(--radius); overflow: hidden;
  height: min(44rem, 92vh); height: min(44rem, 92dvh); max-width: 44rem;
}
header {
  display: flex; flex-wrap: wrap; gap: .5rem; justify-content: space-between; align-items: start;
  padding: .625rem .75rem; border-block-end: 1px solid var(--line); position: relative;
}
.name { flex: 1 1 9rem; }
.tools { display: flex; flex-wrap: wrap; gap: .5rem; }
.close { min-width: 2.75rem; font-size: 1.25rem; line-height: 1; padding: 0; }
.exit { border-color: var(--wrong); color: var(--wrong); }
/* Over the conversation, which stays where it was. */
.menu {
  position: absolute; z-index: 1; inset: 100% 0 auto; padding: .75rem; display: grid; gap: .5rem;
  background: var(--ground); border-block-end: 1px solid var(--line);
  max-height: calc(min(44rem, 76vh) - 8rem); overflow-y: auto;
  box-shadow: 0 .75rem 1rem -.5rem rgb(0 0 0 / 35%);
}
.menu button { text-align: start; }
.where {
  display: flex; align-items: center; gap: .75rem; padding: 0 .75rem;
  border-block-end: 1px solid var(--hair);
}
.where:has(p:empty) { display: none; }
.place { padding: .375rem 0; }
progress { accent-color: var(--accent); width: 6rem; flex: none; }
.log { flex: 1 0 8rem; min-height: 0; overflow-y: auto; padding: .75rem; position: relative; }
.log:focus-visible { outline-offset: -3px; }
.log > ol { display: grid; gap: .625rem; }
.log > ol > li {
  position: relative; justify-self: start; max-width: min(100%, 36rem); overflow-wrap: anywhere;
  background: var(--soft); padding: .625rem .875rem; border-radius: .25rem .875rem .875rem;
}
.log > ol > .person {
  justify-self: end; background: var(--own); border-radius: .875rem .25rem .875rem .875rem;
  margin-inline-start: 2rem;
}
.log > ol > .problem {
  background: var(--wrong-ground); border-inline-start: .3rem solid var(--wrong);
}
.officer { border: 1px solid var(--accent); }
.progress { display: block; color: var(--faint); font-size: .875rem; }
.text { white-space: pre-wrap; }
.case { font-weight: 600; margin-block-start: .25rem; }
.links { display: flex; flex-wrap: wrap; gap: .375rem .75rem; margin-block-start: .5rem; }
.links + .text { margin-block-start: .5rem; }
.links a { display: inline-block; padding: .625rem 0; color: var(--accent); font-weight: 600; }
.links .note { white-space: nowrap; }
.links :is(.login, .sign, .receipt, .act) {
  border: 1px solid var(--accent); padding: .5rem 1rem; border-radius: .375rem;
  background: var(--ground); text-decoration: none;
}
.links :is(.login, .sign) { background: var(--accent); color: var(--on-accent); }
.links a:hover { text-decoration: underline; }
.links .note { font-weight: 400; }
:is(.login, .sign, .receipt) .note { display: block; color: inherit; }
.typing { padding: 0 .875rem .375rem; }
.tell { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; padding: 0 .75rem; }
.status:not(:empty) { padding: .5rem 0; font-weight: 600; }
.tell button { margin-block-end: .5rem; }
/* Ended, and nothing is left to read. */
.log:has(> ol:empty):not(:has(~ .composer:not([hidden]))) { display: none; }
.log:has(> ol:empty) ~ .tell:has(~ .composer[hidden]) {
  flex: 1; flex-direction: column; justify-content: center; padding: 1.5rem; text-align: center;
}
.composer {
  display: flex; flex-direction: column; flex: 0 1 auto; min-height: 0;
  border-block-start: 1px solid var(--line);
}
.writing { flex: none; padding: .5rem .75rem .75rem; }
.writing label, .extras label, legend { font-weight: 600; }
.row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin-block-start: .5rem; }
#answer { flex: 1 1 9rem; min-width: 0; resize: vertical; }
[aria-invalid=true] { border: 2px solid var(--wrong); }
/* The only part that scrolls: where one writes stays in sight. */
.extras {
  display: grid; grid-template-columns: minmax(0, 1fr); gap: .625rem; justify-items: start;
  overflow-y: auto; position: relative;
}
.extras:not(:empty) { padding: .75rem .75rem .5rem; }
.extras:not(:empty) + .writing { padding-block-start: .25rem; }
.extras p label { display: block; margin-block-end: .5rem; }
fieldset { min-width: 0; width: 100%; }
.choices > div { display: flex; flex-wrap: wrap; gap: .5rem; margin-block: .375rem .5rem; }
.choices button { text-align: start; overflow-wrap: anywhere; }
.choices .note { display: block; font-weight: 400; }
.choices > :has(.box) { gap: 0; }
.box { display: flex; flex: 1 0 100%; align-items: start; }
.box label { flex: 1; padding: .625rem 0 .625rem .625rem; font-weight: 400; cursor: pointer; }
.box input { width: 1.5rem; min-height: 1.5rem; margin: .625rem 0 0; accent-color: var(--accent); }
.filebox {
  display: grid; grid-template-columns: minmax(0, 1fr); gap: .5rem; justify-items: start;
  width: 100%;
}
.filebox:has(.primary:not([hidden])) ~ .skip { display: none; }
.files { display: grid; gap: .375rem; width: 100%; }
.files li {
  display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 .75rem; align-items: center;
}
.files .name { overflow-wrap: anywhere; }
.files progress { width: 100%; }
.files button { grid-area: 1 / 2 / span 3; }
.files .problem .state { color: var(--wrong); font-weight: 600; }
.plain { min-width: 2.75rem; padding: 0; }
dialog {
  background: var(--ground); color: inherit; border: 1px solid var(--line); border-radius: .5rem;
  padding: 1.25rem; max-width: min(26rem, calc(100vw - 2rem));
}
dialog::backdrop { background: rgb(0 0 0 / 60%); }
dialog .tools { margin-block-start: 1rem; }
.launcher, .floating {
  position: fixed; z-index: 2147483000; inset: auto var(--arende-side, 1rem) var(--arende-bottom, 1rem) auto;
}
.left { inset-inline: var(--arende-side, 1rem) auto; }
.badge {
  display: inline-block; min-width: 1.6rem; margin-inline-start: .5rem; padding: 0 .4rem; border-radius: 1rem;
  background: var(--on-accent); color: var(--accent); font-size: .9rem; text-align: center;
}
.launcher { border-radius: 2rem; padding: .75rem 1.25rem; box-shadow: 0 2px 10px rgb(0 0 0 / 35%); }
.floating {
  width: 26rem; max-height: calc(100vh - 2rem); max-height: calc(100dvh - 2rem);
  box-shadow: 0 4px 24px rgb(0 0 0 / 35%);
}
/* Inline beside a page's text: whole in sight under a header. */
@media (min-width: 60em) and (min-height: 40em) {
  .panel { height: min(44rem, 76vh); height: min(44rem, 76dvh); }
}
@media (max-width: 30em) {
  .floating {
    inset: 0; width: auto; max-width: none; height: auto; max-height: none; border-radius: 0;
  }
  .panel { height: min(44rem, 95vh); height: min(44rem, 95dvh); }
  .log { flex-basis: 10rem; }
  .where progress { display: none; }
  textarea#answer { flex-basis: 100%; }
}
/* Large zoom leaves little height: then the page scrolls, not two boxes inside it. */
@media (max-height: 30em) {
  .panel { height: auto; overflow: visible; }
  .panel.floating { overflow-y: auto; }
  .log, .composer, .extras { overflow: visible; flex: none; mask: none; }
  .menu {
    position: static; flex: 1 0 100%; padding: 0; border: 0; box-shadow: none; max-height: none;
  }
}
@media (prefers-reduced-motion: no-preference) {
  .typing { animation: wait 1.6s ease-in-out infinite; }
  @keyframes wait { 50% { opacity: .5; } }
}
@media (forced-colors: active) {
  .log > ol > li, .panel { border: 1px solid CanvasText; }
  .log > ol > .problem { border-inline-start: .4rem solid Mark; }
  .primary, .links a { border: 2px solid ButtonText; }
}
@media print {
  .composer, header, .tell { display: none; }
  .panel { height: auto; } .log { overflow: visible; }
}
`;

/** @type {CSSStyleSheet | undefined} */
let made;

/**
 * One sheet for all widgets of the page. A page may set its root to 10 pixels; the chat's rem is
 * never smaller than a browser's own, and follows the person's choice of text size.
 */
export function sheet() {
  if (!made) {
    made = new CSSStyleSheet();
    made.replaceSync(CSS.replace(/([\d.]+)rem/g, "calc($1 * max(1rem, 16px))"));
  }
  return made;
}
